package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.CountedRow;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Role;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** Whatever cell is explained: the rows that it names make its figure, worked out again by hand. */
class ExplainerProperties {

    private static final Definitions DEFINITIONS = Definitions.bundled();
    private static final Definitions.PopulationList INHABITANTS =
            DEFINITIONS.populations().get("denhaag-inwoners");

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;vrijwilligersuren;"
                    + "doorverwijzingen;toelichting\n";

    private static final List<String> PLACES = List.of("Centrum;WK051829", "Centrum;WK051828", "Laak;WK051838");
    private static final List<String> AGES = List.of("0-11", "30-49", "67+", "onbekend");
    private static final List<String> AREAS =
            List.of("wijk=WK051829", "stadsdeel=Centrum", "stadsdeel=Laak", "stad=Den Haag");
    private static final List<String> PERIODS = List.of("periode=2026KW01", "halfjaar=2026HJ01", "jaar=2026");

    private static List<DeliverySource> sources(Random random, int rows) {
        List<StringBuilder> files = List.of(new StringBuilder(HEADER), new StringBuilder(HEADER));
        for (int i = 0; i < rows; i++) {
            int persons = random.nextInt(30);
            files.get(random.nextInt(2))
                    .append(String.join(
                            ";",
                            "9100000" + (1 + random.nextInt(2)),
                            PLACES.get(random.nextInt(PLACES.size())),
                            "2026KW0" + (1 + random.nextInt(4)),
                            "1;ETEN;Tafel " + i + ";ALLEN",
                            AGES.get(random.nextInt(AGES.size())),
                            Integer.toString(1 + random.nextInt(9)),
                            Integer.toString(persons + random.nextInt(50)),
                            Integer.toString(persons),
                            random.nextBoolean() ? "" : Integer.toString(random.nextInt(persons + 1)),
                            random.nextBoolean() ? "" : Integer.toString(1 + random.nextInt(5)),
                            random.nextBoolean() ? "" : random.nextInt(20) + ",5",
                            "",
                            "\n"));
        }
        return List.of(
                DeliverySource.ofText("een.csv", files.get(0).toString()),
                DeliverySource.ofText("twee.csv", files.get(1).toString()));
    }

    private static Explanation explain(String cell, List<DeliverySource> sources) {
        return Explainer.of(DEFINITIONS, INHABITANTS).explain(Cell.parse(cell), sources);
    }

    private static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<BigDecimal> numbers(Explanation of, Role role) {
        return of.rows().stream()
                .filter(row -> row.counted().containsKey(role))
                .flatMap(row -> row.counted().getOrDefault(role, new CellValue.Missing()).exact().stream())
                .toList();
    }

