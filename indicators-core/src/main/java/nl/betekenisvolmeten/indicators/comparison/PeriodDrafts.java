package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankInterval;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** The rows of a period, before they are judged. */
final class PeriodDrafts {

    private final ComparisonPlan plan;
    private final ComparisonOptions options;
    private final Totals areas;
    private final Totals cities;
    private final Optional<Matched> matched;
    private final CityInhabitants inhabitants;
    private final Period period;
    private final Map<AreaCode, List<Area>> areasByCity = new TreeMap<>();

    PeriodDrafts(
            ComparisonPlan plan,
            Totals areas,
            Totals cities,
            Optional<Matched> matched,
            CityInhabitants inhabitants,
            Period period) {
        this.plan = plan;
        options = plan.options();
        this.areas = areas;
        this.cities = cities;
        this.matched = matched;
        this.inhabitants = inhabitants;
        this.period = period;
        AreaHierarchy hierarchy =
                ComparisonPlan.place(plan.structure(), plan.level()).areas();
        for (Area area : hierarchy.areas(plan.level())) {
            AreaCode city = hierarchy.ancestor(area.code(), AreaLevel.GEMEENTE).orElseThrow();
            areasByCity.computeIfAbsent(city, any -> new ArrayList<>()).add(area);
        }
    }

    /** The rows of an indicator, by city and then by area code. */
    List<UnadjustedRow> of(IndicatorSeries series) {
        List<UnadjustedRow> drafts = new ArrayList<>();
        areasByCity.forEach((city, within) -> drafts.addAll(ofCity(series, city, within)));
        return drafts;
    }

    private List<UnadjustedRow> ofCity(IndicatorSeries series, AreaCode city, List<Area> within) {
        Measured whole =
                series.measure(cities.row(city, period.code()), age -> inhabitants.ofCity(age, city, period.code()));
        List<Measured> own =
                within.stream().map(area -> ofArea(series, area.code())).toList();
        List<ComparedPair> besideCity =
                own.stream().map(area -> ComparedPair.of(area, whole, true)).toList();
        if (options.inference() == Inference.REGISTER) {
            return drafts(series, city, within, besideCity, new Funnel(Optional.empty()), List.of());
        }
        List<AreaCode> codes = within.stream().map(Area::code).toList();
        Funnel funnel = Funnel.of(besideCity, options.dispersion());
        return drafts(series, city, within, besideCity, funnel, Ranks.of(codes, own, plan));
    }

    private List<UnadjustedRow> drafts(
            IndicatorSeries series,
            AreaCode city,
            List<Area> within,
            List<ComparedPair> besideCity,
            Funnel funnel,
            List<Optional<RankInterval>> places) {
        List<UnadjustedRow> drafts = new ArrayList<>();
        for (int i = 0; i < within.size(); i++) {
            Area area = within.get(i);
            ComparedPair beside = versus(series, city, area, besideCity.get(i));
            UnadjustedRow draft = draft(series, area, besideCity.get(i), beside, funnel);
            Optional<RankInterval> place = places.isEmpty() ? Optional.empty() : places.get(i);
            Comparison.Row placed = draft.row().withRank(place);
            drafts.add(new UnadjustedRow(placed, beside, draft.difference(), change(series, area)));
        }
        return drafts;
    }

    private Measured ofArea(IndicatorSeries series, AreaCode area) {
        return series.measure(areas.row(area, period.code()), age -> inhabitants.ofArea(age, area));
    }

    private ComparedPair versus(IndicatorSeries series, AreaCode city, Area area, ComparedPair besideCity) {
        Measured own = besideCity.own();
        if (options.reference() instanceof Reference.OtherArea other) {
            return ComparedPair.of(own, ofArea(series, other.area()), false);
        }
        Optional<ResultTable.Row> whole = cities.row(city, period.code());
        if (options.reference() instanceof Reference.City || whole.isEmpty()) {
            return besideCity;
        }
        Measured rest = series.rest(
                whole.get(),
                areas.row(area.code(), period.code()),
                age -> inhabitants.ofRest(age, city, area.code(), period.code()));
        return ComparedPair.of(own, rest, false);
    }

