package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ValidationRun.RefusedRow;

/**
 * Who takes the rows of a delivery; those who take good ones are asked once, when the format is known.
 *
 * @param observations takes good rows as part of a table
 * @param rows takes good rows with all their cells; empty when nobody asks for them
 * @param refused takes rows with an error; empty when nobody asks for them
 * @param history the delivery before; empty when there is none to compare with
 */
record RowHandlers(
        Function<FormatDefinition, RowTaker> observations,
        Optional<Function<FormatDefinition, Consumer<CheckedRow>>> rows,
        Optional<Consumer<RefusedRow>> refused,
        Optional<History> history) {

    static RowHandlers of(Function<FormatDefinition, RowTaker> observations) {
        return new RowHandlers(observations, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static RowHandlers ofRows(Function<FormatDefinition, Consumer<CheckedRow>> rows) {
        return new RowHandlers(format -> RowTaker.ofNothing(), Optional.of(rows), Optional.empty(), Optional.empty());
    }

    RowHandlers with(History before) {
        return new RowHandlers(observations, rows, refused, Optional.of(before));
    }

    RowHandlers withRefused(Consumer<RefusedRow> taker) {
        return new RowHandlers(observations, rows, Optional.of(taker), history);
    }
}