    private static CellValue sum(Explanation of, Role role) {
        List<BigDecimal> numbers = numbers(of, role);
        return numbers.isEmpty()
                ? new CellValue.Missing()
                : CellValue.of(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static void assertSame(CellValue actual, CellValue expected) {
        assertThat(actual.status()).isEqualTo(expected.status());
        if (expected instanceof CellValue.Incomplete incomplete) {
            CellValue.Incomplete own = (CellValue.Incomplete) actual;
            assertThat(own.lower().map(BigDecimal::stripTrailingZeros))
                    .isEqualTo(incomplete.lower().map(BigDecimal::stripTrailingZeros));
            assertThat(own.upper()).isEmpty();
        }
        if (expected.lowerBound().isPresent()) {
            assertThat(actual.lowerBound().orElseThrow())
                    .isEqualByComparingTo(expected.lowerBound().get());
            assertThat(actual.upperBound().orElseThrow())
                    .isEqualByComparingTo(expected.upperBound().orElseThrow());
        }
    }

    @Property(tries = 60)
    void events_areTheSumOfTheRowsNamed(@ForAll Random random, @ForAll @IntRange(min = 1, max = 25) int rows) {
        String measure = any(List.of("bijeenkomsten", "bezoeken", "vrijwilligersuren"), random);
        Explanation of = explain(
                "measure=" + measure + ";" + any(AREAS, random) + ";" + any(PERIODS, random), sources(random, rows));
        assertSame(of.figure().value(), complete(of, sum(of, Role.TOTAL)));
    }

    @Property(tries = 60)
    void persons_areBetweenWhatTheRowsNamedLeaveOpen(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 25) int rows) {
        String measure = any(List.of("unieke_deelnemers", "nieuwe_deelnemers"), random);
        Explanation of = explain(
                "measure=" + measure + ";" + any(AREAS, random) + ";" + any(PERIODS, random), sources(random, rows));
        assertSame(of.figure().value(), complete(of, persons(of, measure)));
    }

    /** A figure with empty cells is only known from below. */
    private static CellValue complete(Explanation of, CellValue received) {
        boolean empty = of.rows().stream().anyMatch(row -> number(row).signum() < 0);
        return empty && received.lowerBound().isPresent() ? CellValue.Incomplete.of(received) : received;
    }

    /** In a quarter of one organisation, age groups share nobody: their largest rows together, or the largest row of unknown age. */
    private static CellValue persons(Explanation of, String measure) {
        List<CountedRow> known =
                of.rows().stream().filter(row -> number(row).signum() >= 0).toList();
        if (known.isEmpty()) {
            return new CellValue.Missing();
        }
        BigDecimal lower =
                known.stream().collect(Collectors.groupingBy(row -> text(row, "organisatie"))).values().stream()
                        .map(rows -> leastOfOrganisation(rows, of.rows(), measure))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        BigDecimal upper = known.stream().map(ExplainerProperties::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        return CellValue.between(lower, upper);
    }

    /** Those of a quarter, and who is new to the organisation in the quarters after it. */
    private static BigDecimal leastOfOrganisation(List<CountedRow> known, List<CountedRow> all, String measure) {
        String organisation = text(known.get(0), "organisatie");
        BigDecimal least = BigDecimal.ZERO;
        for (int quarter = 1; quarter <= 4; quarter++) {
            String first = "2026KW0" + quarter;
            BigDecimal together = leastOfQuarter(known, first, ExplainerProperties::number);
            if (together.signum() == 0
                    && known.stream().noneMatch(row -> text(row, "periode").equals(first))) {
                continue;
            }
            for (int later = quarter + 1; later <= 4 && measure.equals("unieke_deelnemers"); later++) {
                List<CountedRow> own = all.stream()
                        .filter(row -> text(row, "organisatie").equals(organisation))
                        .filter(row -> !cell(row, "nieuwe_deelnemers").isEmpty())
                        .toList();
                together = together.add(
                        leastOfQuarter(own, "2026KW0" + later, row -> new BigDecimal(cell(row, "nieuwe_deelnemers"))));
            }
            least = least.max(together);
        }
        return least;
    }

    private static BigDecimal leastOfQuarter(
            List<CountedRow> rows, String quarter, Function<CountedRow, BigDecimal> number) {
        Map<String, BigDecimal> largest = new HashMap<>();
        rows.stream()
                .filter(row -> text(row, "periode").equals(quarter))
                .forEach(row -> largest.merge(text(row, "leeftijdsgroep"), number.apply(row), BigDecimal::max));
        BigDecimal unknown = largest.getOrDefault("onbekend", BigDecimal.ZERO);
        largest.remove("onbekend");
        return largest.values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(unknown);
    }

    /** The number that a row gives; below zero where its cell was empty. */
    private static BigDecimal number(CountedRow row) {
        return row.counted()
                .getOrDefault(Role.TOTAL, new CellValue.Missing())
                .exact()
                .orElse(BigDecimal.ONE.negate());
    }

    private static String cell(CountedRow row, String column) {
        return row.texts().getOrDefault(ColumnName.of(column), "");
    }

    private static String text(CountedRow row, String column) {
        return row.key().getOrDefault(ColumnName.of(column), "");
    }

    @Property(tries = 40)
    void ratesAndShares_areTheTotalsOfTheRowsNamed(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 25) int rows) {
        String indicator = any(
                List.of("bezoeken-per-bijeenkomst", "aandeel-bezoeken-30-49", "bezoeken-per-1000-inwoners"), random);
        String area = any(List.of("stadsdeel=Centrum", "stadsdeel=Laak"), random);
        Explanation of = explain("indicator=" + indicator + ";" + area + ";periode=2026", sources(random, rows));
        if (of.rowsCounted() == 0) {
            return;
        }
        CellValue above =
                numbers(of, Role.NUMERATOR).isEmpty() ? CellValue.of(BigDecimal.ZERO) : sum(of, Role.NUMERATOR);
        CellValue below = indicator.endsWith("inwoners")
                ? CellValue.of(BigDecimal.valueOf(INHABITANTS
                        .population()
                        .total(of.area().orElseThrow().code())
                        .orElseThrow()))
                : sum(of, Role.DENOMINATOR);
        assertSame(
                of.figure().value(),
                new BoundedRatio(above, below, Per.of(of.per().orElseThrow()), indicator.startsWith("aandeel"))
                        .value());
    }

    @Property(tries = 30)
    void rowsNamed_haveKeysThatDiffer(@ForAll Random random, @ForAll @IntRange(min = 1, max = 25) int rows) {
        Explanation of = explain("measure=bezoeken;" + any(AREAS, random), sources(random, rows));
        Function<CountedRow, Map<ColumnName, String>> key = CountedRow::key;
        List<Map<ColumnName, String>> keys =
                new ArrayList<>(of.rows().stream().map(key).toList());
        assertThat(keys).doesNotHaveDuplicates().doesNotContain(Map.of());
    }
}
