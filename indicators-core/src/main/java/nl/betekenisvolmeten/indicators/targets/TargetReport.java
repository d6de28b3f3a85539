package nl.betekenisvolmeten.indicators.targets;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Target;

/**
 * Targets and what became of them: all that were asked about, also those of which nothing is known.
 *
 * @param lines one for each target, in the order asked
 * @param asOf the day on which is judged; empty when every period is taken to have ended
 * @param findings what was found on the way, such as a stated figure that contradicts the deliveries
 */
public record TargetReport(List<Line> lines, Optional<LocalDate> asOf, Findings findings) {

    public TargetReport {
        lines = List.copyOf(lines);
    }

    /**
     * A target.
     *
     * @param result what became of it
     * @param evidence the figure of each of the result's steps, in their order
     * @param lacks why there is no plain yes or no; empty when there is
     */
    public record Line(TargetResult result, List<Evidence> evidence, Set<UndecidedReason> lacks) {

        /** @throws IllegalArgumentException if there are not as many figures as steps */
        public Line {
            evidence = List.copyOf(evidence);
            Set<UndecidedReason> copy = EnumSet.noneOf(UndecidedReason.class);
            copy.addAll(lacks);
            lacks = Collections.unmodifiableSet(copy);
            if (evidence.size() != result.steps().size()) {
                throw new IllegalArgumentException(
                        evidence.size() + " figures for " + result.steps().size() + " steps");
            }
        }

        /**
         * The target.
         *
         * @return the target
         */
        public Target target() {
            return result.target();
        }

        /**
         * Whether the target is about a whole course of years, and not about one period.
         *
         * @return true for a path
         */
        public boolean isWholeLife() {
            return target().aim() instanceof Target.Path;
        }
    }

    /**
     * The targets about one period.
     *
     * @return the lines, in order
     */
    public List<Line> ofPeriods() {
        return lines.stream().filter(line -> !line.isWholeLife()).toList();
    }

    /**
     * The targets about a whole course of years.
     *
     * @return the lines, in order
     */
    public List<Line> ofWholeLives() {
        return lines.stream().filter(Line::isWholeLife).toList();
    }

    /**
     * How many targets have an outcome.
     *
     * @param outcome the outcome
     * @return 0 or more
     */
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.result().outcome() == outcome).count();
    }
}
