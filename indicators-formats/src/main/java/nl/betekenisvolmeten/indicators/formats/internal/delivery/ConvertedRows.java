package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Rows of a period before the format holds: good ones name the version that they were converted from. */
final class ConvertedRows {

    private final Header header;
    private final Location place;
    private final Set<Period> periods = new TreeSet<>();
    private final Set<String> versions = new TreeSet<>();
    private long rows;
    private long first;

    ConvertedRows(Header header, Location place) {
        this.header = header;
        this.place = place;
    }

    /** Returns whether a row is of a period that it may be of; reports an error where it is not. */
    boolean allows(RawRow row, Consumer<Finding> found) {
        if (!header.mayBeConverted()) {
            return true;
        }
        List<ColumnRule> columns = header.format().ruleSet().columns();
        for (int i = 0; i < columns.size(); i++) {
            int cell = header.places().get(i);
            if (cell < 0 || cell >= row.cells().size() || !(columns.get(i).type() instanceof ColumnType.Time time)) {
                continue;
            }
            String text = row.cells().get(cell);
            Optional<Period> early = Period.read(text)
                    .map(Period.Read::period)
                    .filter(period -> !time.validity().contains(period));
            Optional<FormatId> version = header.convertedFrom(row);
            if (early.isPresent() && version.isEmpty() && time.read(text) instanceof CellResult.Failure failure) {
                found.accept(outside(columns.get(i), failure, text, row));
                return false;
            }
            early.ifPresent(period -> version.ifPresent(id -> note(period, id, row)));
        }
        return true;
    }

    private Finding outside(ColumnRule column, CellResult.Failure failure, String text, RawRow row) {
        Map<String, String> arguments = new HashMap<>(failure.arguments());
        arguments.put("column", column.name().value());
        arguments.put(Finding.VALUE, text);
        return Finding.of(
                header.format().ruleSet().verdict(failure.failed()).code(),
                Severity.ERROR,
                place.withRow(row.number()).withColumn(column.name().value()),
                arguments);
    }

    private void note(Period period, FormatId version, RawRow row) {
        first = rows == 0 ? row.number() : first;
        rows++;
        periods.add(period);
        versions.add(version.toString());
    }

    void finish(Consumer<Finding> found) {
        if (rows > 0) {
            found.accept(Finding.of(
                    DeliveryCodes.CONVERTED,
                    Severity.NOTE,
                    place.withRow(first),
                    Map.of(
                            "count", Long.toString(rows),
                            "period",
                                    String.join(
                                            ", ",
                                            periods.stream().map(Period::code).toList()),
                            "versions", String.join(", ", versions))));
        }
    }
}
