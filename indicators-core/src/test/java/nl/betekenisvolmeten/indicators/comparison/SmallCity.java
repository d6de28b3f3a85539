package nl.betekenisvolmeten.indicators.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.model.AgeBand;
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
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** A made-up city of three stadsdelen, with 2,000, 3,000 and 5,000 inhabitants, and four wijken. */
public final class SmallCity {

    static final AreaCode CITY = AreaCode.of("GM9999");
    static final AreaCode OOST = AreaCode.of("SD9999-OOST");
    static final AreaCode WEST = AreaCode.of("SD9999-WEST");
    static final AreaCode ZUID = AreaCode.of("SD9999-ZUID");

    static final String WIJK_OOST = "WK999901";
    static final String OTHER_WIJK_OOST = "WK999902";
    static final String WIJK_WEST = "WK999903";
    static final String WIJK_ZUID = "WK999904";
    static final List<String> WIJKEN = List.of(WIJK_OOST, OTHER_WIJK_OOST, WIJK_WEST, WIJK_ZUID);

    static final String QUARTER = "2026KW01";

    static final ColumnName KIND = ColumnName.of("soort");
    static final ColumnName AGE = ColumnName.of("leeftijdsgroep");
    static final ColumnName VISITS = ColumnName.of("bezoeken");
    static final ColumnName MEETINGS = ColumnName.of("bijeenkomsten");
    static final ColumnName PERSONS = ColumnName.of("deelnemers");
    static final ColumnName NEW_PERSONS = ColumnName.of("nieuwe_deelnemers");
    static final ColumnName HOURS = ColumnName.of("uren");

    static final AreaHierarchy AREAS = AreaHierarchy.of(
            "test",
            2026,
            List.of(
                    Area.of(CITY, "Stad"),
                    Area.of(OOST, "Oost", CITY),
                    Area.of(WEST, "West", CITY),
                    Area.of(ZUID, "Zuid", CITY),
                    Area.of(AreaCode.of(WIJK_OOST), "Haven", OOST),
                    Area.of(AreaCode.of(OTHER_WIJK_OOST), "Kade", OOST),
                    Area.of(AreaCode.of(WIJK_WEST), "Markt", WEST),
                    Area.of(AreaCode.of(WIJK_ZUID), "Weide", ZUID)));

    static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Place(ColumnName.of("wijk"), AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(ColumnName.of("periode")),
                    Dimension.Category.of(KIND),
                    new Dimension.Category(AGE, Set.of("0-17", "18-66", "67+"))),
            List.of(
                    new Measure.Flow(VISITS, 0),
                    new Measure.Flow(MEETINGS, 0),
                    new Measure.Distinct(PERSONS),
                    new Measure.Distinct(NEW_PERSONS),
                    new Measure.Flow(HOURS, 2)));

    /** The city's own number is of another date than those of its stadsdelen. */
    static final Population POPULATION = new Population(
            "test", Map.of(CITY, figures(10_500), OOST, figures(2_000), WEST, figures(3_000), ZUID, figures(5_000)));

    static final Formula VISITS_PER_1000 = populationRate(VISITS);

    private static final LocalizedText TEXT = LocalizedText.of("tekst", "text");

    private SmallCity() {}

    /** Inhabitants, a fifth of them of 67 and older. */
    static Population.Figures figures(long total) {
        return new Population.Figures(
                "2026",
                OptionalLong.of(total),
                List.of(
                        new Population.Band(AgeBand.of(0, 66), total - total / 5),
                        new Population.Band(AgeBand.atLeast(67), total / 5)));
    }

    static Population without(AreaCode area) {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>(POPULATION.figures());
        figures.remove(area);
        return new Population("test", figures);
    }

    static Formula.Part part(ColumnName column) {
        return new Formula.Part(column, Map.of());
    }

    static Formula populationRate(ColumnName column) {
        return new Formula.PopulationRate("test", Per.THOUSAND, part(column), Optional.empty());
    }

    /** Returns an indicator in quarters without questions or fill-in agreements. */
    public static Indicator indicator(String id, Formula formula, Indicator.Direction direction, AreaLevel... levels) {
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
                Set.copyOf(Arrays.asList(levels)),
                PeriodKind.QUARTER,
                new Indicator.Counting(TEXT, List.of(), List.of()),
                List.of(new Indicator.Basis("S1", List.of(), TEXT)),
                Indicator.Use.withDefaults());
    }

    static Indicator indicator(String id, Formula formula, Indicator.Direction direction) {
        return indicator(id, formula, direction, AreaLevel.WIJK, AreaLevel.STADSDEEL, AreaLevel.GEMEENTE);
    }

    static ComparisonPlan plan(Indicator... indicators) {
        return ComparisonPlan.of(STRUCTURE, List.of(indicators), AreaLevel.STADSDEEL, POPULATION);
    }

    static ComparisonPlan plan(Formula formula, Indicator.Direction direction) {
        return plan(indicator("maat", formula, direction));
    }

    static ComparisonPlan plan(Formula formula) {
        return plan(formula, new Indicator.Direction.NoJudgement());
    }

    static Comparison compare(ComparisonPlan plan, Row... rows) {
        Comparer comparer = plan.newComparer();
        Stream.of(rows).map(Row::observation).forEach(comparer);
        return comparer.result();
    }

    static Comparison.Row only(Comparison comparison, AreaCode area) {
        List<Comparison.Row> found = comparison.rows().stream()
                .filter(row -> row.key().area().code().equals(area))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows of " + area);
        }
        return found.get(0);
    }

    static List<Finding> findings(Comparison comparison, String code) {
        return comparison.findings().kept().stream()
                .filter(finding -> finding.code().value().equals(code))
                .toList();
    }

    /** A row of which the numbers not named were not delivered. */
    record Row(
            String organisation, String wijk, String period, String kind, String age, Map<ColumnName, Long> numbers) {

        static Row of(String wijk) {
            return new Row("41000001", wijk, QUARTER, "inloop", "onbekend", Map.of());
        }

        Row with(ColumnName column, long number) {
            Map<ColumnName, Long> more = new TreeMap<>(numbers);
            more.put(column, number);
            return new Row(organisation, wijk, period, kind, age, more);
        }

        Row in(String newPeriod) {
            return new Row(organisation, wijk, newPeriod, kind, age, numbers);
        }

        Row ofKind(String newKind) {
            return new Row(organisation, wijk, period, newKind, age, numbers);
        }

        Row ofAge(String newAge) {
            return new Row(organisation, wijk, period, kind, newAge, numbers);
        }

        Observation observation() {
            long[] values = new long[STRUCTURE.measures().size()];
            boolean[] known = new boolean[values.length];
            numbers.forEach((column, number) -> {
                int index = STRUCTURE.measureIndex(column).orElseThrow();
                values[index] = number;
                known[index] = true;
            });
            return Observation.of(new String[] {organisation, wijk, period, kind, age}, values, known);
        }
    }
}
