package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whichever command gives the figure of a cell, with the same options it is the same figure. */
class SameFigureProperties {

    private static final List<String> MEASURES = List.of("bezoeken", "unieke_deelnemers", "bijeenkomsten");

    /** Indicators of which compare shows the measure as what is divided. */
    private static final Map<String, String> RATES = new TreeMap<>(
            Map.of("bezoeken", "bezoeken-per-1000-inwoners", "unieke_deelnemers", "bereik-per-1000-inwoners"));

    /** Indicators that are a measure. */
    private static final Map<String, String> COUNTS =
            new TreeMap<>(Map.of("unieke_deelnemers", "unieke-deelnemers", "bijeenkomsten", "bijeenkomsten"));

    private static final Map<String, String> WIJKEN = new TreeMap<>(Map.of("Laak", "WK051838", "Centrum", "WK051822"));
    private static final Map<String, String> CODES =
            new TreeMap<>(Map.of("Laak", "SD0518-LAAK", "Centrum", "SD0518-CENTRUM"));

    private static final String AGREED = """
            {"id":"t","version":"1","title":{"nl":"x","en":"x"},"status":"reconstruction","provenance":{"note":{"nl":"x",
            "en":"x"},"sources":[{"id":"A","title":"x","reference":"x"}]},"overlaps":[{"dimension":"organisatie",
            "series":"unieke_deelnemers","where":{"stadsdeel":"Laak","jaar":"2026JJ00"},"kind":"SHARED","one":"91000011",
            "other":"91000029","persons":2,"basis":"overleg"}]}
            """;

