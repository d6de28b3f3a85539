package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Suggestions;

/**
 * Proposals for which column of a file was probably meant for which column of a format, by their names: a header may be
 * a part of the name, or the name of the header (Leeftijd, leeftijdsgroep), mean the same in other words, or be
 * misspelt.
 */
public final class HeaderProposals {

    /** Minimum number of columns found for a format to resemble a header. */
    private static final int LIKE = 3;

    /** Minimum length of a part that identifies a name. */
    private static final int MIN_PART = 4;

    /**
     * Distance of a name that narrows the header, or of a misspelling; farther than any name that is part of the other.
     */
    private static final int QUALIFIED = 100;

    private static final int MISSPELT = 200;

    /** What may be put before or after the name of a count. */
    private static final Pattern NUMBER_OF = Pattern.compile("^(aantal|totaal)_|_totaal$");

    /** Names of known columns in exports of other systems. */
    private static final ResourceBundle SYNONYMS =
            ResourceBundle.getBundle("nl.betekenisvolmeten.indicators.formats.internal.delivery.synonyms", Locale.ROOT);

    private HeaderProposals() {}

    private record Pair(String header, ColumnName column, int distance) {}

    /** Returns the header that was probably meant for each column; each header once, in the order of the columns. */
    public static Map<ColumnName, String> of(Collection<String> headers, Collection<ColumnName> columns) {
        List<Pair> pairs = new ArrayList<>();
        for (ColumnName column : columns) {
            for (String header : headers) {
                distance(header, column.value()).ifPresent(distance -> pairs.add(new Pair(header, column, distance)));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::distance));
        Map<ColumnName, String> found = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!found.containsKey(pair.column()) && taken.add(pair.header())) {
                found.put(pair.column(), pair.header());
            }
        }
        Map<ColumnName, String> ordered = new LinkedHashMap<>();
        columns.stream().filter(found::containsKey).forEach(column -> ordered.put(column, found.get(column)));
        return ordered;
    }

    /**
     * Returns the format that a header resembles most: the one with the most columns found and the fewest required ones
     * absent. Among the versions of a format it is the newest with the most columns found.
     */
    public static Optional<FormatDefinition.Outline> nearest(
            List<String> headers, List<FormatDefinition.Outline> formats) {
        Map<String, FormatDefinition.Outline> newest = new TreeMap<>();
        formats.stream()
                .filter(format -> of(headers, format.columns()).size() >= Math.min(LIKE, headers.size()))
                .sorted(Comparator.comparingInt((FormatDefinition.Outline format) ->
                                of(headers, format.columns()).size())
                        .thenComparing(FormatDefinition.Outline::id))
                .forEach(format -> newest.put(format.id().name(), format));
        return newest.values().stream()
                .max(Comparator.comparingInt((FormatDefinition.Outline format) -> likeness(headers, format))
                        .thenComparing(FormatDefinition.Outline::id));
    }

    private static int likeness(List<String> headers, FormatDefinition.Outline format) {
        Set<ColumnName> absent = new HashSet<>(format.required());
        Set<ColumnName> found = of(headers, format.columns()).keySet();
        absent.removeAll(found);
        return 2 * found.size() - absent.size();
    }

    /** Returns the column name that a header can be read as; empty when there is none. */
    public static Optional<ColumnName> name(String header) {
        return HeaderNames.of(header);
    }

    /** Returns proposals as text, such as {@code Leeftijd -> leeftijdsgroep}. */
    static String text(Map<ColumnName, String> proposals) {
        return proposals.entrySet().stream()
                .map(entry -> PersonalData.refused(entry.getValue()) + " -> " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Returns the distance of a header from a name; empty if it is another word. */
    private static OptionalInt distance(String header, String name) {
        Optional<String> plain = HeaderNames.of(header).map(ColumnName::value);
        if (plain.isEmpty()) {
            return OptionalInt.empty();
        }
        String word = NUMBER_OF.matcher(plain.get()).replaceAll("");
        if (word.equals(name)) {
            return OptionalInt.of(0);
        }
        int longer = Math.abs(word.length() - name.length());
        boolean part = Math.min(word.length(), name.length()) >= MIN_PART;
        boolean qualified = name.startsWith(word + "_");
        if ((SYNONYMS.containsKey(word) && SYNONYMS.getString(word).equals(name))
                || (part && !qualified && (startOrEnd(word, name) || startOrEnd(name, word)))) {
            return OptionalInt.of(1 + longer);
        }
        if (qualified) {
            return OptionalInt.of(QUALIFIED + longer);
        }
        return Suggestions.nearest(word, List.of(name), 1).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(MISSPELT + longer);
    }

    private static boolean startOrEnd(String text, String part) {
        return text.startsWith(part) || text.endsWith(part);
    }
}
