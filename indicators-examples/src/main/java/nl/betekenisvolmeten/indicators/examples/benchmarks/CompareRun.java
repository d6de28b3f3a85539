package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparer;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
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
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares 44 wijken on 30 indicators in 8 quarters, and says how long that took. */
@Command(
        name = "CompareRun",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3,
        description = "Compares 44 wijken on 30 indicators in 8 quarters and measures the time.")
public final class CompareRun implements Callable<Integer> {

    private static final int INDICATORS = 30;
    private static final int QUARTERS = 8;
    private static final int INHABITANTS = 12_000;
    private static final ColumnName KIND = ColumnName.of("soort");
    private static final ColumnName VISITS = ColumnName.of("bezoeken");
    private static final ColumnName MEETINGS = ColumnName.of("bijeenkomsten");
    private static final LocalizedText TEXT = LocalizedText.of("proef", "test");

    @Option(names = "--repeat", defaultValue = "30", description = "How often (${DEFAULT-VALUE}).")
    private int repeat;

    @Option(names = "--change", description = "Also compare with the quarter before.")
    private boolean change;

    @Option(names = "--monte-carlo", description = "Places by draws.")
    private boolean draws;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    /** A run with the defaults; options are set from the command line. */
    public CompareRun() {}

    /**
     * Runs the comparison.
     *
     * @param args the options; {@code --help} explains them
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new CompareRun())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    @Override
    public Integer call() {
        List<Observation> rows = rows();
        ComparisonOptions options = ComparisonOptions.withDefaults();
        options = change ? options.withChange(Change.Since.PREVIOUS_PERIOD) : options;
        options = draws ? options.withRanking(RankIntervals.MONTE_CARLO, 1) : options;
        ComparisonPlan plan = plan(options);
        for (int i = 0; i < repeat; i++) {
            spec.commandLine().getOut().println(timed(plan, rows));
        }
        return 0;
    }

    /** Returns the plan of the comparison: 30 indicators of the wijken of The Hague. */
    static ComparisonPlan plan(ComparisonOptions options) {
        AreaHierarchy areas = areas();
        return ComparisonPlan.of(structure(areas), indicators(), AreaLevel.WIJK, population(areas))
                .withOptions(options);
    }

    /** Returns the rows of eight quarters. */
    static List<Observation> rows() {
        return rows(areas());
    }

    private static AreaHierarchy areas() {
        return Definitions.bundled().areas().get("denhaag").hierarchy();
    }

    private static String timed(ComparisonPlan plan, List<Observation> rows) {
        long cpuStart = cpu();
        long start = System.nanoTime();
        Comparer comparer = plan.newComparer();
        rows.forEach(comparer);
        long added = System.nanoTime();
        Comparison result = comparer.result();
        long end = System.nanoTime();
        return String.format(
                Locale.ROOT,
                "%d rows in, %d rows out, adding up %.0f ms, comparing %.0f ms, together %.0f ms cpu",
                rows.size(),
                result.rows().size(),
                (added - start) / 1e6,
                (end - added) / 1e6,
                (cpu() - cpuStart) / 1e6);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static TableStructure structure(AreaHierarchy areas) {
        return new TableStructure(
                List.of(
                        new Dimension.Reporter(ColumnName.of("organisatie")),
                        new Dimension.Place(ColumnName.of("wijk"), areas, AreaLevel.WIJK, false),
                        new Dimension.Time(ColumnName.of("periode")),
                        Dimension.Category.of(KIND)),
                List.of(new Measure.Flow(VISITS, 0), new Measure.Flow(MEETINGS, 0)));
    }

    private static String kind(int number) {
        return "soort-" + number;
    }

    /** Returns rates by inhabitants, shares, and rates by events, in turn. */
    private static List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < INDICATORS; i++) {
            Formula.Part part = new Formula.Part(VISITS, Map.of(KIND, Set.of(kind(i))));
            Formula.Part meetings = new Formula.Part(MEETINGS, Map.of(KIND, Set.of(kind(i))));
            Formula.Part two = new Formula.Part(VISITS, Map.of(KIND, Set.of(kind(i), kind((i + 1) % INDICATORS))));
            List<Formula> formulas = List.of(
                    new Formula.PopulationRate("proef", Per.THOUSAND, part, Optional.empty()),
                    new Formula.Proportion("proef", Per.HUNDRED, part, two),
                    new Formula.Rate("proef", Per.ONE, part, meetings));
            indicators.add(indicator(i, formulas.get(i % formulas.size())));
        }
        return indicators;
    }

    private static Indicator indicator(int number, Formula formula) {
        return new Indicator(
                IndicatorId.of("proef-" + number),
                TEXT,
                TEXT,
                Optional.empty(),
                Indicator.Kind.KEY_FIGURE,
                Indicator.Aspect.OUTPUT,
                TEXT,
                formula,
                new Indicator.Direction.HigherIsBetter(),
                Set.of(AreaLevel.WIJK),
                PeriodKind.QUARTER,
                new Indicator.Counting(TEXT, List.of(), List.of()),
                List.of(new Indicator.Basis("S1", List.of(), TEXT)),
                Indicator.Use.withDefaults());
    }

    private static Population population(AreaHierarchy areas) {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>();
        for (Area area : areas.areas(AreaLevel.WIJK)) {
            figures.put(area.code(), new Population.Figures("2026", OptionalLong.of(INHABITANTS), List.of()));
        }
        return new Population("proef", figures);
    }

    /**
     * Returns the rows of two organisations for each wijk, quarter and kind: some kinds with few visits, others with
     * many.
     */
    private static List<Observation> rows(AreaHierarchy areas) {
        Random random = new Random(1);
        List<Observation> rows = new ArrayList<>();
        for (Area area : areas.areas(AreaLevel.WIJK)) {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                String period = 2025 + quarter / 4 + "KW0" + (quarter % 4 + 1);
                for (int kind = 0; kind < INDICATORS; kind++) {
                    for (String organisation : Arrays.asList("91000011", "91000029")) {
                        long meetings = 1L + random.nextInt(20);
                        long visits = meetings * random.nextInt(2 + kind);
                        rows.add(Observation.of(
                                new String[] {organisation, area.code().value(), period, kind(kind)},
                                new long[] {visits, meetings},
                                new boolean[] {true, true}));
                    }
                }
            }
        }
        return rows;
    }
}
