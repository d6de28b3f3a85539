package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** A figure over part of the rows. */
final class SelectedAccumulator implements SeriesAccumulator {

    private record Condition(int dimension, Set<String> codes) {}

    private final SeriesAccumulator selected;
    private final List<Condition> conditions;

    private SelectedAccumulator(SeriesAccumulator selected, List<Condition> conditions) {
        this.selected = selected;
        this.conditions = conditions;
    }

    static SelectedAccumulator of(SeriesAccumulator selected, Selection selection, TableStructure structure) {
        List<Condition> conditions = selection.codes().entrySet().stream()
                .map(entry -> new Condition(
                        structure
                                .dimensionIndex(entry.getKey())
                                .orElseThrow(() -> new IllegalArgumentException("no dimension " + entry.getKey())),
                        entry.getValue()))
                .toList();
        return new SelectedAccumulator(selected, conditions);
    }

    @Override
    public void add(Observation observation) {
        for (Condition condition : conditions) {
            if (!condition.codes().contains(observation.code(condition.dimension()))) {
                return;
            }
        }
        selected.add(observation);
    }

    @Override
    public void combine(SeriesAccumulator other) {
        selected.combine(((SelectedAccumulator) other).selected);
    }

    /** Adds rows that were selected already. */
    void addSelected(SeriesAccumulator rows) {
        selected.combine(rows);
    }

    @Override
    public void write(StateWriter out) {
        selected.write(out);
    }

    @Override
    public void read(StateReader in) {
        selected.read(in);
    }

    @Override
    public Figure figure() {
        return selected.figure();
    }
}
