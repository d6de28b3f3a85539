package nl.betekenisvolmeten.indicators.formats.delivery;

import static nl.betekenisvolmeten.indicators.formats.delivery.VersionFiles.set;
import static nl.betekenisvolmeten.indicators.formats.delivery.VersionFiles.setWithoutSteps;
import static nl.betekenisvolmeten.indicators.formats.delivery.VersionFiles.supportOf2025;
import static nl.betekenisvolmeten.indicators.formats.delivery.VersionFiles.supportOf2026;
import static nl.betekenisvolmeten.indicators.formats.delivery.VersionFiles.telformat;
import static nl.betekenisvolmeten.indicators.formats.delivery.VersionFiles.telling;
import static nl.betekenisvolmeten.indicators.formats.delivery.VersionFiles.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import org.junit.jupiter.api.Test;

class DeliverySetTest {

    private static final DeliverySource OLD = telling("oud.csv", "2025.1", "Kookles", 20);
    private static final DeliverySource NEW = telling("nieuw.csv", "2026.1", "Taalles", 30);

    /** What was read, and a total for the whole city. */
    private record Outcome(SetReport report, String total) {
        static Outcome of(DeliverySet set, String measure) {
            AggregationPlan plan =
                    AggregationPlan.by(set.format().orElseThrow().ruleSet().structure());
            Aggregator totals = plan.newAggregator();
            SetReport report = set.read(totals);
            return new Outcome(
                    report,
                    totals.result()
                            .figure(measure)
                            .map(figure -> figure.value()
                                    .exact()
                                    .map(BigDecimal::toPlainString)
                                    .orElse(figure.value().status().code()))
                            .orElse("none"));
        }

        List<Class<? extends FileMapping>> ways() {
            List<Class<? extends FileMapping>> ways = new ArrayList<>();
            report.files().forEach(file -> ways.add(file.way().getClass()));
            return ways;
        }
    }

    @Test
    void readInto_twoVersions_countsBothAsTheNewest() {
        DeliverySet set = set(OLD, NEW);
        assertThat(set.format()).contains(telformat("2026.1"));
        Outcome outcome = Outcome.of(set, "bezoeken");
        assertThat(outcome.total()).isEqualTo("50");
        assertThat(outcome.ways()).containsExactly(FileMapping.CarriedOver.class, FileMapping.AsIs.class);
        SetReport.FileRead old = outcome.report().files().get(0);
        assertThat(old.source()).isEqualTo(OLD);
        assertThat(old.report().rowsAccepted()).isEqualTo(1);
        assertThat(old.carried().kept()).isNotEmpty();
        assertThat(old.report().findings().kept()).containsAll(old.carried().kept());
        assertThat(outcome.report().files().get(1).carried().kept()).isEmpty();
    }

    @Test
    void readInto_noStepsToTheNewest_leavesOutWhatOneLacks() {
        DeliverySet set = setWithoutSteps(supportOf2026(), supportOf2025());
        assertThat(set.newest().orElseThrow().id().version()).isEqualTo("2026.1");
        assertThat(set.format().orElseThrow().id().version()).isEqualTo("2025.1");
        Outcome outcome = Outcome.of(set, "opgestart");
        assertThat(outcome.total()).isEqualTo("10");
        assertThat(outcome.ways()).containsExactly(FileMapping.Narrowed.class, FileMapping.AsIs.class);
        assertThat(((FileMapping.Narrowed) outcome.report().files().get(0).way()).excluded())
                .containsExactly(ColumnName.of("ernst"));
    }

    @Test
    void withTarget_noSteps_leavesNothingOutButTheFile() {
        DeliverySource narrower = supportOf2026();
        DeliverySet set = setWithoutSteps(narrower, supportOf2025());
        DeliverySet asked = set.withTarget(set.format().orElseThrow());
        assertThat(asked.otherForms()).containsOnlyKeys(narrower);
        assertThat(Outcome.of(asked, "opgestart").total()).isEqualTo("5");
    }

