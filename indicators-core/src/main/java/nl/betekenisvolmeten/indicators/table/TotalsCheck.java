package nl.betekenisvolmeten.indicators.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;

/**
 * Finds totals that are not what their parts add up to, in figures that have a total next to its parts: a published
 * dashboard, a table with a row "total". Which code is that of the total is said beforehand; every other code of that
 * dimension is a part.
 *
 * <ul>
 *   <li>Events, states and answers: the total is the sum of the parts.
 *   <li>Events that parts may share, such as meetings over age groups: the total is at least the largest part and at most
 *       the sum.
 *   <li>Persons, who may be in several parts: the total is at least the largest part and at most the sum. Parts that share
 *       nobody, such as age groups, are added up in what it is at least; one of unknown persons may be in any of them.
 *   <li>Means are not looked at: their total needs the parts' numbers of cases.
 * </ul>
 *
 * <p>Where the total or a part is empty, or the total has no parts, nothing can be said, and nothing is. A
 * finding gives the total, the sum and the difference; it does not say which of them is wrong. Immutable and
 * thread-safe.
 */
public final class TotalsCheck {

    private static final FindingCode NOT_THE_SUM = FindingCode.of("BM-T01");

    private final ColumnName dimension;
    private final String total;
    private final Location place;

    private TotalsCheck(ColumnName dimension, String total, Location place) {
        this.dimension = dimension;
        this.total = total;
        this.place = place;
    }

    /**
     * Returns a check.
     *
     * @param dimension the dimension that has a code for the total
     * @param total that code
     * @return the check
     */
    public static TotalsCheck of(ColumnName dimension, String total) {
        return new TotalsCheck(dimension, total, Location.nowhere());
    }

    /**
     * Returns a copy for figures with a name.
     *
     * @param newPlace where the figures stand, for findings
     * @return the check
     */
    public TotalsCheck withPlace(Location newPlace) {
        return new TotalsCheck(dimension, total, newPlace);
    }

    /** The rows that a total is compared with: those with the same other codes. */
    private static final class Group {
        private final List<Observation> totals = new ArrayList<>();
        private final List<Observation> parts = new ArrayList<>();
    }

    /**
     * Checks a table.
     *
     * @param table the figures
     * @return a warning for each measure of each total that does not fit, in the order of the rows
     * @throws IllegalArgumentException if the table does not have the dimension
     */
    public Findings check(CountTable table) {
        TableStructure structure = table.structure();
        int index = structure.requiredDimension(dimension);
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        table.observations().forEach(row -> {
            Group group = groups.computeIfAbsent(otherCodes(row, index), any -> new Group());
            (row.code(index).equals(total) ? group.totals : group.parts).add(row);
        });
        Findings.Collector findings = Findings.Collector.withDefaults();
        Set<String> partition = structure.dimensions().get(index) instanceof Dimension.Category category
                ? category.partition()
                : Set.of();
        groups.forEach((key, group) -> {
            for (int m = 0; m < structure.measures().size(); m++) {
                check(structure.measures().get(m), m, key, group, new Parts(dimension, index, partition), findings);
            }
        });
        return findings.toFindings();
    }

    private static List<String> otherCodes(Observation row, int without) {
        List<String> codes = new ArrayList<>();
        for (int d = 0; d < row.dimensions(); d++) {
            if (d != without) {
                codes.add(row.code(d));
            }
        }
        return List.copyOf(codes);
    }

    /** What the parts of a dimension say of persons. */
    private record Parts(ColumnName name, int dimension, Set<String> exclusive) {

        /** Returns the lower bound of the total of parts: the sum, unless parts may count the same. */
        BigDecimal lower(List<Observation> parts, Measure measure, int index, BigDecimal sum) {
            if (measure instanceof Measure.Distinct persons) {
                return lower(parts, persons, index);
            }
            return measure instanceof Measure.Shared shared && shared.over().contains(name)
                    ? largest(parts, measure, index)
                    : sum;
        }

        private static BigDecimal largest(List<Observation> parts, Measure measure, int index) {
            return parts.stream()
                    .map(part -> BigDecimal.valueOf(part.value(index).orElseThrow(), measure.scale()))
                    .reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        /**
         * Returns the fewest persons in parts: the sum of those that share nobody, or the largest part if that is more.
         */
        private BigDecimal lower(List<Observation> parts, Measure.Distinct persons, int index) {
            BigDecimal together = BigDecimal.ZERO;
            BigDecimal largest = BigDecimal.ZERO;
            for (Observation part : parts) {
                BigDecimal value = BigDecimal.valueOf(part.value(index).orElseThrow());
                boolean apart = persons.partitioned() && exclusive.contains(part.code(dimension));
                together = apart ? together.add(value) : together;
                largest = largest.max(value);
            }
            return together.max(largest);
        }
    }

    private void check(
            Measure measure, int index, List<String> key, Group group, Parts parts, Findings.Collector findings) {
        boolean known = group.totals.size() == 1
                && !group.parts.isEmpty()
                && group.parts.stream().allMatch(part -> part.isKnown(index));
        if (!known || measure instanceof Measure.Mean) {
            return;
        }
        OptionalLong stated = group.totals.get(0).value(index);
        BigDecimal sum = BigDecimal.ZERO;
        for (Observation part : group.parts) {
            sum = sum.add(BigDecimal.valueOf(part.value(index).orElseThrow(), measure.scale()));
        }
        if (stated.isPresent()) {
            BigDecimal value = BigDecimal.valueOf(stated.getAsLong(), measure.scale());
            BigDecimal lower = parts.lower(group.parts, measure, index, sum);
            if (value.compareTo(lower) < 0 || value.compareTo(sum) > 0) {
                findings.add(finding(measure, key, value, sum));
            }
        }
    }

    private Finding finding(Measure measure, List<String> key, BigDecimal value, BigDecimal sum) {
        Map<String, String> arguments = Map.of(
                "column", measure.name().value(),
                "total", TotalsComparison.text(value),
                "sum", TotalsComparison.text(sum),
                "difference", TotalsComparison.text(value.subtract(sum)),
                "key", key.isEmpty() ? total : String.join(", ", key));
        return Finding.of(
                NOT_THE_SUM, Severity.WARNING, place.withColumn(measure.name().value()), arguments);
    }
}
