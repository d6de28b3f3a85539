package nl.betekenisvolmeten.indicators.examples.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.report.Explainer;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/**
 * Attributes of organisations, added to rows as columns by reporter and period.
 *
 * @param rows a row for each organisation and time
 */
record Organisations(List<CheckedRow> rows) implements Explainer.MoreColumns {

    static final Organisations NONE = new Organisations(List.of());

    private static final List<ColumnName> COLUMNS = List.of(ColumnName.of("soort"), ColumnName.of("keurmerk"));
    private static final ColumnName ORGANISATION = ColumnName.of("organisatie");
    private static final ColumnName NAME = ColumnName.of("naam");
    private static final ColumnName FROM = ColumnName.of("vanaf");
    private static final ColumnName TO = ColumnName.of("tot");
    private static final String UNKNOWN = "ONBEKEND";

    /** Returns the columns of rows, with those that the organisations add. */
    @Override
    public TableStructure with(TableStructure structure) {
        if (rows.isEmpty() || structure.reporterIndex().isEmpty()) {
            return structure;
        }
        List<Dimension> dimensions = new ArrayList<>(structure.dimensions());
        COLUMNS.forEach(column -> dimensions.add(Dimension.Category.of(column)));
        return new TableStructure(dimensions, structure.measures(), structure.key());
    }

    /** Returns a taker of rows of a structure that passes them on with the columns that the organisations add. */
    @Override
    public RowTaker around(TableStructure structure, RowTaker to) {
        if (with(structure).equals(structure)) {
            return to;
        }
        int reporter = structure.reporterIndex().orElseThrow();
        int time = structure.timeIndex().orElseThrow();
        return new MoreColumns(
                row -> {
                    LocalDate day = Period.ofCode(row.code(time)).lastDayInclusive();
                    return COLUMNS.stream()
                            .map(column -> code(column, row.code(reporter), day))
                            .toList();
                },
                any -> Collections.nCopies(COLUMNS.size(), Set.of()),
                own -> COLUMNS.stream()
                        .map(column -> codes(column, own.get(reporter), own.get(time)))
                        .toList(),
                to);
    }

    private Set<String> codes(ColumnName column, Set<String> organisations, Set<String> periods) {
        return periods.stream()
                .map(period -> Period.ofCode(period).lastDayInclusive())
                .flatMap(day -> organisations.stream().map(organisation -> code(column, organisation, day)))
                .collect(Collectors.toSet());
    }

    /** Returns the name of an organisation; its number if it has none. */
    String name(String organisation) {
        return rows.stream()
                .filter(row -> row.text(ORGANISATION).equals(Optional.of(organisation)))
                .flatMap(row -> row.text(NAME).stream())
                .reduce((earlier, later) -> later)
                .orElse(organisation);
    }

    /** Returns the codes of a column. */
    Set<String> codes(String column) {
        Set<String> codes = new TreeSet<>(Set.of(UNKNOWN));
        rows.forEach(row -> row.text(ColumnName.of(column)).ifPresent(codes::add));
        return codes;
    }

    /** Returns whether the organisations add a column. */
    boolean gives(String column) {
        return !rows.isEmpty()
                && COLUMNS.stream().anyMatch(known -> known.value().equals(column));
    }

    /** Returns the code of an organisation on the last day of a period; unknown for an unknown organisation. */
    private String code(ColumnName column, String organisation, LocalDate day) {
        return rows.stream()
                .filter(row -> row.text(ORGANISATION).equals(Optional.of(organisation)))
                .filter(row -> row.text(FROM)
                        .map(LocalDate::parse)
                        .filter(day::isBefore)
                        .isEmpty())
                .filter(row ->
                        row.text(TO).map(LocalDate::parse).filter(day::isAfter).isEmpty())
                .flatMap(row -> row.text(column).stream())
                .findFirst()
                .orElse(UNKNOWN);
    }
}