    @Test
    void readInto_stepsToAVersionThatNoFileIsOf_areTaken() {
        Outcome outcome = Outcome.of(set(supportOf2026(), supportOf2025()), "opgestart");
        assertThat(outcome.total()).isEqualTo("10");
        assertThat(outcome.ways()).containsExactly(FileMapping.CarriedOver.class, FileMapping.CarriedOver.class);
        assertThat(set(supportOf2026(), supportOf2025())
                        .format()
                        .orElseThrow()
                        .id()
                        .version())
                .isEqualTo("2026.2");
        assertThat(set(supportOf2025()).format().orElseThrow().id().version()).isEqualTo("2025.1");
    }

    @Test
    void withTarget_anEarlierVersion_goesBack() {
        Outcome outcome = Outcome.of(set(NEW).withTarget(telformat("2025.2")), "bezoeken");
        assertThat(outcome.total()).isEqualTo("30");
        assertThat(outcome.ways()).containsExactly(FileMapping.CarriedOver.class);
    }

    @Test
    void readInto_otherFormsAndNone_areCheckedOnly() {
        DeliverySource other = supportOf2025();
        DeliverySet set = set(other, NEW, unknown());
        assertThat(set.otherForms()).containsOnlyKeys(other);
        assertThat(set.way(other).isRead()).isFalse();
        Outcome outcome = Outcome.of(set, "bezoeken");
        assertThat(outcome.total()).isEqualTo("30");
        assertThat(outcome.ways())
                .containsExactly(FileMapping.OtherForm.class, FileMapping.AsIs.class, FileMapping.NotRecognised.class);
        assertThat(outcome.report().reports())
                .extracting(DeliveryReport::isGood)
                .containsExactly(true, true, false);
    }

