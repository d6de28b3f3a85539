package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** The rows of a period, before their p-values are adjusted and they are judged. */
final class UnadjustedRows {

    private final ComparisonPlan plan;
    private final ComparisonOptions options;
    private final Totals areas;
    private final Totals cities;
    private final Matched matched;
    private final CityInhabitants inhabitants;
    private final SquareSums squares;
    private final ResponseCounts responses;
    private final Period period;
    private final Map<AreaCode, List<Area>> areasByCity = new TreeMap<>();
    /** Whether a period of rows lies in the period, by its code. */
    private final Map<String, Boolean> inPeriod = new HashMap<>();

    /**
     * The totals found in the rows.
     *
     * @param areas the totals of the areas
     * @param cities those of their cities
     * @param matched those of the same organisations in two periods
     * @param inhabitants the inhabitants in denominators
     * @param squares the sums of squares of repeated events
     * @param responses the numbers of people asked and answering
     */
    record Found(
            Totals areas,
            Totals cities,
            Matched matched,
            CityInhabitants inhabitants,
            SquareSums squares,
            ResponseCounts responses) {}

    UnadjustedRows(ComparisonPlan plan, Found found, Period period) {
        this.plan = plan;
        options = plan.options();
        areas = found.areas();
        cities = found.cities();
        matched = found.matched();
        inhabitants = found.inhabitants();
        squares = found.squares();
        responses = found.responses();
        this.period = period;
        AreaHierarchy hierarchy = plan.structure().requiredPlace(plan.level()).areas();
        for (Area area : hierarchy.areas(plan.level())) {
            AreaCode city = hierarchy.ancestor(area.code(), AreaLevel.GEMEENTE).orElseThrow();
            areasByCity.computeIfAbsent(city, any -> new ArrayList<>()).add(area);
        }
    }

    /**
     * The areas of a city, measured for an indicator.
     *
     * @param series the indicator
     * @param code the city
     * @param areas its areas
     * @param pairs each area with the city
     * @param funnel around the city's value
     * @param ranks the places of each area; empty for one without an interval
     */
    private record City(
            IndicatorSeries series,
            AreaCode code,
            List<Area> areas,
            List<ComparedPair> pairs,
            Funnel funnel,
            List<Optional<RankIntervals.Places>> ranks) {}

    /** Returns the rows of an indicator, by city and then by area code. */
    List<UnadjustedRow> of(IndicatorSeries series) {
        List<UnadjustedRow> rows = new ArrayList<>();
        areasByCity.forEach((code, within) -> {
            City city = city(series, code, within);
            for (int i = 0; i < within.size(); i++) {
                rows.add(row(city, i));
            }
        });
        return rows;
    }

    private City city(IndicatorSeries series, AreaCode code, List<Area> within) {
        List<AreaCode> codes = within.stream().map(Area::code).toList();
        IndicatorSeries.Inhabitants people = ages -> inhabitants.ofCity(ages, code, period.code());
        Measured whole = measure(series, cities, code, known(series, people, codes));
        List<Measured> own =
                within.stream().map(area -> ofArea(series, area.code())).toList();
        List<ComparedPair> pairs =
                own.stream().map(area -> ComparedPair.of(area, whole, true)).toList();
        if (!isSampled()) {
            List<Optional<RankIntervals.Places>> none = Collections.nCopies(within.size(), Optional.empty());
            return new City(series, code, within, pairs, new Funnel(Optional.empty()), none);
        }
        return new City(
                series, code, within, pairs, Funnel.of(pairs, options.dispersion()), Ranks.of(codes, own, plan));
    }

    private Measured ofArea(IndicatorSeries series, AreaCode area) {
        IndicatorSeries.Inhabitants people = ages -> inhabitants.ofArea(ages, area);
        return measure(series, areas, area, known(series, people, List.of(area)));
    }

    private Measured measure(IndicatorSeries series, Totals totals, AreaCode area, IndicatorSeries.Known known) {
        return totals.row(area, period.code())
                .map(row -> isComparable(series, period) ? series.measure(row, known) : series.notComparable(known))
                .orElseGet(() -> series.unreported(known));
    }

    private boolean isComparable(IndicatorSeries series, Period of) {
        return plan.isComparable(series.indicator(), of);
    }

    private IndicatorSeries.Known known(
            IndicatorSeries series, IndicatorSeries.Inhabitants people, List<AreaCode> within) {
        List<Double> sums = series.repeatedPart()
                .map(part -> squares.of(part, within, this::isInPeriod))
                .orElse(List.of());
        return new IndicatorSeries.Known(people, sums);
    }

    private boolean isIn(RowPlaces.Place place, List<AreaCode> within) {
        return within.contains(place.area()) && isInPeriod(place);
    }

    private boolean isInPeriod(RowPlaces.Place place) {
        return inPeriod.computeIfAbsent(
                place.period(), code -> period.contains(Period.parseCode(code).orElseThrow()));
    }

    private boolean isSampled() {
        return options.inference() == Inference.SUPER_POPULATION;
    }

