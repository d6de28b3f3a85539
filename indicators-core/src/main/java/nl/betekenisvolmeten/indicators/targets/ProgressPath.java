package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;

/**
 * The way from a baseline to a value.
 *
 * @param baseline from where; empty where it is not known
 * @param destination where to; empty where no value is named
 * @param more whether more is asked for, so that without baseline a part of the value is a part of the way
 */
record ProgressPath(Optional<BigDecimal> baseline, Optional<BigDecimal> destination, boolean more) {

    /** Returns how much of the way has been covered. */
    Achievement gone(TargetResult.Realised realised) {
        if (!isKnown(realised)) {
            return new Achievement.Undefined(Achievement.Reason.NO_FIGURE);
        }
        if (destination.isEmpty()) {
            return new Achievement.Undefined(Achievement.Reason.NO_VALUE);
        }
        return baseline.map(from -> fromBaseline(realised.value(), from, destination.get()))
                .orElseGet(() -> ofTarget(realised.value(), destination.get()));
    }

    private static boolean isKnown(TargetResult.Realised realised) {
        return realised.state() == TargetResult.Realised.State.COMPLETE
                && realised.value().lowerBound().isPresent();
    }

    private static Achievement fromBaseline(CellValue value, BigDecimal from, BigDecimal to) {
        if (from.compareTo(to) == 0) {
            return new Achievement.Undefined(Achievement.Reason.TARGET_IS_BASELINE);
        }
        return new Achievement.Share(
                quotient(minus(value, from), to.subtract(from)), Achievement.Basis.WAY_FROM_BASELINE);
    }

    private Achievement ofTarget(CellValue value, BigDecimal to) {
        if (to.signum() == 0) {
            return new Achievement.Undefined(Achievement.Reason.TARGET_IS_ZERO);
        }
        return more && to.signum() > 0
                ? new Achievement.Share(quotient(value, to), Achievement.Basis.TARGET)
                : new Achievement.Undefined(Achievement.Reason.NO_BASELINE);
    }

    /** Returns the planned change, as a share of the baseline. */
    Optional<CellValue> planned() {
        return destination.flatMap(to -> change(CellValue.of(to)));
    }

    /** Returns the change achieved, as a share of the baseline. */
    Optional<CellValue> realised(TargetResult.Realised realised) {
        return isKnown(realised) ? change(realised.value()) : Optional.empty();
    }

    private Optional<CellValue> change(CellValue value) {
        return baseline.map(from -> quotient(minus(value, from), from.abs()));
    }

    private static CellValue minus(CellValue value, BigDecimal from) {
        return CellValue.between(
                value.lowerBound().orElseThrow().subtract(from),
                value.upperBound().orElseThrow().subtract(from));
    }

    private static CellValue quotient(CellValue above, BigDecimal below) {
        return BoundedRatio.of(above, CellValue.of(below), Per.ONE).value();
    }
}
