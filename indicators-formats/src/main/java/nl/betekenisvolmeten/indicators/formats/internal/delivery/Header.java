package nl.betekenisvolmeten.indicators.formats.internal.delivery;

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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
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

    private static final String REASON = "reason";

    private static final Set<String> PERIOD_PARTS = Set.of("jaar", "year", "kwartaal", "quarter", "maand", "month");

    static Header of(RawRow row, FormatDefinition format) {
        List<Optional<ColumnName>> names = HeaderNames.of(row.cells(), isIn(format));
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

    private static Predicate<ColumnName> isIn(FormatDefinition format) {
        return name -> format.column(name).isPresent();
    }

    private static List<Integer> cellsNamed(List<Optional<ColumnName>> names, ColumnName name) {
        return IntStream.range(0, names.size())
                .filter(cell -> names.get(cell).filter(name::equals).isPresent())
                .boxed()
                .toList();
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
        Map<ColumnName, String> proposals =
                missing.isEmpty() ? Map.of() : HeaderProposals.of(unknownHeaders(), absentNames());
        Set<String> spokenOf = new HashSet<>(proposals.values());
        spokenOf.addAll(partsOfPeriod());
        missing(where, proposals).ifPresent(findings::add);
        List<Optional<ColumnName>> names = HeaderNames.of(row.cells(), isIn(format));
        Map<String, String> otherwise = new LinkedHashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            if (i == convertedFrom) {
                continue;
            }
            Optional<ColumnName> name = names.get(i).filter(isIn(format));
            if (name.isEmpty()) {
                // its meaning was already proposed above
                unknown(cell, where)
                        .filter(finding -> !finding.code().equals(DeliveryCodes.UNKNOWN_COLUMN)
                                || !spokenOf.contains(cell.strip()))
                        .ifPresent(findings::add);
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
    private Optional<Finding> missing(Location where, Map<ColumnName, String> proposals) {
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
        if (!partsOfPeriod().isEmpty()) {
            arguments.put(REASON, "parts");
            return Optional.of(Finding.of(
                    DeliveryCodes.MISSING_COLUMN, Severity.ERROR, where.withColumn(names.get(0)), arguments));
        }
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
                    Stream.ofNullable(proposals.get(missing.get(0)))
                            .map(PersonalData::refused)
                            .toList()));
        }
        arguments.put(REASON, proposals.isEmpty() ? "several" : "several_proposals");
        return Optional.of(Finding.of(DeliveryCodes.MISSING_COLUMN, Severity.ERROR, where, arguments));
    }

    /** Returns the headers of a year and of a part of the year if only the period column is missing. */
    private List<String> partsOfPeriod() {
        List<String> parts = unknownHeaders().stream()
                .filter(header -> PERIOD_PARTS.contains(header.toLowerCase(Locale.ROOT)))
                .toList();
        return missing.size() == 1
                        && parts.size() == 2
                        && format.column(missing.get(0))
                                .filter(column -> column.rule().type() instanceof ColumnType.Time)
                                .isPresent()
                ? parts
                : List.of();
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
        List<Optional<ColumnName>> names = HeaderNames.of(row.cells(), isIn(format));
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).filter(isIn(format)).isEmpty()
                        && !Blanks.isBlank(row.cells().get(i)))
                .mapToObj(i -> row.cells().get(i).strip())
                .toList();
    }

    /** Returns the missing columns, required columns first. */
    private List<ColumnName> absentNames() {
        List<ColumnName> absent = new ArrayList<>(missing);
        for (int i = 0; i < places.size(); i++) {
            ColumnName name = format.columns().get(i).name();
            if (places.get(i) < 0 && !missing.contains(name) && !twice.contains(name)) {
                absent.add(name);
            }
        }
        return absent;
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