    private UnadjustedRow row(City city, int index) {
        Area area = city.areas().get(index);
        ComparedPair withCity = city.pairs().get(index);
        ComparedPair pair = withReference(city, area, withCity);
        boolean self = options.reference() instanceof ComparisonOptions.Reference.OtherArea reference
                && reference.area().equals(area.code());
        Optional<Judgement.Reason> reason = withoutVerdict(city, area, pair.own());
        boolean tested = isSampled() && !self && reason.isEmpty();
        Optional<ComparedPair> residents = residents(city, area);
        Optional<Judgement.Reason> restriction =
                tested && residents.isEmpty() ? city.series().restriction() : Optional.empty();
        ComparedPair judged = residents.orElse(pair);
        Comparison.Difference difference = tested ? pair.difference(plan.confidence()) : pair.untestedDifference();
        boolean testable = tested && restriction.isEmpty();
        Funnel funnel = residents.isPresent() ? new Funnel(Optional.empty()) : city.funnel();
        Optional<PValue> pValue =
                testable ? (judged.fixed() ? funnel.pValue(judged) : judged.pValue()) : Optional.empty();
        ComparedPair inFunnel = residents.filter(ComparedPair::fixed).orElse(withCity);
        Comparison.Row row = new Comparison.Row(
                new Comparison.Key(area, city.series().indicator(), period),
                figure(area, city.series(), pair),
                new Comparison.Contrast(
                        options.reference(),
                        pair.reference().value(),
                        withCity.reference().value(),
                        difference
                                .value()
                                .lowerBound()
                                .filter(any -> reason.isEmpty())
                                .map(any -> difference),
                        pValue,
                        Optional.empty()),
                new Comparison.Assessment(
                        Judgement.NONE,
                        reason,
                        isSampled() && reason.isEmpty() && restriction.isEmpty()
                                ? funnel.place(inFunnel)
                                : Optional.empty(),
                        city.funnel().overdispersion(),
                        city.ranks().get(index),
                        Optional.empty()));
        Comparison.Difference ofJudged = residents
                .filter(any -> tested)
                .map(any -> judged.difference(plan.confidence()))
                .orElse(difference);
        return new UnadjustedRow(row, judged, ofJudged, restriction, change(city.series(), area.code()));
    }

    /**
     * Returns those who live in the area, paired with those who live in what it is compared with; empty if they were
     * not counted.
     */
    private Optional<ComparedPair> residents(City city, Area area) {
        return city.series()
                .residents()
                .map(series -> {
                    Measured own = ofArea(series, area.code());
                    if (options.reference() instanceof ComparisonOptions.Reference.OtherArea other) {
                        return ComparedPair.of(own, ofArea(series, other.area()), false);
                    }
                    boolean whole = options.reference() instanceof ComparisonOptions.Reference.City;
                    return ComparedPair.of(own, residentsOf(series, city, area, whole), whole);
                })
                .filter(pair -> pair.own().complete()
                        && pair.reference().complete()
                        && pair.own().value().lowerBound().isPresent()
                        && pair.reference().value().lowerBound().isPresent());
    }

    private Measured residentsOf(IndicatorSeries series, City city, Area area, boolean whole) {
        List<ResultTable.Row> rows = city.areas().stream()
                .map(Area::code)
                .filter(code -> whole || !code.equals(area.code()))
                .flatMap(code -> areas.row(code, period.code()).stream())
                .toList();
        IndicatorSeries.Inhabitants people = whole
                ? ages -> inhabitants.ofCity(ages, city.code(), period.code())
                : ages -> inhabitants.ofRest(ages, city.code(), area.code(), period.code());
        return series.sum(rows, new IndicatorSeries.Known(people, List.of()));
    }

    /** Returns why a figure gets no verdict, whatever it is compared with. */
    private Optional<Judgement.Reason> withoutVerdict(City city, Area area, Measured own) {
        if (isAboveInhabitants(city.series().indicator(), own.numerator(), own.denominator())) {
            return Optional.of(Judgement.Reason.ABOVE_INHABITANTS);
        }
        boolean alone = !(options.reference() instanceof ComparisonOptions.Reference.OtherArea)
                && own.value().lowerBound().isPresent()
                && inhabitants.isAlone(city.code(), area.code(), period.code());
        return alone ? Optional.of(Judgement.Reason.ALONE) : Optional.empty();
    }

    /** Returns whether more people, or things that people do, were counted than there are inhabitants. */
    static boolean isAboveInhabitants(Indicator indicator, CellValue numerator, CellValue denominator) {
        return indicator.formula() instanceof Formula.PopulationRate
                && denominator.upperBound().isPresent()
                && numerator
                        .lowerBound()
                        .filter(least ->
                                least.compareTo(denominator.upperBound().get()) > 0)
                        .isPresent();
    }