    private boolean isSampled() {
        return options.inference() == Inference.SUPER_POPULATION;
    }

    private UnadjustedRow draft(
            IndicatorSeries series, Area area, ComparedPair besideCity, ComparedPair beside, Funnel funnel) {
        Measured own = beside.own();
        Optional<Interval> interval = isSampled() ? own.interval(plan.confidence()) : Optional.empty();
        boolean self = options.reference() instanceof Reference.OtherArea other
                && other.area().equals(area.code());
        Difference difference = self || !isSampled()
                ? new Difference(Difference.between(own.value(), beside.other().value()), Optional.empty())
                : beside.difference(plan.confidence());
        Optional<PValue> p =
                self || !isSampled() ? Optional.empty() : beside.fixed() ? funnel.pValue(beside) : beside.pValue();
        Comparison.Row row = new Comparison.Row(
                new Comparison.Key(area, series.indicator(), period),
                figure(area, beside, interval),
                new Comparison.Contrast(
                        options.reference(),
                        beside.other().value(),
                        besideCity.other().value(),
                        difference.value().lowerBound().map(any -> difference),
                        p,
                        Optional.empty()),
                new Comparison.Assessment(
                        Judgement.NONE,
                        isSampled() ? funnel.place(besideCity) : Optional.empty(),
                        funnel.overdispersion(),
                        Optional.empty(),
                        Optional.empty()));
        return new UnadjustedRow(row, beside, difference, Optional.empty());
    }

    private Comparison.ComparedFigure figure(Area area, ComparedPair beside, Optional<Interval> interval) {
        Measured own = beside.own();
        Optional<Comparison.Standardisation> standardisation = own instanceof Standardised
                ? Optional.of(new Comparison.Standardisation(options.standard(), own.crude()))
                : Optional.empty();
        return new Comparison.ComparedFigure(
                own.numerator(),
                own.denominator(),
                own.per(),
                own.value(),
                standardisation,
                uncertainty(own, interval),
                areas.row(area.code(), period.code()).flatMap(ResultTable.Row::coverage),
                own.complete() && beside.other().complete());
    }

    private Comparison.Uncertainty uncertainty(Measured own, Optional<Interval> interval) {
        List<ConfidenceLimits> all = new ArrayList<>();
        interval.ifPresent(limits -> {
            all.add(new ConfidenceLimits(plan.confidence(), limits));
            options.otherConfidences()
                    .forEach(other ->
                            own.interval(other).ifPresent(further -> all.add(new ConfidenceLimits(other, further))));
        });
        return new Comparison.Uncertainty(
                options.inference(), isSampled() ? own.method() : Optional.empty(), plan.confidence(), all);
    }

    /** The area beside itself a period earlier; empty without an organisation that reported in both. */
    private Optional<UnadjustedRow.Earlier> change(IndicatorSeries series, Area area) {
        return Matched.previous(period)
                .flatMap(earlier -> matched.flatMap(both -> both.now()
                        .row(area.code(), period.code())
                        .flatMap(now -> both.before()
                                .row(area.code(), period.code())
                                .map(before -> change(series, area.code(), earlier, now, before)))));
    }

    private UnadjustedRow.Earlier change(
            IndicatorSeries series, AreaCode area, Period earlier, ResultTable.Row now, ResultTable.Row before) {
        IndicatorSeries.Inhabitants people = age -> inhabitants.ofArea(age, area);
        Measured one = series.measure(Optional.of(now), people);
        Measured two = series.measure(Optional.of(before), people);
        ComparedPair versus = ComparedPair.of(one, two, false);
        Difference difference = isSampled()
                ? versus.difference(plan.confidence())
                : new Difference(Difference.between(one.value(), two.value()), Optional.empty());
        Change change = new Change(
                earlier,
                two.value(),
                one.value(),
                difference,
                isSampled() ? versus.pValue() : Optional.empty(),
                Optional.empty(),
                Judgement.NONE,
                now.reporters().orElse(0L));
        return new UnadjustedRow.Earlier(change, versus);
    }
}
