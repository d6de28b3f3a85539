package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.Mutations;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.form.CsvPopulation;
import nl.betekenisvolmeten.indicators.formats.form.CsvTotals;
import nl.betekenisvolmeten.indicators.formats.form.ImpactStory;
import nl.betekenisvolmeten.indicators.formats.form.NeedReader;
import nl.betekenisvolmeten.indicators.formats.form.RealisationReader;
import nl.betekenisvolmeten.indicators.formats.form.TargetReader;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxRowWriter;
import nl.betekenisvolmeten.indicators.formats.output.PublishedFiles;
import nl.betekenisvolmeten.indicators.formats.output.PublishedFilesTest;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Readers of files, each with valid and faulty files to start from, and the laws that hold for any bytes. */
final class ReaderTargets {

    private static final String BSN = "123456782";
    private static final String MAIL = "jan.jansen@example.org";

    private static final Definitions KNOWN = Definitions.bundled();
    private static final DeliveryReader READER = DeliveryReader.of(KNOWN);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final AreaHierarchy AREAS = KNOWN.areas().get("denhaag").hierarchy();
    private static final FormatDefinition TELFORMAT =
            KNOWN.formats().get(FormatId.of("telformat-gebiedsgericht", "2026.1"));
    private static final AggregationPlan BY_WIJK =
            AggregationPlan.by(TELFORMAT.ruleSet().structure(), "wijk");
    private static final PublicationPlan PLAN = KNOWN.plans().get(FormatId.of("denhaag-jaarpublicatie", "2026.1"));
    private static final String POPULATION = "area_code;inhabitants\nWK051829;9100\nWK051838;12000\n";
    private static final String TOTALS = "wijk;bezoeken;unieke_deelnemers\nWK051829;180;40\nWK051838;9;1\n";

    private final Path folder;
    private final boolean reports;

    /**
     * Creates readers, which put files into a folder if they need one.
     *
     * @param folder the folder
     * @param reports whether to write reports on deliveries too, which takes most of the time
     */
    ReaderTargets(Path folder, boolean reports) {
        this.folder = folder;
        this.reports = reports;
    }

    /**
     * A reader and its input.
     *
     * @param name its name, which is also that of the folder of files on which it once failed
     * @param tries how many changed files it reads
     * @param seeds the files that are changed
     * @param change how the files are changed
     * @param law reads a file, and fails if a law is violated
     */
    record Target(
            String name,
            int tries,
            List<byte[]> seeds,
            BiFunction<byte[], Random, byte[]> change,
            Consumer<byte[]> law) {}

    static Path cases() {
        return FamilyCase.path("");
    }

