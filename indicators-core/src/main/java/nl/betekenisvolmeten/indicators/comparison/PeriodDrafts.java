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
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** The rows of a period, before they are judged. */
final class PeriodDrafts {

    private final ComparisonPlan plan;
    private final ComparisonOptions options;
    private final Totals areas;
    private final Totals cities;
    private final Optional<Matched> matched;
    private final CityInhabitants inhabitants;
    private final String period;
    private final Map<AreaCode, List<Area>> areasByCity = new TreeMap<>();

    PeriodDrafts(
            ComparisonPlan plan,
            Totals areas,
            Totals cities,
            Optional<Matched> matched,
            CityInhabitants inhabitants,
            String period) {
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
        Measured whole = series.measure(cities.row(city, period), age -> inhabitants.ofCity(age, city, period));
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
            List<Optional<RankIntervals.Places>> places) {
        List<UnadjustedRow> drafts = new ArrayList<>();
        for (int i = 0; i < within.size(); i++) {
            Area area = within.get(i);
            ComparedPair beside = versus(series, city, area, besideCity.get(i));
            UnadjustedRow draft = draft(series, area, besideCity.get(i), beside, funnel);
            Optional<RankIntervals.Places> place = places.isEmpty() ? Optional.empty() : places.get(i);
            Comparison.Row row = draft.row();
            Comparison.Row placed =
                    row.judged(row.pAdjusted(), row.judgement(), row.detail().withRank(place));
            drafts.add(new UnadjustedRow(placed, beside, draft.difference(), change(series, area)));
        }
        return drafts;
    }

    private Measured ofArea(IndicatorSeries series, AreaCode area) {
        return series.measure(areas.row(area, period), age -> inhabitants.ofArea(age, area));
    }

    private ComparedPair versus(IndicatorSeries series, AreaCode city, Area area, ComparedPair besideCity) {
        Measured own = besideCity.own();
        if (options.reference() instanceof Reference.OtherArea other) {
            return ComparedPair.of(own, ofArea(series, other.area()), false);
        }
        Optional<ResultTable.Row> whole = cities.row(city, period);
        if (options.reference() instanceof Reference.City || whole.isEmpty()) {
            return besideCity;
        }
        Measured rest = series.rest(
                whole.get(), areas.row(area.code(), period), age -> inhabitants.ofRest(age, city, area.code(), period));
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
                area,
                series.indicator(),
                period,
                own.numerator(),
                own.denominator(),
                own.per(),
                own.value(),
                interval,
                plan.confidence(),
                isSampled() ? own.method() : "none",
                besideCity.other().value(),
                p,
                Optional.empty(),
                Judgement.NONE,
                isSampled() ? funnel.place(besideCity) : Optional.empty(),
                areas.row(area.code(), period).flatMap(ResultTable.Row::coverage),
                own.complete() && beside.other().complete(),
                detail(beside, difference, interval, funnel));
        return new UnadjustedRow(row, beside, difference, Optional.empty());
    }

    private RowDetail detail(ComparedPair beside, Difference difference, Optional<Interval> interval, Funnel funnel) {
        Measured own = beside.own();
        List<ConfidenceLimits> all = new ArrayList<>();
        interval.ifPresent(limits -> {
            all.add(new ConfidenceLimits(plan.confidence(), limits));
            options.otherConfidences()
                    .forEach(other ->
                            own.interval(other).ifPresent(further -> all.add(new ConfidenceLimits(other, further))));
        });
        return new RowDetail(
                options.inference(),
                options.reference().code(),
                beside.other().value(),
                difference.value().least().map(any -> difference),
                all,
                Optional.empty(),
                Optional.empty(),
                own instanceof Standardised ? options.standard().code() : new Standard.None().code(),
                own.crude(),
                funnel.overdispersion());
    }

    /** The area beside itself a period earlier; empty without an organisation that reported in both. */
    private Optional<UnadjustedRow.Earlier> change(IndicatorSeries series, Area area) {
        Optional<Period> earlier = Matched.previous(period);
        return matched.flatMap(both -> both.now()
                .row(area.code(), period)
                .flatMap(now -> both.before()
                        .row(area.code(), period)
                        .map(before -> earlier(
                                series, area.code(), earlier.map(Period::code).orElse(""), now, before))));
    }

    private UnadjustedRow.Earlier earlier(
            IndicatorSeries series, AreaCode area, String code, ResultTable.Row now, ResultTable.Row before) {
        IndicatorSeries.Inhabitants people = age -> inhabitants.ofArea(age, area);
        Measured one = series.measure(Optional.of(now), people);
        Measured two = series.measure(Optional.of(before), people);
        ComparedPair versus = ComparedPair.of(one, two, false);
        Difference difference = isSampled()
                ? versus.difference(plan.confidence())
                : new Difference(Difference.between(one.value(), two.value()), Optional.empty());
        Change change = new Change(
                code,
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
