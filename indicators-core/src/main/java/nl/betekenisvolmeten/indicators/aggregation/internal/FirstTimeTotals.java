package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.List;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/**
 * Persons who are counted once in a period and a place, such as a year, an organisation and a stadsdeel. Within one
 * period and place they add up. Over several, the same person may be in each, so there are at least as many persons as
 * in the largest one.
 */
public final class FirstTimeTotals implements SeriesTotals {

    private final int measure;
    private final RowSelection rows;
    private final Level group;
    private final Level place;
    private final FlowTotals sums;
    private final FlowTotals places;

    public FirstTimeTotals(int measure, Level group, Level place, RowSelection rows) {
        this.measure = measure;
        this.rows = rows;
        this.group = group;
        this.place = place;
        sums = new FlowTotals(measure, 0, group, rows);
        places = new FlowTotals(measure, 0, place, rows);
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        long[] values = batch.values(measure);
        boolean[] known = batch.known(measure);
        int[] counted = rows.rows();
        for (int k = 0; k < rows.count(); k++) {
            int row = from + counted[k];
            if (known[row] && values[row] < 0) {
                throw new IllegalArgumentException("persons must not be negative: " + values[row]);
            }
        }
        sums.add(batch, from);
        places.add(batch, from);
    }

    @Override
    public List<Kept> parts() {
        return List.of(sums, new NodeStates(place, group, node -> true, List.of(places)));
    }

    @Override
    public Figure figure(int number) {
        return sums.atMost(number, this::fewest);
    }

    private long fewest(int number) {
        long[] lower = new long[1];
        place.each(group, number, node -> {
            long own = fewest(place.path(group, node), places.sum(node).orElse(0), places.known(node));
            lower[0] = Math.max(lower[0], own);
        });
        return lower[0];
    }

    /**
     * Returns the minimum number of persons of a period and place: the sum of its rows. Totals that are about several
     * places may have persons in common; then the minimum is their mean, as the largest total is no smaller.
     *
     * @param path the codes of the period and place
     * @param sum the sum of the rows
     * @param rows the number of rows
     */
    public static long fewest(List<String> path, long sum, long rows) {
        return path.stream().allMatch(PossibleCodes::isOne) ? sum : Math.floorDiv(sum + rows - 1, Math.max(1, rows));
    }
}