    /** Returns the valid and faulty cases of the forms whose folder name begins as given. */
    private static List<byte[]> seeds(String form) {
        try (Stream<Path> files = Files.walk(cases())) {
            return files.filter(file -> file.toString().endsWith(".csv")
                            && !file.endsWith("expected.csv")
                            && Objects.requireNonNull(file.getParent())
                                    .getFileName()
                                    .toString()
                                    .startsWith(form))
                    .sorted()
                    .map(ReaderTargets::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String planted() {
        return Deliveries.text(List.of(
                Deliveries.row(1, "toelichting", "bsn " + BSN),
                Deliveries.row(2, "activiteit", MAIL),
                Deliveries.row(3, "wijk", "Laak"),
                Deliveries.row(4)));
    }

    private static List<byte[]> tables() {
        List<byte[]> seeds = new ArrayList<>();
        for (String form : List.of("telformat", "individuele", "registraties", "impact", "ervaring", "streef")) {
            seeds.addAll(seeds(form));
        }
        IntStream.range(0, seeds.size() / 4).forEach(i -> seeds.add(utf8(planted())));
        return seeds;
    }

    private static List<byte[]> objects() {
        return List.of(
                utf8(IntStream.range(0, 4).mapToObj(OddObjects::plain).collect(Collectors.joining("\n"))),
                utf8(OddObjects.plain(1)
                        .replace("Taalcaf\u00e9", MAIL)
                        .replace("\"toelichting\":\"\"", "\"toelichting\":\"" + BSN + "\"")));
    }

    private static List<byte[]> workbooks() throws IOException {
        List<byte[]> seeds = new ArrayList<>(List.of(new Packed().bytes()));
        for (String text : List.of(Deliveries.text(Deliveries.rows(3)), planted())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (RowWriter writer = XlsxRowWriter.of(out, Set.of("bezoeken", "bijeenkomsten"))) {
                writer.header(Deliveries.COLUMNS);
                for (String line : text.lines().skip(1).toList()) {
                    writer.row(List.of(line.split(";", -1)));
                }
            }
            seeds.add(out.toByteArray());
        }
        return seeds;
    }

    private static List<byte[]> accounts() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> packages = Files.list(cases().resolve("verantwoording-2026.1"))) {
            for (Path one : packages.filter(Files::isDirectory).sorted().toList()) {
                Map<String, byte[]> parts = new LinkedHashMap<>();
                try (Stream<Path> files = Files.list(one)) {
                    files.sorted().forEach(file -> parts.put(file.getFileName().toString(), read(file)));
                }
                if (!parts.isEmpty()) {
                    seeds.add(Mutations.packed(parts));
                }
            }
        }
        return seeds;
    }

    private static byte[] rows(byte[] original, Random random) {
        return random.nextInt(3) == 0 ? Mutations.bytes(original, random) : Mutations.cells(original, random);
    }

    /** Returns the readers of files that organisations and municipalities send. */
    List<Target> targets() throws IOException {
        TargetReader targets = TargetReader.of(KNOWN);
        RealisationReader realisations = RealisationReader.of(KNOWN);
        ImpactStory.Reader stories = ImpactStory.Reader.of(KNOWN);
        NeedReader needs = NeedReader.of(KNOWN);
        String name = PublishedFiles.names(PLAN).get(0);
        ByteArrayOutputStream published = new ByteArrayOutputStream();
        PublishedFiles.write(PublishedFilesTest.release(), name, Language.NL, published);
        return List.of(
                new Target("csv", 500, tables(), ReaderTargets::rows, bytes -> delivery("telling.csv", bytes)),
                new Target("json-lines", 200, objects(), Mutations::bytes, bytes -> delivery("telling.jsonl", bytes)),
                new Target("json", 100, objects(), Mutations::bytes, bytes -> delivery("telling.json", bytes)),
                new Target("xlsx", 300, workbooks(), Mutations::packed, bytes -> delivery("telling.xlsx", bytes)),
                new Target("zip", 150, accounts(), Mutations::packed, this::account),
                form("targets", seeds("streefwaarden"), targets::read),
                form("realisations", seeds("realisaties"), realisations::read),
                form("stories", seeds("impactverhaal"), stories::read),
                new Target(
                        "answers",
                        100,
                        seeds("ervaringsmeting"),
                        ReaderTargets::rows,
                        bytes -> delivery("ervaring.csv", bytes)),
                form("weights", seeds("behoeftegewichten"), needs::weights),
                form("facts", seeds("gebiedskenmerken"), needs::facts),
                form("budgets", seeds("gebiedsbudget"), needs::budgets),
                form(
                        "population",
                        List.of(utf8(POPULATION)),
                        source -> CsvPopulation.read(source, AREAS, AreaLevel.WIJK)),
                form("totals", List.of(utf8(TOTALS)), source -> CsvTotals.read(source, BY_WIJK, TELFORMAT.ruleSet())),
                new Target("definition", 200, definitions(), Mutations::bytes, ReaderTargets::definition),
                new Target(
                        "publication",
                        200,
                        List.of(published.toByteArray()),
                        ReaderTargets::rows,
                        bytes -> assertThat(PublishedFiles.read(PLAN, List.of(DeliverySource.of(name, bytes))))
                                .isNotNull()));
    }

    private static List<byte[]> definitions() throws IOException {
        try (Stream<Path> files = Files.list(cases().resolve("definitions"))) {
            return files.filter(file -> file.toString().endsWith("-good.json"))
                    .sorted()
                    .map(ReaderTargets::read)
                    .toList();
        }
    }

    /** Checks that a definition is read or has an error, and that each finding has a location. */
    private static void definition(byte[] bytes) {
        Checked<Definitions> checked =
                DefinitionReader.of(KNOWN).readInto("eigen.json", new ByteArrayInputStream(bytes));
        assertThat(checked.value().isPresent()).isNotEqualTo(checked.findings().hasErrors());
        assertThat(checked.findings().kept())
                .allMatch(finding -> finding.location().row().isPresent());
        messages(checked.findings());
    }

    private static Target form(String name, List<byte[]> seeds, Function<DeliverySource, Checked<?>> reader) {
        return new Target(
                name,
                200,
                seeds,
                ReaderTargets::rows,
                bytes -> messages(
                        reader.apply(DeliverySource.of(name + ".csv", bytes)).findings()));
    }

    /**
     * Checks that all paths and several threads give the same, with reports that other programs can read and no
     * personal data in them.
     */
    private void delivery(String name, byte[] bytes) {
        DeliverySource source = DeliverySource.of(name, bytes);
        DeliveryReport report = GridParityProperties.assertSame(source, READER).report();
        messages(report.findings());
        if (reports) {
            assertThat(READER.withThreads(3).validate(source)).isEqualTo(report);
            reports(report);
        }
    }

    private static void reports(DeliveryReport report) {
        CheckedDelivery checked = CheckedDelivery.of(report, KNOWN);
        for (ReportKind kind : ReportKind.values()) {
            StringWriter out = new StringWriter();
            try {
                kind.write(List.of(checked), ReportKind.Settings.of("1.0", Language.NL, Audience.FILLER), out);
                parse(kind, out.toString());
            } catch (IOException | SAXException | ParserConfigurationException e) {
                throw new AssertionError(kind + " cannot be read", e);
            }
            assertThat(out.toString()).doesNotContain(BSN, "jansen@example");
        }
    }

    private static void parse(ReportKind kind, String text)
            throws IOException, SAXException, ParserConfigurationException {
        switch (kind) {
            case JSON, SARIF -> assertThat(MAPPER.readTree(text).isObject()).isTrue();
            case JUNIT, HTML ->
                assertThat(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new InputSource(new StringReader(closed(text))))
                                .getDocumentElement())
                        .isNotNull();
            case TEXT -> assertThat(text).isNotBlank();
        }
    }

    /** Returns a page as XML: without its document type, and with end tags for the elements that HTML leaves open. */
    private static String closed(String page) {
        return page.replaceFirst("(?i)<!doctype html>", "").replaceAll("<((?:meta|link|br|hr)\\b[^>]*)>", "<$1/>");
    }

    private static void messages(Findings findings) {
        for (Finding finding : findings.kept()) {
            for (Language language : Language.values()) {
                MessageCatalogue.Message message =
                        MessageCatalogue.bundled().message(finding, language, Audience.FILLER);
                assertThat(message.title()).isNotBlank();
                assertThat(message.text()).isNotBlank();
            }
            assertThat(finding.arguments().values())
                    .allSatisfy(value ->
                            assertThat(PersonalData.find(value)).as(value).isEmpty());
        }
    }

    private void account(byte[] bytes) {
        Path file = folder.resolve("verantwoording.zip");
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AccountReader.Report report = AccountReader.of(
                        KNOWN.accounts().latest("verantwoording").orElseThrow())
                .read(PartedSource.of(file, PartedSource.Limits.withDefaults()).orElseThrow());
        messages(report.findings());
        report.parts().forEach(part -> messages(part.report().findings()));
    }
}
