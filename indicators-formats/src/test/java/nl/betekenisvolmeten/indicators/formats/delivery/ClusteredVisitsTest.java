package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Comparer;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Visits per inhabitant of the stadsdelen compared with their city, with own totals and their squares, in made-up quarters:
 * how often a verdict is given where there is no difference, how often where there is one, and how often the interval holds
 * the true rate. The figures are in the documentation of the comparison package.
 */
class ClusteredVisitsTest {

    private static final TableStructure STRUCTURE =
            CityYear.PROTOCOL.format().ruleSet().structure();
    private static final Population POPULATION = CityYear.DEFINITIONS
            .populations()
            .find("denhaag-inwoners")
            .orElseThrow()
            .population();
    private static final Indicator VISITS = CityYear.DEFINITIONS.indicatorSets().all().stream()
            .flatMap(set -> set.find(IndicatorId.of("bezoeken-per-1000-inwoners")).stream())
            .findFirst()
            .orElseThrow();
    private static final AreaHierarchy AREAS =
            ((Dimension.Place) STRUCTURE.dimensions().get(1)).areas();
    private static final String QUARTER = "2026KW01";

    /** 200 quarters in every build, 2,000 with the long laws. */
    private static final int RUNS = Integer.getInteger("laws.factor", 1) > 1 ? 2000 : 200;

    /** Nine in ten come three times on average, one in ten every week. */
    private static final double MEAN = 0.9 * 3 + 0.1 * 13;

    private static long visits(Random random) {
        if (random.nextInt(10) == 0) {
            return 13;
        }
        long visits = 1;
        while (random.nextDouble() < 2.0 / 3) {
            visits++;
        }
        return visits;
    }

