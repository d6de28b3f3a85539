package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import java.util.Arrays;
import java.util.List;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.constraints.PeriodCode;

/**
 * Whether a value is the code of a period.
 *
 * @param <T> the values
 */
public abstract class PeriodCodeValidator<T> extends CellConstraint<PeriodCode, T> {

    private List<ColumnType.Time> types = List.of();

    PeriodCodeValidator() {}

    /** For texts. */
    public static final class OfText extends PeriodCodeValidator<CharSequence> {
        /** Creates a validator; called by Bean Validation. */
        public OfText() {}
    }

    /** For periods, whose length may still be another. */
    public static final class OfPeriod extends PeriodCodeValidator<Period> {
        /** Creates a validator; called by Bean Validation. */
        public OfPeriod() {}
    }

    @Override
    public void initialize(PeriodCode annotation) {
        PeriodKind[] kinds = annotation.kinds().length == 0 ? PeriodKind.values() : annotation.kinds();
        types = Arrays.stream(kinds)
                .map(kind -> new ColumnType.Time(kind, Validity.always()))
                .toList();
    }

    @Override
    CellResult read(String text) {
        return CellFindings.read(types, text);
    }
}
