package nl.betekenisvolmeten.indicators.aggregation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.aggregation.internal.FirstTimeTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.FlowTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.Kept;
import nl.betekenisvolmeten.indicators.aggregation.internal.Level;
import nl.betekenisvolmeten.indicators.aggregation.internal.Levels;
import nl.betekenisvolmeten.indicators.aggregation.internal.NodeStates;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowSelection;
import nl.betekenisvolmeten.indicators.aggregation.internal.UnnamedPersons;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of persons that follow from first visits in a year. Within one organisation, stadsdeel and year there are at
 * least as many persons as first visits, since these are all of different persons. There are at most as many persons as
 * first visits since the year began, in all rows up to the last period, since everyone has one first visit. Persons who
 * are in no number come on top of that.
 */
final class Reach implements Kept {

    private final FirstTimes all;
    private final Level group;
    /** The periods of the group, with reporters and places. */
    private final Level part;

    private final FlowTotals persons;
    private final FlowTotals first;
    private final UnnamedPersons unnamed;

    Reach(int measure, TableStructure structure, FirstTimes all, Levels levels, RowSelection rows) {
        this.all = all;
        group = levels.group();
        part = levels.places(all.others());
        persons = new FlowTotals(measure, 0, part, rows);
        first = new FlowTotals(all.measure(), 0, part, rows);
        unnamed = new UnnamedPersons(measure, structure, part, rows);
    }

    void add(ObservationBatch batch, int from) {
        persons.add(batch, from);
        first.add(batch, from);
        unnamed.add(batch, from);
    }

    @Override
    public List<Kept> parts() {
        return List.of(new NodeStates(part, group, node -> true, List.of(persons, first, unnamed)));
    }

    /** The activity of one organisation in one place and year. */
    private static final class Slice {
        private final List<String> place;
        private long persons;
        private long first;
        private long rows;
        private long unnamed;
        private @Nullable Period last;
        private boolean mixed;

        private Slice(List<String> place) {
            this.place = place;
        }

        private void add(Period period) {
            Period known = last;
            mixed |= known != null && known.kind() != period.kind();
            last = known == null || period.compareTo(known) > 0 ? period : known;
        }

        private long most(FirstTimes all) {
            long most = Math.addExact(persons, unnamed);
            OptionalLong since = mixed || last == null ? OptionalLong.empty() : all.until(place, last);
            return since.isEmpty() ? most : Math.min(most, Math.addExact(since.getAsLong(), unnamed));
        }
    }

    /** Returns bounds of the persons of a group whose numbers fit. */
    UnionBounds.Range bounds(int number) {
        Map<List<String>, Slice> slices = new HashMap<>();
        part.each(group, number, node -> {
            List<String> path = part.path(group, node);
            Period period = Period.ofCode(path.get(0));
            List<String> place = List.copyOf(path.subList(1, path.size()));
            path.set(0, String.valueOf(period.firstDay().getYear()));
            Slice slice = slices.computeIfAbsent(List.copyOf(path), any -> new Slice(place));
            if (persons.hasRows(node)) {
                slice.persons = Math.addExact(slice.persons, persons.sum(node).orElse(0));
                slice.first = Math.addExact(slice.first, first.sum(node).orElse(0));
                slice.rows += first.known(node);
                slice.unnamed = Math.addExact(slice.unnamed, unnamed.most(node).orElse(0));
                slice.add(period);
            }
        });
        long lower = 0;
        long upper = 0;
        for (Slice slice : slices.values()) {
            lower = Math.max(lower, FirstTimeTotals.fewest(slice.place, slice.first, slice.rows));
            upper = Math.addExact(upper, slice.most(all));
        }
        return new UnionBounds.Range(lower, upper);
    }
}
