package nl.betekenisvolmeten.indicators.aggregation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateReader;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * A short print of what decides how the state of an aggregator must be read: columns with their natures, groupings and
 * series. The same plan has the same print on any machine.
 */
final class PlanPrint {

    private PlanPrint() {}

    /**
     * Opens the state of an aggregator, after the print of its plan.
     *
     * @throws IllegalArgumentException if it is not a state, or is that of another plan
     */
    static StateReader reader(AggregationPlan plan, byte[] state) {
        StateReader in = new StateReader(state);
        if (!Arrays.equals(in.bytes(), of(plan))) {
            throw new IllegalArgumentException("not a state, or that of an aggregator of another plan");
        }
        return in;
    }

    static byte[] of(AggregationPlan plan) {
        String text = Stream.of(
                        plan.structure().dimensions().stream().map(PlanPrint::dimension),
                        plan.structure().measures().stream().map(measure -> measure(measure, plan.structure())),
                        plan.groupings().stream().map(Object::toString),
                        plan.series().stream().map(PlanPrint::series))
                .map(part -> part.collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the print of a dimension, with its set of codes sorted, as sets have no order of their own. */
    private static String dimension(Dimension dimension) {
        return dimension instanceof Dimension.Category category
                ? "Category " + category.name() + " " + new TreeSet<>(category.partition())
                : dimension.toString();
    }

    private static String measure(Measure measure, TableStructure structure) {
        return measure instanceof Measure.Shared shared
                ? measure + " within " + structure.combination(shared)
                : measure.toString();
    }

    private static String series(Series series) {
        if (series instanceof Series.Ratio ratio) {
            return String.join(
                    "\t",
                    List.of(
                            ratio.name(),
                            series(ratio.numerator()),
                            series(ratio.denominator()),
                            Boolean.toString(ratio.partOfWhole())));
        }
        Series.Total total = (Series.Total) series;
        Map<ColumnName, Set<String>> codes = new TreeMap<>();
        total.where().codes().forEach((column, values) -> codes.put(column, new TreeSet<>(values)));
        return total.name() + "\t" + total.measure() + "\t" + codes;
    }
}
