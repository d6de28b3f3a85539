package nl.betekenisvolmeten.indicators.examples.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * Passes on rows of periods up to a day.
 *
 * @param time the index of the column with the period
 * @param end the last day; empty if all rows are passed on
 * @param to the taker of the rows
 */
record RowsUntil(int time, Optional<LocalDate> end, RowTaker to) implements RowTaker {

    @Override
    public void accept(Observation row) {
        accept(row, row);
    }

    @Override
    public void accept(Observation row, Observation delivered) {
        if (isInTime(row.code(time))) {
            to.accept(row, delivered);
        }
    }

    @Override
    public void acceptRejected(RejectedRows rows) {
        Set<String> codes = rows.codes().get(time);
        Set<String> own = codes.stream().filter(this::isInTime).collect(Collectors.toCollection(TreeSet::new));
        if (codes.isEmpty()) {
            to.acceptRejected(rows);
        } else if (!own.isEmpty()) {
            to.acceptRejected(rows.withCodes(time, own));
        }
    }

    @Override
    public void refuse(Observation row) {
        if (isInTime(row.code(time))) {
            to.refuse(row);
        }
    }

    private boolean isInTime(String code) {
        return end.isEmpty()
                || Period.parseCode(code)
                        .filter(own -> own.lastDayInclusive().isAfter(end.get()))
                        .isEmpty();
    }
}
