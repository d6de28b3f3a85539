package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * A header row matched to a format: which cell of a row belongs to which column.
 *
 * @param row the header as written in the file
 * @param format the format
 * @param places for each column of the format, the cell that holds it, or -1
 * @param missing the required columns that are not there
 * @param twice the columns that are there more than once; none of them is read
 * @param convertedFrom the cell that names the version that a row was converted from, or -1
 */
public record Header(
        RawRow row,
        FormatDefinition format,
        List<Integer> places,
        List<ColumnName> missing,
        Set<ColumnName> twice,
        int convertedFrom) {

    /** Maximum length of a column name. */
    private static final int LONGEST_NAME = 1_000;

    private static final String REASON = "reason";

    /** A byte order mark that was read as Windows-1252. */
    private static final String MISREAD_MARK = "ï»¿";

    private static final Pattern UNIT =
            Pattern.compile("(?iu) *\\((?:aantal|aantallen|n|#|(?:in )?uren|uur|personen)\\)$");

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    static Header of(RawRow row, FormatDefinition format) {
        List<Optional<ColumnName>> names =
                row.cells().stream().map(Header::columnName).toList();
        List<Integer> places = new ArrayList<>();
        List<ColumnName> missing = new ArrayList<>();
        Set<ColumnName> twice = new HashSet<>();
        for (Column column : format.columns()) {
            List<Integer> found = cellsNamed(names, column.name());
            if (found.size() > 1) {
                twice.add(column.name());
            } else if (found.isEmpty() && column.rule().required()) {
                missing.add(column.name());
            }
            places.add(found.size() == 1 ? found.get(0) : -1);
        }
        List<Integer> marks = cellsNamed(names, FormatDefinition.CONVERTED_FROM);
        boolean marked = marks.size() == 1
                && format.column(FormatDefinition.CONVERTED_FROM).isEmpty()
                && format.readableFrom().isPresent();
        return new Header(
                row, format, List.copyOf(places), List.copyOf(missing), Set.copyOf(twice), marked ? marks.get(0) : -1);
    }

    private static List<Integer> cellsNamed(List<Optional<ColumnName>> names, ColumnName name) {
        return IntStream.range(0, names.size())
                .filter(cell -> names.get(cell).filter(name::equals).isPresent())
                .boxed()
                .toList();
    }

    /** Returns a header cell as a column name; case, accents, blanks, hyphens and a unit in brackets are ignored. */
    static Optional<ColumnName> columnName(String cell) {
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

    /** Returns a text with an underscore for each run of characters other than letters and digits between these. */
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
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether rows may have been converted from an earlier version. */
    boolean mayBeConverted() {
        return convertedFrom >= 0;
    }

    /** Returns the rules that rows must satisfy. */
    RuleSet rules() {
        return mayBeConverted() ? format.convertedRules() : format.ruleSet();
    }

    /** Returns the earlier version that a row was converted from; empty if it names none. */
    Optional<FormatId> convertedFrom(RawRow converted) {
        return convertedFrom >= 0 && convertedFrom < converted.cells().size()
                ? FormatId.parse(converted.cells().get(convertedFrom).strip())
                        .filter(id -> format.earlierVersions().stream()
                                .anyMatch(version -> version.id().equals(id)))
                : Optional.empty();
    }

    /** Returns the columns that cannot be checked: they are missing or appear more than once. */
    Set<ColumnName> absent() {
        Set<ColumnName> absent = new HashSet<>(twice);
        absent.addAll(missing);
        return absent;
    }

    /**
     * Returns what is wrong with the header: missing columns first, then unknown and repeated ones, and other spellings
     * last.
     */
    List<Finding> findings(Location place, Leniency leniency) {
        Location where = place.withRow(row.number());
        List<Finding> findings = new ArrayList<>();
        missing(where).ifPresent(findings::add);
        Map<String, String> otherwise = new LinkedHashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            if (i == convertedFrom) {
                continue;
            }
            Optional<ColumnName> name =
                    columnName(cell).filter(known -> format.column(known).isPresent());
            if (name.isEmpty()) {
                unknown(cell, where).ifPresent(findings::add);
            } else if (twice.contains(name.get())) {
                repeated.add(name.get().value());
            } else if (!cell.equals(name.get().value())) {
                otherwise.put(name.get().value(), cell);
            }
        }
        repeated(repeated, where).ifPresent(findings::add);
        otherwise(otherwise, where, leniency).ifPresent(findings::add);
        return findings;
    }

    /** Returns one finding for all missing columns, which usually have one cause. */
    private Optional<Finding> missing(Location where) {
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = missing.stream().map(ColumnName::value).toList();
        Map<String, String> arguments = new HashMap<>();
        arguments.put("column", String.join(", ", names));
        arguments.put(
                "headers",
                row.cells().stream()
                        .filter(cell -> !Blanks.isBlank(cell))
                        .map(cell -> PersonalData.refused(Blanks.visible(cell)))
                        .collect(Collectors.joining(", ")));
        Map<ColumnName, String> proposals = HeaderProposals.of(unknownHeaders(), missing);
        if (!proposals.isEmpty()) {
            arguments.put("mapping", HeaderProposals.text(proposals));
        }
        if (names.size() == 1) {
            if (!proposals.isEmpty()) {
                arguments.put(REASON, "proposal");
            }
            return Optional.of(new Finding(
                    DeliveryCodes.MISSING_COLUMN,
                    Severity.ERROR,
                    where.withColumn(names.get(0)),
                    arguments,
                    proposals.values().stream().map(PersonalData::refused).toList()));
        }
        arguments.put(REASON, proposals.isEmpty() ? "several" : "several_proposals");
        return Optional.of(Finding.of(DeliveryCodes.MISSING_COLUMN, Severity.ERROR, where, arguments));
    }

    /** Returns one finding for all columns that occur more than once, for example in two tables next to each other. */
    private static Optional<Finding> repeated(Set<String> names, Location where) {
        String all = String.join(", ", names);
        if (names.size() < 2) {
            return names.stream()
                    .map(name -> about(DeliveryCodes.COLUMN_TWICE, Severity.ERROR, where, name))
                    .findFirst();
        }
        Map<String, String> arguments = Map.of("column", all, REASON, "several");
        return Optional.of(Finding.of(DeliveryCodes.COLUMN_TWICE, Severity.ERROR, where, arguments));
    }

    /** Returns one finding for all names with a different spelling, which usually have one cause, such as capitals. */
    private static Optional<Finding> otherwise(Map<String, String> cells, Location where, Leniency leniency) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", cells.keySet());
        Map<String, String> arguments = new HashMap<>();
        arguments.put(Finding.VALUE, String.join(", ", cells.values()));
        arguments.put("read_as", names);
        if (cells.size() == 1) {
            arguments.put("column", names);
        }
        return Optional.of(Finding.of(
                DeliveryCodes.HEADER_NOTATION,
                leniency.notation(Severity.WARNING),
                cells.size() == 1 ? where.withColumn(names) : where,
                arguments));
    }

    List<String> unknownHeaders() {
        return row.cells().stream()
                .map(String::strip)
                .filter(cell -> columnName(cell).flatMap(format::column).isEmpty() && !Blanks.isBlank(cell))
                .toList();
    }

    /**
     * Returns the finding about a column that the format does not have; empty for one without a name, which
     * spreadsheets leave behind and which matters only if it is not empty.
     */
    private static Optional<Finding> unknown(String cell, Location where) {
        if (Blanks.isBlank(cell)) {
            return Optional.empty();
        }
        Set<PersonalData.Kind> kinds = PersonalData.find(cell);
        String shown = PersonalData.refused(Blanks.visible(cell));
        return Optional.of(
                kinds.isEmpty()
                        ? about(DeliveryCodes.UNKNOWN_COLUMN, Severity.WARNING, where, shown)
                        : personalData(where.withColumn(shown), shown, kinds, cell));
    }

    /** Returns the finding that a cell outside all columns contains personal data. */
    static Finding personalData(Location where, String column, Set<PersonalData.Kind> kinds, String text) {
        return Finding.of(
                DeliveryCodes.PERSONAL_DATA,
                Severity.ERROR,
                where,
                Map.of("column", column, "kinds", PersonalData.names(kinds), Finding.VALUE, text));
    }

    /** Returns the places of the columns without a name. */
    List<Integer> nameless() {
        return IntStream.range(0, row.cells().size())
                .filter(cell -> Blanks.isBlank(row.cells().get(cell)))
                .boxed()
                .toList();
    }

    /** Returns the name of a cell's column, or its number from 1 if it has no name. */
    String nameOf(int cell) {
        String name = cell < row.cells().size()
                ? PersonalData.refused(Blanks.visible(row.cells().get(cell)))
                : "";
        return Blanks.isBlank(name) ? Integer.toString(cell + 1) : name;
    }

    /**
     * Returns the finding that a column without a name contains something; the column is named by its number, from 1.
     */
    Finding nameless(int cell, Location place) {
        return about(DeliveryCodes.UNKNOWN_COLUMN, Severity.WARNING, place.withRow(row.number()), nameOf(cell));
    }

    private static Finding about(FindingCode code, Severity severity, Location where, String column) {
        return Finding.of(code, severity, where.withColumn(column), Map.of("column", column));
    }
}
