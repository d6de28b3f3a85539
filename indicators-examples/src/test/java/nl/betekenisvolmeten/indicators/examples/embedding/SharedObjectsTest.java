package nl.betekenisvolmeten.indicators.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.Delivery;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryWriter;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.formats.template.Descriptor;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;
import org.junit.jupiter.api.Test;

/** What never changes may be shared: threads that work with the same objects at once get what one thread gets. */
class SharedObjectsTest {

    private static final Path SAMPLE =
            Path.of("src/main/resources/nl/betekenisvolmeten/indicators/examples/sample/2026KW02");
    private static final int THREADS = 8;
    private static final int ROUNDS = 3;

    private final Indicators indicators = Indicators.bundled();
    private final FormatDefinition format = indicators
            .definitions()
            .formats()
            .latest("telformat-gebiedsgericht")
            .orElseThrow();
    private final Validator validator = Validator.of(format.ruleSet());
    private final DeliveryReader reader = DeliveryReader.of(indicators.definitions());
    private final MessageCatalogue catalogue = MessageCatalogue.bundled();

    /** Writes somewhere, as text. */
    private interface Body<O> {
        void write(O out) throws IOException;
    }

    private static String text(Body<StringWriter> body) {
        StringWriter out = new StringWriter();
        try {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<String> deliveries() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        // faults of the file, of cells, of rows, and personal data
        texts.add(texts.get(0).replace(";wijk;", ";district;"));
        texts.add(texts.get(1).replace(";ALLEN;", ";IEDEREEN;").replace("KW02;", "KW2;"));
        texts.add(texts.get(2).replaceAll(";([0-9]+);([0-9]+);([0-9]+);", ";$1;$3;$2;"));
        texts.add(texts.get(3).replaceFirst("Taal[^;]*;", "bel Jan 06-12345678;"));
        return texts;
    }

    /** What a host does with a delivery, each by a name. */
    private Map<String, Supplier<String>> tasks() throws IOException {
        Map<String, Supplier<String>> tasks = new LinkedHashMap<>();
        List<String> texts = deliveries();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            DeliverySource source = DeliverySource.ofText("levering-" + i + ".csv", text);
            tasks.put("check " + i, () -> check(source));
            tasks.put("figures " + i, () -> figures(source));
            tasks.put("rows " + i, () -> rows(text));
        }
        CountTable table = indicators
                .read(DeliverySource.ofText("levering.csv", texts.get(0)))
                .table()
                .orElseThrow();
        AggregationPlan totals = AggregationPlan.by(table.structure(), "wijk", "leeftijdsgroep", "periode");
        ComparisonPlan comparison = ComparisonPlan.of(
                table.structure(),
                indicators.definitions().indicatorSets().all().get(0).indicators(),
                AreaLevel.STADSDEEL,
                indicators.definitions().populations().get("denhaag-inwoners").population());
        tasks.put("aggregate", () -> totals.aggregate(table).toText(Language.NL));
        tasks.put("combine", () -> combined(totals, table));
        tasks.put("compare", () -> comparison.compare(table).toText(Language.NL));
        tasks.put("workbook", () -> workbook(texts.get(0)));
        for (Descriptor descriptor : Descriptor.values()) {
            tasks.put(descriptor.code(), () -> text(out -> descriptor.write(format, Language.NL, out)));
        }
        return tasks;
    }

    private String check(DeliverySource source) {
        CheckedDelivery checked = CheckedDelivery.of(reader.validate(source), indicators.definitions());
        StringBuilder all = new StringBuilder();
        for (ReportKind kind : ReportKind.values()) {
            ReportKind.Settings settings = ReportKind.Settings.of("1", Language.EN, Audience.IT);
            all.append(text(out -> kind.write(List.of(checked), settings, out)));
        }
        for (Finding finding : checked.delivery().findings().kept()) {
            for (Audience audience : Audience.values()) {
                all.append(catalogue.message(finding, Language.NL, audience));
            }
        }
        return all.toString();
    }

    private String figures(DeliverySource source) {
        Delivery delivery = indicators.read(source);

        return delivery.totals("wijk", "periode").toText(Language.NL)
                + text(out -> JsonResults.write(InternalUse.of(delivery.totals("stadsdeel"), "test"), out))
                + delivery.compare(AreaLevel.WIJK).toText(Language.EN);
    }

    /** Checks rows one by one, with the validator that all threads share. */
    private String rows(String text) {
        List<Finding> found = new ArrayList<>();
        CountTable.Builder good = CountTable.builder(format.ruleSet().structure());
        ValidationRun run = validator.start(Location.of("rows"), found::add, good);
        List<String> lines = text.lines().toList();
        List<String> header = cells(lines.get(0));
        for (int row = 1; row < lines.size(); row++) {
            List<String> cells = cells(lines.get(row));
            run.row(
                    row + 1,
                    format.ruleSet().columns().stream()
                            .map(column -> header.indexOf(column.name().value()))
                            .map(at -> at < 0 ? "" : cells.get(at))
                            .toArray(String[]::new));
        }
        run.finish(true);
        return found + " " + good.build().size();
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(";", -1));
    }

    private static String combined(AggregationPlan plan, CountTable table) {
        Aggregator even = plan.newAggregator();
        Aggregator odd = plan.newAggregator();
        for (int row = 0; row < table.size(); row++) {
            (row % 2 == 0 ? even : odd).accept(table.observation(row));
        }
        even.combine(plan.aggregatorFrom(odd.toBytes()));
        return even.result().toText(Language.NL);
    }

    private String workbook(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RowWriter rows = DeliveryWriter.of(format, Carrier.XLSX, bytes)) {
            List<String> lines = text.lines().limit(20).toList();
            rows.header(cells(lines.get(0)));
            for (String line : lines.subList(1, lines.size())) {
                rows.row(cells(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] workbook = bytes.toByteArray();
        return HexFormat.of().formatHex(workbook)
                + reader.validate(DeliverySource.of("levering.xlsx", workbook)).findings();
    }

    @Test
    void manyThreads_withTheSameObjects_getWhatOneThreadGets() throws Exception {
        Map<String, Supplier<String>> tasks = tasks();
        // the threads come first, so that they also meet what is made at its first use
        List<Map<String, String>> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Map<String, String>>> asked = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int seed = thread;
                asked.add(threads.submit(() -> {
                    start.await();
                    return inSomeOrder(tasks, new Random(seed));
                }));
            }
            start.countDown();
            for (Future<Map<String, String>> answer : asked) {
                answers.add(answer.get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a thread failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
        Map<String, String> alone = inSomeOrder(tasks, new Random(THREADS));
        assertThat(alone)
                .hasSizeGreaterThan(40)
                .allSatisfy((name, answer) -> assertThat(answer).as(name).isNotBlank());
        assertThat(answers)
                .hasSize(THREADS)
                .allSatisfy(answer -> assertThat(answer).isEqualTo(alone));
    }

    private static Map<String, String> inSomeOrder(Map<String, Supplier<String>> tasks, Random random) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Map.Entry<String, Supplier<String>>> order = new ArrayList<>(tasks.entrySet());
            Collections.shuffle(order, random);
            for (Map.Entry<String, Supplier<String>> task : order) {
                String name = task.getKey();
                String answer = task.getValue().get();
                assertThat(answers.getOrDefault(name, answer)).as(name).isEqualTo(answer);
                answers.put(name, answer);
            }
        }
        return answers;
    }
}
