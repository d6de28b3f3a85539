package nl.betekenisvolmeten.indicators.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** A made-up gemeente of two wijken, and what organisations reported on them. */
final class Village {

    static final AreaCode HAVEN = AreaCode.of("WK999901");
    static final AreaCode KADE = AreaCode.of("WK999902");
    static final ColumnName VISITS = ColumnName.of("bezoeken");
    static final ColumnName REACHED = ColumnName.of("doel_bereikt");
    static final ColumnName CLIENTS = ColumnName.of("afgesloten");
    static final ColumnName HOURS = ColumnName.of("uren");
    static final ColumnName WAIT = ColumnName.of("wachttijd");

    private static final AreaCode CITY = AreaCode.of("GM9999");
    private static final LocalizedText TEXT = LocalizedText.of("tekst", "text");

    static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Place(
                            ColumnName.of("wijk"),
                            AreaHierarchy.of(
                                    "test",
                                    2026,
                                    List.of(
                                            Area.of(CITY, "Stad"),
                                            Area.of(HAVEN, "Haven", CITY),
                                            Area.of(KADE, "Kade", CITY))),
                            AreaLevel.WIJK,
                            false),
                    new Dimension.Time(ColumnName.of("periode"))),
            List.of(
                    new Measure.Flow(VISITS, 0),
                    new Measure.Flow(REACHED, 0),
                    new Measure.Flow(CLIENTS, 0),
                    new Measure.Flow(HOURS, 2),
                    new Measure.Mean(WAIT, 1, CLIENTS)));

    private static final Population POPULATION = new Population(
            "test",
            Map.of(
                    HAVEN, new Population.Figures("2026", OptionalLong.of(2000), List.of()),
                    KADE, new Population.Figures("2026", OptionalLong.of(4000), List.of())));

    static final Formula VISIT_RATE = new Formula.PopulationRate("test", Per.THOUSAND, part(VISITS), Optional.empty());
    static final Formula REACHED_SHARE = new Formula.Proportion("test", Per.HUNDRED, part(REACHED), part(CLIENTS));

    private Village() {}

    static Formula.Part part(ColumnName column) {
        return new Formula.Part(column, Map.of());
    }

    static Indicator indicator(String id, Formula formula, Indicator.Direction direction) {
        return new Indicator(
                IndicatorId.of(id),
                TEXT,
                TEXT,
                Optional.empty(),
                Indicator.Kind.KEY_FIGURE,
                Indicator.Aspect.OUTPUT,
                TEXT,
                formula,
                direction,
                Set.of(AreaLevel.WIJK),
                PeriodKind.QUARTER,
                new Indicator.Counting(TEXT, List.of(), List.of()),
                List.of(new Indicator.Basis("S1", List.of(), TEXT)),
                Indicator.Use.withDefaults());
    }

    static SeriesPlan plan(Indicator... indicators) {
        return SeriesPlan.of(STRUCTURE, List.of(indicators), AreaLevel.WIJK, POPULATION);
    }

    static SeriesPlan plan(Formula formula, Indicator.Direction direction) {
        return plan(indicator("maat", formula, direction));
    }

    /** Quarters from the first of 2020 on. */
    static Period quarter(int number) {
        return Period.ofQuarter(2020 + number / 4, number % 4 + 1);
    }

    /** A row of what one organisation reported; numbers not named were not delivered. */
    static Observation row(String organisation, AreaCode area, Period period, Map<ColumnName, Long> numbers) {
        long[] values = new long[STRUCTURE.measures().size()];
        boolean[] known = new boolean[values.length];
        numbers.forEach((column, number) -> {
            int index = STRUCTURE.measureIndex(column).orElseThrow();
            values[index] = number;
            known[index] = true;
        });
        return Observation.of(new String[] {organisation, area.value(), period.code()}, values, known);
    }

    /** The visits of one organisation in quarters that follow each other. */
    static List<Observation> visits(String organisation, AreaCode area, int first, long... visits) {
        List<Observation> rows = new ArrayList<>();
        for (int i = 0; i < visits.length; i++) {
            rows.add(row(organisation, area, quarter(first + i), Map.of(VISITS, visits[i])));
        }
        return rows;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static List<AreaSeries> series(SeriesPlan plan, List<Observation>... rows) {
        SeriesPlan.Collector collector = plan.newCollector();
        Arrays.stream(rows).forEach(some -> some.forEach(collector));
        return collector.result().orThrow();
    }
}
