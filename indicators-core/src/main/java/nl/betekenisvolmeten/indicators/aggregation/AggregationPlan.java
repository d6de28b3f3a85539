package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * The totals to compute and the columns that they are grouped by. Immutable.
 *
 * @param structure the columns of the rows
 * @param groupings the groupings, in the order of the result's columns; none gives one total
 * @param series the figures
 * @param population caps the number of persons in an area; empty leaves it uncapped
 * @param missing how a total is treated when part of it was not delivered
 * @param agreed agreements that apply to all rows: an organisation that took over the work of another is expected to
 *     report for its own time only, and a state counts as long as the agreement about it is valid
 */
public record AggregationPlan(
        TableStructure structure,
        List<Grouping> groupings,
        List<Series> series,
        Optional<Population> population,
        MissingPolicy missing,
        Agreed agreed) {

    /** @throws IllegalArgumentException if a column does not exist, does not fit its use, or a name appears twice */
    public AggregationPlan {
        groupings = List.copyOf(groupings);
        series = List.copyOf(series);
        Set<String> names = new HashSet<>();
        Stream.concat(groupings.stream().map(Grouping::name), series.stream().map(Series::name))
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("name appears twice in the plan: " + name);
                });
        GroupTotals.check(structure, groupings, series);
    }

    /**
     * Creates a plan that adds up what was received, from organisations without successions.
     *
     * @param structure the columns of the rows
     * @param groupings by what
     * @param series the figures
     * @param population caps the number of persons
     * @throws IllegalArgumentException if a column does not exist, does not fit its use, or a name appears twice
     */
    public AggregationPlan(
            TableStructure structure, List<Grouping> groupings, List<Series> series, Optional<Population> population) {
        this(structure, groupings, series, population, new MissingPolicy.AddUp(), Agreed.NOTHING);
    }

    /**
     * Returns all measures of a table, by columns as they are.
     *
     * @param structure the columns of the rows
     * @param columns the dimensions to group by
     * @return the plan
     * @throws IllegalArgumentException if there is no dimension of a name
     */
    public static AggregationPlan by(TableStructure structure, String... columns) {
        List<Grouping> groupings = Arrays.stream(columns)
                .<Grouping>map(column -> new Grouping.ByColumn(ColumnName.of(column)))
                .toList();
        List<Series> totals = structure.measures().stream()
                .<Series>map(measure -> Series.Total.of(measure.name()))
                .toList();
        return new AggregationPlan(structure, groupings, totals, Optional.empty());
    }

    /**
     * Returns a copy of this plan with different groupings.
     *
     * @param newGroupings by what
     * @return the plan
     * @throws IllegalArgumentException if a column does not fit
     */
    public AggregationPlan withGroupings(List<Grouping> newGroupings) {
        return new AggregationPlan(structure, newGroupings, series, population, missing, agreed);
    }

    /**
     * Returns a copy of this plan with other figures.
     *
     * @param newSeries the figures
     * @return the plan
     * @throws IllegalArgumentException if a column does not fit
     */
    public AggregationPlan withSeries(List<Series> newSeries) {
        return new AggregationPlan(structure, groupings, newSeries, population, missing, agreed);
    }

    /**
     * Returns a copy of this plan with a cap on persons: in an area there cannot be more persons than inhabitants. Only
     * right where the persons counted live in the area in which they are counted, which a telformat does not ask; so it
     * is the caller's choice. Where a lower bound shows that it does not hold, the cap is left out and a finding says so.
     *
     * @param newPopulation the inhabitants
     * @return the plan
     */
    public AggregationPlan withPopulation(Population newPopulation) {
        return new AggregationPlan(structure, groupings, series, Optional.of(newPopulation), missing, agreed);
    }

    /**
     * Returns a copy of this plan with another policy on what did not come in.
     *
     * @param newMissing how a total is treated when part of it was not delivered
     * @return the plan
     */
    public AggregationPlan withMissing(MissingPolicy newMissing) {
        return new AggregationPlan(structure, groupings, series, population, newMissing, agreed);
    }

    /**
     * Returns a copy of this plan that assumes, or does not assume, that all organisations determine age by the same
     * rule.
     *
     * @param newSameAgeRule whether, within a period, a person is in the same age group at every organisation
     * @return the plan
     */
    public AggregationPlan withSameAgeRule(boolean newSameAgeRule) {
        return with(agreed.withOverlaps(new OverlapLedger(agreed.overlaps().overlaps(), newSameAgeRule)));
    }

    /**
     * Returns a copy of this plan with other agreements. Overlaps are passed to {@link
     * LedgerAggregator#of(AggregationPlan, OverlapLedger)}.
     *
     * @param newAgreed the agreements
     * @return the plan
     */
    public AggregationPlan with(Agreed newAgreed) {
        return new AggregationPlan(structure, groupings, series, population, missing, newAgreed);
    }

    /**
     * Returns the dimension that a grouping is about.
     *
     * @param grouping one of this plan's
     * @return the dimension
     */
    public Dimension dimension(Grouping grouping) {
        return structure
                .dimensions()
                .get(structure.dimensionIndex(grouping.column()).orElseThrow());
    }

    /** Returns the area with the code of a grouping; empty if there is none. */
    Optional<AreaCode> area(Grouping grouping, String code) {
        if (!(dimension(grouping) instanceof Dimension.Place place)) {
            return Optional.empty();
        }
        return grouping instanceof Grouping.ByArea ? AreaCode.parse(code) : place.code(code);
    }

    /**
     * Returns an aggregator that has seen no rows yet.
     *
     * @return the aggregator
     */
    public Aggregator newAggregator() {
        return new Aggregator.OfBatches(this);
    }

    /**
     * Returns an aggregator that knows what another one of this plan knew.
     *
     * @param state what {@link Aggregator#toBytes} gave
     * @return the aggregator
     * @throws IllegalArgumentException if it is no such state, or of another plan
     */
    public Aggregator aggregatorFrom(byte[] state) {
        Aggregator aggregator = newAggregator();
        aggregator.read(state);
        return aggregator;
    }

    /**
     * Adds up a table.
     *
     * @param table the rows
     * @return the totals
     * @throws IllegalArgumentException if the table has another structure
     */
    public ResultTable aggregate(CountTable table) {
        structure.checkSame(table);
        Aggregator aggregator = newAggregator();
        table.handTo(aggregator);
        return aggregator.result();
    }
}
