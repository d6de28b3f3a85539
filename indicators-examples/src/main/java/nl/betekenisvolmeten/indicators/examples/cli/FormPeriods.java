package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** The periods that forms are about. */
final class FormPeriods {

    private FormPeriods() {}

    /** Returns the length of the periods of a form; empty if it asks for none. */
    static Optional<PeriodKind> kind(FormatDefinition format) {
        return format.columns().stream()
                .flatMap(column ->
                        column.rule().type() instanceof ColumnType.Time time ? Stream.of(time.kind()) : Stream.empty())
                .findFirst();
    }
}