    private Path folder = Path.of("");

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("same");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** The rows of an organisation, some with a fault: an empty cell, or more persons than visits. */
    private Path delivery(String organisation, boolean faulty, Random random) {
        Map<List<String>, String> rows = new LinkedHashMap<>();
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            String stadsdeel = any(List.copyOf(WIJKEN.keySet()), random);
            List<String> key = List.of(
                    stadsdeel,
                    any(List.of("2026KW01", "2026KW02"), random),
                    any(List.of("30-49", "67+", "onbekend"), random),
                    any(List.of("Taal", "Lezen"), random));
            int persons = 3 + random.nextInt(6);
            int visits = persons + random.nextInt(9);
            int fault = faulty ? random.nextInt(10) : 0;
            rows.put(
                    key,
                    Sheet.row(
                            "organisatie", organisation,
                            "stadsdeel", stadsdeel,
                            "wijk", Objects.requireNonNull(WIJKEN.get(stadsdeel)),
                            "periode", key.get(1),
                            "leeftijdsgroep", key.get(2),
                            "activiteit", key.get(3),
                            "bijeenkomsten", String.valueOf(1 + random.nextInt(6)),
                            "bezoeken", fault == 1 ? "" : String.valueOf(visits),
                            "unieke_deelnemers", String.valueOf(fault == 2 ? visits + 1 : persons)));
        }
        return Sheet.write(folder, organisation + ".csv", rows.values().toArray(String[]::new));
    }

    /** What organisations counted themselves; one delivered nothing else, and a total may contradict its rows. */
    private Path ownTotals(Random random) {
        List<String> rows = new ArrayList<>();
        for (String organisation : List.of("91000011", "91000045")) {
            for (String stadsdeel : WIJKEN.keySet()) {
                for (String period : List.of("2026KW01", "2026HJ01", "2026JJ00")) {
                    if (random.nextInt(3) == 0) {
                        int persons = 2 + random.nextInt(20);
                        rows.add(String.join(
                                ";",
                                organisation,
                                stadsdeel,
                                period,
                                "ALLE",
                                String.valueOf(1 + random.nextInt(9)),
                                String.valueOf(persons + random.nextInt(60)),
                                String.valueOf(persons)));
                    }
                }
            }
        }
        return Sheet.writeText(
                folder,
                "kort.csv",
                "organisatie;stadsdeel;periode;activiteit;bijeenkomsten;bezoeken;unieke_deelnemers\n"
                        + String.join("\n", rows)
                        + "\n91000045;Laak;2026KW02;ALLE;1;4;3\n");
    }

    private static Run run(List<Object> options, Object... command) {
        List<Object> line = new ArrayList<>(List.of(command));
        line.addAll(options);
        return Run.of(line.toArray());
    }

    /** Bounds and status of a figure. */
    private static List<String> figure(Map<String, String> row, String prefix, String status) {
        return List.of(plain(cell(row, prefix + "_lower")), plain(cell(row, prefix + "_upper")), status);
    }

    private static String plain(@Nullable Object number) {
        String text = number == null ? "" : number.toString();
        return text.isEmpty() ? "" : new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, generation = GenerationMode.RANDOMIZED)
    void aggregateCompareTargetsAndExplain_giveTheSameFigure(@ForAll Random random) {
        boolean agreed = random.nextBoolean();
        boolean old = random.nextInt(3) == 0;
        boolean faulty = random.nextInt(3) == 0;
        List<Object> options =
                new ArrayList<>(List.of(delivery("91000011", faulty, random), delivery("91000029", faulty, random)));
        if (agreed) {
            options.addAll(List.of("--context", Sheet.writeText(folder, "context.json", AGREED)));
        }
        boolean totals = random.nextInt(3) == 0;
        if (totals) {
            // as a file and as an option it means the same
            Path own = ownTotals(random);
            options.addAll(random.nextBoolean() ? List.of(own) : List.of("--totals", own));
        }
        List<Object> where = old ? List.of("--where", "leeftijdsgroep=67+") : List.of();
        List<Object> both = new ArrayList<>(options);
        both.addAll(where);
        Map<String, Map<String, List<String>>> figures = aggregate(both);
        figures.forEach((stadsdeel, ofMeasures) -> {
            ofMeasures.values().forEach(figure -> Statistics.label("status").collect(figure.get(2)));
            String measure = any(MEASURES, random);
            String cell = "measure=" + measure + ";stadsdeel=" + stadsdeel + ";periode=2026"
                    + (old ? ";leeftijdsgroep=67+" : "");
            assertThat(explained(options, cell)).as(cell).isEqualTo(ofMeasures.get(measure));
        });
        compare(both, figures);
        if (!old) {
            targets(options, figures);
        }
        Statistics.label("own totals").collect(totals);
        Statistics.label("context").collect(agreed);
        Statistics.label("where").collect(old);
        Statistics.label("faulty rows and cells").collect(faulty);
        Statistics.label("status").coverage(coverage -> {
            coverage.check("exact").percentage(share -> share >= 5);
            coverage.check("between").percentage(share -> share >= 20);
            coverage.check("incomplete").percentage(share -> share >= 5);
        });
    }

    /** The figures by stadsdeel and measure. */
    private static Map<String, Map<String, List<String>>> aggregate(List<Object> options) {
        Run run = run(options, "aggregate", "--by", "stadsdeel,jaar", "--measure", String.join(",", MEASURES));
        Map<String, Map<String, List<String>>> figures = new TreeMap<>();
        for (Map<String, String> row : Sheet.rows(run.out())) {
            Map<String, List<String>> ofMeasures = new TreeMap<>();
            MEASURES.forEach(measure -> ofMeasures.put(measure, figure(row, measure, cell(row, measure + "_status"))));
            figures.put(cell(row, "stadsdeel"), ofMeasures);
        }
        return figures;
    }

    private static List<String> explained(List<Object> options, String cell) {
        Run run = run(options, "explain", "--json", "--cell", cell);
        Map<String, @Nullable Object> value =
                Json.object(Json.object(Json.read(run.out())).get("value"));
        return List.of(plain(value.get("lower")), plain(value.get("upper")), String.valueOf(value.get("status")));
    }

    private static void compare(List<Object> options, Map<String, Map<String, List<String>>> figures) {
        Run run = run(
                options,
                "compare",
                "--level",
                "stadsdeel",
                "--period",
                "2026",
                "--indicator",
                String.join(",", RATES.values()));
        List<Map<String, String>> rows = Sheet.rows(run.out());
        figures.forEach((stadsdeel, ofMeasures) -> RATES.forEach((measure, indicator) -> {
            Map<String, String> row = rows.stream()
                    .filter(one -> cell(one, "area").equals(stadsdeel)
                            && cell(one, "indicator").equals(indicator))
                    .findFirst()
                    .orElseThrow();
            List<String> expected = Objects.requireNonNull(ofMeasures.get(measure));
            if (expected.get(2).equals("missing")) {
                // a rate takes what did not take place for zero
                return;
            }
            // the status is that of the rate
            assertThat(figure(row, "numerator", expected.get(2)))
                    .as("%s of %s", indicator, stadsdeel)
                    .isEqualTo(expected);
        }));
    }

    private void targets(List<Object> options, Map<String, Map<String, List<String>>> figures) {
        StringBuilder wanted =
                new StringBuilder("indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron\n");
        CODES.values()
                .forEach(code -> COUNTS.values()
                        .forEach(indicator -> wanted.append(indicator)
                                .append(';')
                                .append(code)
                                .append(";2026JJ00;MINSTENS;10;;;test\n")));
        Path file = Sheet.writeText(folder, "targets.csv", wanted.toString());
        List<Map<String, String>> rows =
                Sheet.rows(run(options, "targets", "--targets", file).out());
        figures.forEach((stadsdeel, ofMeasures) -> COUNTS.forEach((measure, indicator) -> {
            Map<String, String> row = rows.stream()
                    .filter(one -> cell(one, "area_code").equals(CODES.get(stadsdeel))
                            && cell(one, "indicator").equals(indicator)
                            && cell(one, "kind").equals("period"))
                    .findFirst()
                    .orElseThrow();
            assertThat(figure(row, "reached", cell(row, "reached_status")))
                    .as("%s of %s", indicator, stadsdeel)
                    .isEqualTo(ofMeasures.get(measure));
        }));
    }
}