    private static int poisson(double mean, Random random) {
        int count = -1;
        for (double time = 0; time < mean; count++) {
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }

    private static OwnTotal total(Area stadsdeel, String organisation, double visitors, boolean known, Random random) {
        long events = 0;
        long squares = 0;
        int persons = poisson(visitors, random);
        for (int i = 0; i < persons; i++) {
            long x = visits(random);
            events += x;
            squares += x * x;
        }
        List<Set<String>> codes = new ArrayList<>();
        for (Dimension dimension : STRUCTURE.dimensions()) {
            codes.add(
                    switch (dimension.name().value()) {
                        case "organisatie" -> Set.of(organisation);
                        case "stadsdeel" -> Set.of(stadsdeel.name());
                        case "wijk" -> wijken(stadsdeel);
                        case "periode" -> Set.of(QUARTER);
                        default -> Set.of("ALLE");
                    });
        }
        Map<String, Long> numbers = Map.of("bezoeken", events, "unieke_deelnemers", (long) persons);
        List<OptionalLong> values = STRUCTURE.measures().stream()
                .map(measure -> numbers.get(measure.name().value()))
                .map(number -> number == null ? OptionalLong.empty() : OptionalLong.of(number))
                .toList();
        Map<ColumnName, Long> others = known ? Map.of(ColumnName.of("bezoeken_kwadraatsom"), squares) : Map.of();
        return new OwnTotal(codes, values, others, OwnTotal.Scope.ALL);
    }

    private static boolean isDecided(Judgement judgement) {
        return judgement != Judgement.SIMILAR && judgement != Judgement.NOT_DECIDED && judgement != Judgement.NONE;
    }

    /**
     * In percent: quarters without a difference in which some stadsdeel is called higher or lower; quarters in which Laak is
     * when it has that much more than the others; and intervals that hold the true rate.
     *
     * @param rate visitors per 1000 inhabitants
     * @param more how many times as many visitors Laak has
     */
    @ParameterizedTest
    @CsvSource({"2, 1, 5, 0", "10, 1, 5, 0", "2, 1.5, 100, 50", "10, 1.5, 100, 97", "10, 1.2, 100, 40"})
    void verdicts_ofMadeUpQuarters(double rate, double more, double most, double least) {
        Random random = new Random(26);
        int called = 0;
        int held = 0;
        int intervals = 0;
        for (int run = 0; run < RUNS; run++) {
            Comparer comparer = ComparisonPlan.of(STRUCTURE, List.of(VISITS), AreaLevel.STADSDEEL, POPULATION)
                    .newComparer();
            Map<String, Double> truth = new HashMap<>();
            for (Area stadsdeel : areas()) {
                double inhabitants = POPULATION.total(stadsdeel.code()).orElseThrow();
                double own = rate * (stadsdeel.name().equals("Laak") ? more : 1);
                truth.put(stadsdeel.name(), own * MEAN);
                comparer.acceptTotal(total(stadsdeel, "91000011", own * inhabitants / 1000, true, random));
            }
            boolean any = false;
            for (Comparison.Row row : comparer.result().rows()) {
                String name = row.key().area().name();
                DesignEffect effect = row.figure().uncertainty().effect().orElseThrow();
                assertThat(effect.basis()).isEqualTo(DesignEffect.Basis.EXACT);
                Interval interval = row.figure().uncertainty().interval().orElseThrow();
                intervals++;
                held += interval.contains(truth.getOrDefault(name, 0.0)) ? 1 : 0;
                any |= isDecided(row.assessment().judgement()) && (more == 1 || name.equals("Laak"));
            }
            called += any ? 1 : 0;
        }
        double share = 100.0 * called / RUNS;
        double coverage = 100.0 * held / intervals;
        System.out.printf("visitors %s, difference %s: called %.1f, coverage %.2f%n", rate, more, share, coverage);
        // three standard errors: of a share of 5 percent of the quarters, and of the intervals in them
        double error = 100 * Math.sqrt(0.05 * 0.95 / RUNS);
        assertThat(share).isBetween(least, most + 3 * error);
        assertThat(coverage).isGreaterThan(95 - 3 * 100 * Math.sqrt(0.05 * 0.95 / intervals));
    }

    /**
     * What is not known costs: without squares the interval is too narrow, which the package documentation prints, and
     * nothing but similar is decided; of two organisations the squares leave the effect between bounds, and the interval
     * is the widest.
     *
     * @param basis what is known of the visits of each person
     * @param least the lowest coverage in percent
     * @param most the highest
     */
    @ParameterizedTest
    @CsvSource({"LOWER_BOUND, 75, 90", "BETWEEN, 97, 100"})
    void intervals_withoutTheSquaresOfAWhole(DesignEffect.Basis basis, double least, double most) {
        Random random = new Random(27);
        boolean two = basis == DesignEffect.Basis.BETWEEN;
        List<String> organisations = two ? List.of("91000011", "91000029") : List.of("91000011");
        int held = 0;
        int intervals = 0;
        for (int run = 0; run < RUNS; run++) {
            Comparer comparer = ComparisonPlan.of(STRUCTURE, List.of(VISITS), AreaLevel.STADSDEEL, POPULATION)
                    .newComparer();
            for (Area stadsdeel : areas()) {
                double visitors = POPULATION.total(stadsdeel.code()).orElseThrow() / 100.0;
                organisations.forEach(one ->
                        comparer.acceptTotal(total(stadsdeel, one, visitors / organisations.size(), two, random)));
            }
            for (Comparison.Row row : comparer.result().rows()) {
                assertThat(row.figure().uncertainty().effect().orElseThrow().basis())
                        .isEqualTo(basis);
                assertThat(isDecided(row.assessment().judgement()) && !two).isFalse();
                intervals++;
                held += row.figure().uncertainty().interval().orElseThrow().contains(10 * MEAN) ? 1 : 0;
            }
        }
        double coverage = 100.0 * held / intervals;
        System.out.printf("%s: coverage %.2f%n", basis, coverage);
        assertThat(coverage).isBetween(least, most);
    }

    private static List<Area> areas() {
        return AREAS.areas(AreaLevel.STADSDEEL);
    }

    private static Set<String> wijken(Area stadsdeel) {
        return AREAS.areas(AreaLevel.WIJK).stream()
                .filter(wijk -> AREAS.isWithin(wijk.code(), stadsdeel.code()))
                .map(wijk -> wijk.code().value())
                .collect(Collectors.toSet());
    }
}
