package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;

/**
 * Whether rows can hold the same person. They cannot when they are of one period and of different codes that share no
 * persons, such as two age groups: then their persons may be added. This is asked of the codes as they were delivered.
 */
final class DisjointRows {

    private record Partition(int column, Set<String> codes) {}

    private final List<Partition> partitions = new ArrayList<>();
    private final List<Integer> times = new ArrayList<>();

    DisjointRows(FormatDefinition source) {
        for (int i = 0; i < source.columns().size(); i++) {
            if (source.columns().get(i).rule().part() instanceof ColumnRule.Part.OfDimension part) {
                if (part.dimension() instanceof Dimension.Category category) {
                    partitions.add(new Partition(i, category.partition()));
                } else if (part.dimension() instanceof Dimension.Time) {
                    times.add(i);
                }
            }
        }
    }

    /** Returns whether no person can be in two of the rows. */
    boolean areDisjoint(List<RowCombiner.Member> members) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!areDisjoint(members.get(i).original(), members.get(j).original())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean areDisjoint(CheckedRow left, CheckedRow right) {
        boolean samePeriod = times.stream()
                .allMatch(time -> left.texts().get(time).equals(right.texts().get(time)));
        return samePeriod
                && partitions.stream().anyMatch(partition -> {
                    String code = left.texts().get(partition.column());
                    String otherCode = right.texts().get(partition.column());
                    return !code.equals(otherCode) && partition.codes().containsAll(Set.of(code, otherCode));
                });
    }
}
