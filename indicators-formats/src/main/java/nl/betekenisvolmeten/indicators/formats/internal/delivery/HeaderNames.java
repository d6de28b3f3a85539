package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/** Reads cells of a header as column names. */
final class HeaderNames {

    /** Maximum length of a column name. */
    private static final int LONGEST_NAME = 1_000;

    /** Minimum number of names from which a common prefix is recognised. */
    private static final int SERIES = 3;

    /** A byte order mark that was read as Windows-1252. */
    private static final String MISREAD_MARK = "ï»¿";

    private static final Pattern UNIT =
            Pattern.compile("(?iu) *\\((?:aantal|aantallen|n|#|(?:in )?uren|uur|personen)\\)$");

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** The start of a word in a name such as {@code uniekeDeelnemers}. */
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** A list number or letter, or the name of a table, before the name of a column. */
    private static final List<Pattern> PREFIXED = List.of(
            Pattern.compile("()(?:[0-9]{1,2}|[a-z])[.)]\\s*(\\S.*)"),
            Pattern.compile("([^\\[\\]]+)\\[([^\\[\\]]+)]"),
            Pattern.compile("(\\p{L}[\\p{L}\\p{N}_ ]*)\\.(\\S.*)"));

    private HeaderNames() {}

    /**
     * Returns the column name in each cell; empty where there is none. A prefix that all cells have is ignored. A name
     * such as {@code uniekeDeelnemers} is split into words only if that gives a known name.
     */
    static List<Optional<ColumnName>> of(List<String> cells, Predicate<ColumnName> known) {
        return withoutPrefix(cells).stream().map(cell -> of(cell, known)).toList();
    }

    private static Optional<ColumnName> of(String cell, Predicate<ColumnName> known) {
        Optional<ColumnName> plain = of(cell);
        return plain.filter(known).isPresent() || cell.length() > LONGEST_NAME
                ? plain
                : of(HUMP.matcher(cell).replaceAll("_")).filter(known).or(() -> plain);
    }

    private static List<String> withoutPrefix(List<String> cells) {
        if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_NAME)) {
            return cells;
        }
        for (Pattern form : PREFIXED) {
            List<Matcher> matches = cells.stream()
                    .filter(cell -> !Blanks.isBlank(cell))
                    .map(cell -> form.matcher(Blanks.visible(cell)))
                    .takeWhile(Matcher::matches)
                    .toList();
            long filled = cells.stream().filter(cell -> !Blanks.isBlank(cell)).count();
            if (filled >= SERIES
                    && matches.size() == filled
                    && matches.stream().map(match -> match.group(1)).distinct().count() == 1) {
                return cells.stream()
                        .map(cell -> form.matcher(Blanks.visible(cell)).replaceFirst("$2"))
                        .toList();
            }
        }
        return cells;
    }

    /** Returns a header cell as a column name; case, accents, blanks, hyphens and a unit in brackets are ignored. */
    static Optional<ColumnName> of(String cell) {
        if (cell.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String visible = Blanks.visible(cell);
        String stripped = withoutUnit(visible.startsWith(MISREAD_MARK) ? visible.substring(3) : visible);
        if (ColumnName.isValid(stripped) && !stripped.contains("__")) {
            return Optional.of(ColumnName.of(stripped));
        }
        String letters = isPlain(stripped)
                ? stripped
                : MARKS.matcher(Normalizer.normalize(stripped, Normalizer.Form.NFKD))
                        .replaceAll("");
        String plain = withUnderscores(Blanks.visible(letters).toLowerCase(Locale.ROOT));
        return ColumnName.isValid(plain) ? Optional.of(ColumnName.of(plain)) : Optional.empty();
    }

    private static String withoutUnit(String name) {
        return name.endsWith(")") ? UNIT.matcher(name).replaceFirst("") : name;
    }

    /** Returns a text with an underscore for each run of other characters between letters and digits. */
    private static String withUnderscores(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean between = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean other = (sign < 'a' || sign > 'z') && (sign < '0' || sign > '9');
            if (!other) {
                plain.append(sign);
            } else if (!between && !plain.isEmpty()) {
                plain.append('_');
            }
            between = other;
        }
        int end = plain.length() - 1;
        return end >= 0 && plain.charAt(end) == '_' ? plain.substring(0, end) : plain.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(sign -> sign < 128);
    }
}