    @Test
    void read_noFileOfAnyForm_handsOnNothing() {
        DeliverySet set = set(unknown(), unknown());
        assertThat(set.format()).isEmpty();
        SetReport report = set.read(row -> {
            throw new AssertionError(row);
        });
        assertThat(report.files())
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.way()).isEqualTo(new FileMapping.NotRecognised()));
        assertThat(report.context()).isEmpty();
    }

    /** Counts how often it is opened. */
    private static final class Opened implements DeliverySource {
        private final DeliverySource source;
        private int times;

        Opened(DeliverySource source) {
            this.source = source;
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public InputStream open() throws IOException {
            times++;
            return source.open();
        }
    }

    @Test
    void read_aFileAlone_isOpenedNoMoreThanByItself() {
        Opened plain = new Opened(OLD);
        DeliveryReader.of(Definitions.bundled()).validate(plain);
        Opened alone = new Opened(OLD);
        DeliverySet set = set(alone);
        assertThat(set.format()).contains(telformat("2025.1"));
        SetReport report = set.read(row -> {});
        assertThat(alone.times).isEqualTo(plain.times);
        assertThat(report.files().get(0).way()).isEqualTo(new FileMapping.AsIs(telformat("2025.1")));
    }

    @Test
    void readInto_twoFilesOfOneOrganisationAndPeriod_isAnOverlap() {
        DeliverySource more = telling("meer.csv", "2026.1", "Fietsles", 40);
        assertThat(Outcome.of(set(NEW, more, OLD), "bezoeken").report().overlaps())
                .containsExactly(new SetReport.RepeatedDelivery(NEW, more, "91000011", "2026KW01"));
        assertThat(Outcome.of(set(NEW, OLD), "bezoeken").report().overlaps()).isEmpty();
    }

    @Test
    void readInto_theSameBytesUnderAnotherName_isTold() {
        SetReport report = Outcome.of(
                        set(NEW, OLD, telling("kopie.csv", "2026.1", "Taalles", 30), unknown(), unknown()), "bezoeken")
                .report();
        assertThat(report.sameDeliveries()).containsExactly(new SetReport.SameDelivery("nieuw.csv", "kopie.csv"));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                DeliverySetTest.class.getResourceAsStream("/cases/context/corrected/" + name), name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void withContext_aCorrection_replacesRowsAndIsNoOverlap() throws IOException {
        ReportingContext agreed = DefinitionReader.of(Definitions.bundled())
                .readContext("context.json", new ByteArrayInputStream(bytes("context.json")))
                .orThrow();
        DeliverySet set =
                set(DeliverySource.of("a2.csv", bytes("a2.csv")), DeliverySource.of("a1.csv", bytes("a1.csv")), OLD);
        assertThat(Outcome.of(set, "bezoeken").total()).isEqualTo("refused");
        assertThat(Outcome.of(set, "bezoeken").report().findings().kept())
                .extracting(finding -> finding.code().value())
                .containsOnly("BM-K20");
        Outcome outcome = Outcome.of(set.withContext(agreed), "bezoeken");
        assertThat(outcome.total()).isEqualTo("110");
        assertThat(outcome.report().overlaps()).isEmpty();
        assertThat(outcome.report().context().orElseThrow().findings().kept())
                .anySatisfy(finding -> assertThat(finding.arguments()).containsEntry("number", "2"));
    }

    @Test
    void byForm_threeForms_areSetsOfOneFormEach() {
        DeliverySource support = supportOf2025();
        DeliverySource none = unknown();
        assertThat(set(OLD, support, none, NEW).byForm())
                .extracting(DeliverySet::sources)
                .containsExactly(List.of(OLD, NEW), List.of(support), List.of(none));
    }

    @Test
    void byForm_ownTotals_areInTheSetOfTheFormThatTheyAreAbout() {
        DeliverySource totals = DeliverySource.ofText(
                "kort.csv",
                "organisatie;stadsdeel;periode;activiteit;activiteitsoort;bijeenkomsten;bezoeken;unieke_deelnemers;"
                        + "eerste_keer_dit_jaar\n91000011;Laak;2026KW01;ALLE;;4;30;9;9\n");
        assertThat(set(totals, supportOf2025(), NEW).byForm())
                .first()
                .satisfies(set -> assertThat(set.sources()).containsExactly(totals, NEW))
                .satisfies(set -> assertThat(set.way(totals)).isInstanceOf(FileMapping.OwnTotals.class));
    }

    @Test
    void notComparable_versions_areThoseOfWhichTheMeaningChanged() {
        List<IndicatorId> not = new ArrayList<>(set(OLD, NEW)
                .notComparable(Definitions.bundled().indicatorSets().all())
                .keySet());
        assertThat(not).isNotEmpty();
        assertThat(set(telling("2.csv", "2026.1", "Les", 10), NEW)
                        .notComparable(Definitions.bundled().indicatorSets().all()))
                .isEmpty();
        assertThat(set(OLD).notComparable(Definitions.bundled().indicatorSets().all()))
                .isEmpty();
    }

    @Test
    void trace_rows_comeWithWhatTheyBecome() {
        List<String> seen = new ArrayList<>();
        int visits = telformat("2026.1")
                .ruleSet()
                .structure()
                .measureIndex(ColumnName.of("bezoeken"))
                .orElseThrow();
        List<SetReport.FileRead> files = set(OLD, unknown(), NEW)
                .trace((source, row, counted) -> seen.add(source.name() + " " + row.number() + ": "
                        + row.texts().get(6) + " " + counted.value(visits).orElseThrow()))
                .files();
        assertThat(seen).containsExactly("oud.csv 2: Kookles 20", "nieuw.csv 2: Taalles 30");
        assertThat(files)
                .extracting(file -> file.way().isRead(), file -> file.report().rowsAccepted())
                .containsExactly(tuple(true, 1L), tuple(false, 0L), tuple(true, 1L));
    }

    @Test
    void trace_withContext_handsOnTheRowsThatCount() throws IOException {
        ReportingContext agreed = DefinitionReader.of(Definitions.bundled())
                .readContext("context.json", new ByteArrayInputStream(bytes("context.json")))
                .orThrow();
        List<String> seen = new ArrayList<>();
        SetReport report = set(
                        DeliverySource.of("a2.csv", bytes("a2.csv")), DeliverySource.of("a1.csv", bytes("a1.csv")), OLD)
                .withContext(agreed)
                .trace((source, row, counted) -> seen.add(
                        source.name() + " " + row.number() + ": " + row.texts().get(6)));
        assertThat(seen).containsExactlyInAnyOrder("oud.csv 2: Kookles", "a2.csv 2: Taalhuis", "a1.csv 3: Koffie");
        assertThat(report.findings().kept()).isEmpty();
        assertThat(report.context()).isPresent();
    }

    @Test
    void trace_narrowedRows_areThoseThatAreCounted() {
        long[] started = new long[1];
        DeliverySet set = setWithoutSteps(supportOf2026(), supportOf2025());
        int column = set.format()
                .orElseThrow()
                .ruleSet()
                .structure()
                .measureIndex(ColumnName.of("opgestart"))
                .orElseThrow();
        set.trace((source, row, counted) -> started[0] += counted.value(column).orElseThrow());
        assertThat(started[0]).isEqualTo(10);
    }

    /** Keeps what is written. */
    private static final class Kept implements RowWriter {
        private final List<List<String>> lines = new ArrayList<>();

        @Override
        public void header(List<String> columns) {
            lines.add(columns);
        }

        @Override
        public void row(List<String> cells) {
            lines.add(cells);
        }

        @Override
        public void close() {
            throw new AssertionError("whoever opened it closes it");
        }
    }

    @Test
    void write_aKeyInTwoFiles_isWrittenOnce() throws IOException {
        DeliverySource later = telling("later.csv", "2026.1", "Taalles", 31);
        Kept kept = new Kept();
        DeliverySet.Conversion written =
                set(NEW, later, OLD, supportOf2025()).write(telformat("2026.1"), MigrationPlan.Persons.REFUSE, kept);
        assertThat(kept.lines).hasSize(3);
        assertThat(kept.lines.get(0))
                .startsWith("organisatie", "stadsdeel")
                .endsWith("toelichting", "omgezet_uit")
                .hasSize(18);
        assertThat(kept.lines.get(1)).contains("Taalles", "30").last().isEqualTo("");
        assertThat(kept.lines.get(2)).contains("Kookles", "WK051805", "20", "telformat-gebiedsgericht@2025.1");
        assertThat(written.written()).isEqualTo(2);
        assertThat(written.excluded()).containsExactly(new DeliverySet.Excluded(NEW, later, 1));
        assertThat(written.reports()).hasSize(4).allMatch(DeliveryReport::isGood);
        assertThat(written.files().get(3).way()).isInstanceOf(FileMapping.OtherForm.class);
    }

    /** It is not the delivery that cannot be read. */
    @Test
    void write_theWriterFails_givesItsException() {
        IOException full = new IOException("no space left");
        RowWriter failing = new RowWriter() {
            @Override
            public void header(List<String> columns) {
                // the first row is what does not fit
            }

            @Override
            public void row(List<String> cells) throws IOException {
                throw full;
            }

            @Override
            public void close() {
                throw new AssertionError("whoever opened it closes it");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> set(OLD).write(telformat("2026.1"), MigrationPlan.Persons.REFUSE, failing))
                .isSameAs(full);
    }

    @Test
    void withListener_files_areToldInTurn() {
        List<String> told = new ArrayList<>();
        set(NEW, OLD).withListener(report -> told.add(report.source())).read(row -> {});
        assertThat(told).containsExactly("nieuw.csv", "oud.csv");
    }

    @Test
    void way_aFileOfAnotherSet_isMisuse() {
        assertThatIllegalArgumentException().isThrownBy(() -> set(NEW).way(OLD)).withMessageContaining("oud.csv");
    }

    @Test
    void read_aFileThatChangesMeanwhile_isRefused() {
        DeliverySource[] now = {OLD};
        DeliverySource changing = new DeliverySource() {
            @Override
            public String name() {
                return "wisselend.csv";
            }

            @Override
            public InputStream open() throws IOException {
                return now[0].open();
            }
        };
        DeliverySet set = set(telling("vast.csv", "2025.1", "Les", 10), changing);
        assertThat(set.formats()).hasSize(2);
        now[0] = supportOf2025();
        assertThatExceptionOfType(IndicatorsException.class)
                .isThrownBy(() -> set.read(row -> {}))
                .withMessageContaining("wisselend.csv");
    }
}
