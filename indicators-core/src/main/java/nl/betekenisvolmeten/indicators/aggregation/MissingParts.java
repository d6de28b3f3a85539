package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;

/**
 * Applies the policy on parts that did not come in.
 *
 * @param policy what becomes of a total; empty leaves the total of what came in
 * @param coverage which reports came in
 * @param agreed whether the reports were agreed, and not only seen elsewhere
 */
record MissingParts(Optional<MissingPolicy> policy, Optional<Coverage> coverage, boolean agreed) {

    private static final CellValue REFUSED = new CellValue.NotDefined(CellValue.Reason.INCOMPLETE);

    static MissingParts of(MissingPolicy policy, Optional<Coverage> coverage, boolean agreed) {
        return new MissingParts(Optional.of(policy), coverage, agreed);
    }

    /** Returns whether all agreed reports are present; true if none were agreed. */
    boolean isComplete() {
        return !agreed
                || coverage.map(known -> known.reported() >= known.expected()).orElse(true);
    }

    /** Returns whether reports are missing that make a total incomplete under the policy. */
    boolean lacksReports() {
        return policy.map(this::reports).orElse(0L) > 0;
    }

    /** Returns the number of missing reports that make a total incomplete. */
    private long reports(MissingPolicy policy) {
        return policy instanceof MissingPolicy.AddUp && !agreed
                ? 0
                : coverage.map(known -> known.expected() - known.reported()).orElse(0L);
    }

    /**
     * Returns the figure under the policy, or as received without one.
     *
     * @param name the figure's name
     * @param received the total of what came in
     * @param rejected what can be read of rejected rows
     * @param cap the upper bound of the total, for persons; empty if that is not known
     */
    Figure apply(String name, Figure received, RejectedCells rejected, OptionalLong cap) {
        Figure figure = received.withMoreMissing(rejected.cells());
        return policy.map(chosen -> figure.withValue(value(chosen, name, received, rejected, cap)))
                .orElse(figure);
    }

    /**
     * Returns the figure of a state under the policy. A missing report or row may be of a later day than the delivered
     * state, which then says nothing about the whole.
     *
     * @param received the delivered state
     * @param rejected what can be read of rejected rows
     */
    Figure applyToState(Figure received, RejectedCells rejected) {
        Figure figure = apply("", received, rejected, OptionalLong.empty());
        boolean later = lacksReports() || !rejected.isNone();
        return later && figure.value() instanceof CellValue.Incomplete
                ? figure.withValue(new CellValue.Incomplete(
                        received.value().exact().or(() -> sum(received.value())), Optional.empty(), Optional.empty()))
                : figure;
    }

    private static Optional<BigDecimal> sum(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.sum() : Optional.empty();
    }

    private CellValue value(
            MissingPolicy chosen, String name, Figure received, RejectedCells rejected, OptionalLong cap) {
        CellValue value = received.value();
        boolean whole = reports(chosen) == 0
                && received.cellsMissing() == 0
                && rejected.isNone()
                && !(value instanceof CellValue.Incomplete);
        if (whole || isFinal(chosen, value, rejected)) {
            return value;
        }
        if (chosen instanceof MissingPolicy.Refuse) {
            return REFUSED;
        }
        if (received.numerator().isPresent() || value instanceof CellValue.NotDefined) {
            return CellValue.Incomplete.unknown();
        }
        if (value instanceof CellValue.Incomplete incomplete) {
            return bounded(chosen, incomplete, rejected);
        }
        return chosen instanceof MissingPolicy.Bound bound
                ? bounded(bound, name, received, rejected, cap)
                : CellValue.Incomplete.of(value);
    }

    /** Returns bounds. Cells with an upper bound keep one when more is missing, if that has an upper bound too. */
    private CellValue bounded(MissingPolicy chosen, CellValue.Incomplete received, RejectedCells rejected) {
        boolean known = reports(chosen) == 0
                && (rejected.isNone()
                        || (chosen instanceof MissingPolicy.Bound && rejected.unknown() == 0 && !rejected.open()));
        return known
                ? new CellValue.Incomplete(
                        received.sum(), received.lower(), received.upper().map(rejected.sum()::add))
                : new CellValue.Incomplete(received.sum(), received.lower(), Optional.empty());
    }

    /** Returns whether there is no total, whatever else is missing. */
    private static boolean isFinal(MissingPolicy chosen, CellValue value, RejectedCells rejected) {
        return value instanceof CellValue.Missing
                ? rejected.isNone() || !(chosen instanceof MissingPolicy.Refuse)
                : value instanceof CellValue.NotDefined no && no.reason() == CellValue.Reason.OVERFLOW;
    }

    private CellValue bounded(
            MissingPolicy.Bound bound, String name, Figure received, RejectedCells rejected, OptionalLong cap) {
        BigDecimal lower = received.value().lowerBound().orElseThrow();
        BigDecimal most = received.value().upperBound().orElseThrow().add(rejected.sum());
        Optional<BigDecimal> upper = Optional.ofNullable(bound.ceilings().get(name));
        long unknown = Math.addExact(Math.addExact(reports(bound), received.cellsMissing()), rejected.unknown());
        if (unknown == 0) {
            upper = Optional.of(most);
        } else {
            upper = upper.map(
                    ceiling -> ceiling.multiply(BigDecimal.valueOf(unknown)).add(most));
        }
        if (rejected.open()) {
            upper = Optional.empty();
        }
        if (cap.isPresent() && lower.compareTo(BigDecimal.valueOf(cap.getAsLong())) <= 0) {
            BigDecimal inhabitants = BigDecimal.valueOf(cap.getAsLong());
            upper = Optional.of(upper.map(inhabitants::min).orElse(inhabitants));
        }
        return new CellValue.Incomplete(Optional.empty(), Optional.of(lower), upper);
    }
}
