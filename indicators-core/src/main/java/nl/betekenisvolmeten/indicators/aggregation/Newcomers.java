package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.internal.Kept;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowSelection;
import nl.betekenisvolmeten.indicators.aggregation.internal.SeriesTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.UnnamedPersons;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Persons who are new to an organisation. Someone new in a period was not seen in the periods before it, so the persons
 * of one period and the new persons of each following period are all distinct: within one organisation there are at
 * least as many persons as in a period, plus the new ones of as many later periods as the measure looks back. The first
 * period and the organisation that give the highest bound count. A person without a name is unknown to the organisation
 * and may be new under a name later, so only persons with a name count in the first period.
 *
 * @param totals the persons who are new
 * @param named the persons with a name, if there may be others; empty if all have a name
 * @param periods the number of earlier periods in which they were not seen
 */
record Newcomers(DistinctTotals totals, Optional<DistinctTotals> named, int periods) implements Kept {

    /**
     * Returns the newcomers among the persons of a measure; empty if no measure counts persons who are new to the
     * reporter.
     */
    static Optional<Newcomers> of(
            ColumnName persons, TableStructure structure, SeriesTotals.Place place, RowSelection rows) {
        if (structure.timeIndex().isEmpty() || structure.reporterIndex().isEmpty()) {
            return Optional.empty();
        }
        ColumnName reporter =
                structure.dimensions().get(structure.reporterIndex().getAsInt()).name();
        for (int i = 0; i < structure.measures().size(); i++) {
            if (structure.measures().get(i) instanceof Measure.Distinct newOnes) {
                Optional<Measure.NewTo> newTo = newOnes.newTo()
                        .filter(to -> to.among().equals(persons) && to.column().equals(reporter));
                if (newTo.isPresent()) {
                    return Optional.of(new Newcomers(
                            named(i, newOnes, place, rows),
                            ofNamed(persons, structure, place, rows),
                            newTo.get().periods()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DistinctTotals> ofNamed(
            ColumnName persons, TableStructure structure, SeriesTotals.Place place, RowSelection rows) {
        int measure = structure.measureIndex(persons).orElseThrow();
        Measure.Distinct all = (Measure.Distinct) structure.measures().get(measure);
        return all.unnamed().map(any -> named(measure, all, place, rows));
    }

    private static DistinctTotals named(
            int measure, Measure.Distinct persons, SeriesTotals.Place place, RowSelection rows) {
        UnnamedPersons none = UnnamedPersons.none(measure, place.levels().group(), rows);
        return new DistinctTotals(
                measure, persons, place, rows, new DistinctTotals.More(none, Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Kept> parts() {
        return Stream.<Kept>concat(Stream.of(totals), named.stream()).toList();
    }

    void each(Consumer<DistinctTotals> action) {
        action.accept(totals);
        named.ifPresent(action);
    }

    /** Returns the lower bound of the persons in a group that follows from its newcomers. */
    long lower(int group, DistinctTotals persons) {
        Map<Period, Map<String, Long>> newOnes = totals.lowerByPeriod(group);
        long lower = 0;
        for (Map.Entry<Period, Map<String, Long>> first :
                named.orElse(persons).lowerByPeriod(group).entrySet()) {
            Map<String, Long> together = first.getValue();
            Period at = first.getKey();
            for (int i = 0; i < periods; i++) {
                at = at.next();
                newOnes.getOrDefault(at, Map.of())
                        .forEach((who, more) ->
                                together.computeIfPresent(who, (any, before) -> Math.addExact(before, more)));
            }
            for (long atLeast : together.values()) {
                lower = Math.max(lower, atLeast);
            }
        }
        return lower;
    }
}
