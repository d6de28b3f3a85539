package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Looks whether a format holds for any period in some rows, and remembers those for which it does not. */
final class PeriodsOutside {

    private final Header header;
    private final List<Integer> columns;
    private final Set<Period> found = new TreeSet<>();

    PeriodsOutside(Header header) {
        this.header = header;
        columns = IntStream.range(0, header.places().size())
                .filter(column -> header.places().get(column) >= 0
                        && header.format().columns().get(column).rule().type() instanceof ColumnType.Time)
                .boxed()
                .toList();
    }

    /** Returns the format's columns that contain a period and are present. */
    List<Integer> columns() {
        return columns;
    }

    Set<Period> found() {
        return found;
    }

    boolean holdsForAny(List<RawRow> rows) {
        return rows.stream().anyMatch(this::holdsFor);
    }

    /**
     * Returns whether the format is valid for the period of any row. Reading stops at a fault, which is reported when
     * the rows are read again.
     */
    boolean holdsForAny(RawTable table) throws IOException {
        try (RowReader rows = table.rows()) {
            for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().number() > header.row().number() && holdsFor(row.get())) {
                    return true;
                }
            }
        } catch (UnreadableException e) {
            return false;
        }
        return false;
    }

    /** Returns the number of periods in some rows whose length the format does not take. */
    long ofOtherLengths(List<RawRow> rows) {
        return columns.stream()
                .mapToLong(column -> {
                    ColumnType.Time type = (ColumnType.Time)
                            header.format().columns().get(column).rule().type();
                    return rows.stream()
                            .flatMap(row -> period(row, column).stream())
                            .filter(period -> !type.lengths().contains(period.kind()))
                            .count();
                })
                .sum();
    }

    private boolean holdsFor(Period period, int column, RawRow row) {
        List<ColumnRule> rules = header.convertedFrom(row).isPresent()
                ? header.rules().columns()
                : header.format().ruleSet().columns();
        return rules.get(column).type() instanceof ColumnType.Time time
                && time.validity().contains(period);
    }

    private Optional<Period> period(RawRow row, int column) {
        int place = header.places().get(column);
        return place < row.cells().size()
                ? Period.read(row.cells().get(place)).map(Period.Read::period)
                : Optional.empty();
    }

    private boolean holdsFor(RawRow row) {
        for (int column : columns) {
            Optional<Period> period = period(row, column);
            if (period.isPresent() && holdsFor(period.get(), column, row)) {
                return true;
            }
            period.ifPresent(found::add);
        }
        return false;
    }
}