    private ComparedPair withReference(City city, Area area, ComparedPair withCity) {
        Measured own = withCity.own();
        if (options.reference() instanceof ComparisonOptions.Reference.OtherArea reference) {
            return ComparedPair.of(own, ofArea(city.series(), reference.area()), false);
        }
        Optional<ResultTable.Row> whole = cities.row(city.code(), period.code());
        if (options.reference() instanceof ComparisonOptions.Reference.City
                || whole.isEmpty()
                || !isComparable(city.series(), period)) {
            return withCity;
        }
        IndicatorSeries.Inhabitants people = ages -> inhabitants.ofRest(ages, city.code(), area.code(), period.code());
        List<AreaCode> others = city.areas().stream()
                .map(Area::code)
                .filter(code -> !code.equals(area.code()))
                .toList();
        IndicatorSeries.Known known = known(city.series(), people, others);
        Measured rest = areas.row(area.code(), period.code())
                .map(part -> city.series().rest(whole.get(), part, known))
                .orElseGet(() -> city.series().measure(whole.get(), known));
        return ComparedPair.of(own, rest, false);
    }

    private Comparison.ComparedFigure figure(Area area, IndicatorSeries series, ComparedPair pair) {
        Measured own = pair.own();
        Optional<Comparison.Standardisation> standardisation = own instanceof Standardised
                ? Optional.of(new Comparison.Standardisation(options.standard(), own.crude()))
                : Optional.empty();
        return new Comparison.ComparedFigure(
                own.numerator(),
                own.denominator(),
                own.per(),
                own.value(),
                standardisation,
                uncertainty(own),
                areas.row(area.code(), period.code()).flatMap(ResultTable.Row::coverage),
                own.complete() && pair.reference().complete(),
                series.indicator().formula() instanceof Formula.PopulationRate
                        ? inhabitantsDate(area)
                        : Optional.empty(),
                areas.row(area.code(), period.code())
                        .flatMap(row -> series.answered(
                                row, formula -> responses.of(formula, place -> isIn(place, List.of(area.code()))))));
    }

    /** Returns the reference date of an area's inhabitants; empty if unknown. */
    private Optional<String> inhabitantsDate(Area area) {
        return Optional.ofNullable(plan.population().figures().get(area.code()))
                .map(Population.Figures::date)
                .filter(date -> !date.isBlank());
    }

    private Comparison.Uncertainty uncertainty(Measured own) {
        List<Comparison.ConfidenceLimits> intervals = new ArrayList<>();
        if (isSampled()) {
            own.interval(plan.confidence()).ifPresent(limits -> {
                intervals.add(new Comparison.ConfidenceLimits(plan.confidence(), limits));
                options.otherConfidences()
                        .forEach(confidence -> own.interval(confidence)
                                .ifPresent(further ->
                                        intervals.add(new Comparison.ConfidenceLimits(confidence, further))));
            });
        }
        return new Comparison.Uncertainty(
                options.inference(),
                isSampled() ? own.method() : Optional.empty(),
                isSampled() ? own.effect() : Optional.empty(),
                plan.confidence(),
                intervals);
    }

    /** Returns the change of the area since an earlier period; empty unless requested. */
    private Optional<UnadjustedRow.Earlier> change(IndicatorSeries series, AreaCode area) {
        return options.change()
                .flatMap(since -> Matched.earlier(period, since))
                .map(earlier -> change(series, area, earlier));
    }

    private UnadjustedRow.Earlier change(IndicatorSeries series, AreaCode area, Period earlier) {
        Measured now = matched(series, area, matched.now(), matched.keys()::now);
        Measured before = isComparable(series, earlier)
                ? matched(series, area, matched.before(), matched.keys()::before)
                : series.notComparable(new IndicatorSeries.Known(ages -> inhabitants.ofArea(ages, area), List.of()));
        Optional<ResultTable.Row> row = matched.now().row(area, period.code());
        Optional<Judgement.Reason> reason = row.isPresent()
                ? Optional.empty()
                : Optional.of(
                        matched.keys().hasAny(earlier)
                                ? Judgement.Reason.NOT_MATCHED
                                : Judgement.Reason.NO_EARLIER_PERIOD);
        ComparedPair pair = ComparedPair.of(now, before, false);
        Change change = new Change(
                earlier,
                before.value(),
                isSampled() ? before.interval(plan.confidence()) : Optional.empty(),
                now.value(),
                isSampled() ? pair.difference(plan.confidence()) : pair.untestedDifference(),
                isSampled() ? pair.ratio(plan.confidence()) : pair.untestedRatio(),
                isSampled() ? pair.pValue() : Optional.empty(),
                Optional.empty(),
                Judgement.NONE,
                reason,
                row.flatMap(ResultTable.Row::reporters).orElse(0L));
        return new UnadjustedRow.Earlier(change, pair);
    }

    /** Returns the figure for one period of the organisations that reported in both. */
    private Measured matched(
            IndicatorSeries series,
            AreaCode area,
            Totals totals,
            Function<List<String>, Optional<List<String>>> target) {
        List<String> key = List.of(area.value(), period.code());
        List<Double> sums = series.repeatedPart()
                .map(part -> squares.of(
                        part,
                        List.of(area),
                        place -> target.apply(List.of(place.area().value(), place.period(), place.reporter()))
                                .filter(key::equals)
                                .isPresent()))
                .orElse(List.of());
        return measure(series, totals, area, new IndicatorSeries.Known(ages -> inhabitants.ofArea(ages, area), sums));
    }
}
