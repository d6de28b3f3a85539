package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.PersonalData.Kind;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A person's data, wherever they stand in a delivery, never come out again. */
class DeliveryPrivacyTest {

    /**
     * A cell that holds personal data.
     *
     * @param kind what it holds
     * @param cell the cell's text
     * @param secret the part of it that may be seen nowhere
     */
    private record Planted(Kind kind, String cell, String secret) {

        /** The secret as a reader of numbers would write it; the secret itself where it has few digits. */
        private String digits() {
            String digits = secret.replaceAll("[^0-9]", "");
            return digits.length() < MIN_DIGITS ? secret : digits;
        }

        static Planted of(Kind kind, String cell) {
            return new Planted(kind, cell, cell);
        }
    }

    private static final List<Planted> PLANTED = List.of(
            Planted.of(Kind.BSN, "123456782"),
            Planted.of(Kind.BSN, "1234.56.782"),
            Planted.of(Kind.BSN, "123 456 782"),
            new Planted(Kind.BSN, "bsn 12345678", "12345678"),
            new Planted(Kind.BSN, "kind 111222333 en moeder", "111222333"),
            Planted.of(Kind.EMAIL, "jan.jansen@example.org"),
            new Planted(Kind.EMAIL, "mail naar jan.jansen@example.org graag", "jansen@"),
            Planted.of(Kind.PHONE, "0612345678"),
            Planted.of(Kind.PHONE, "06-12345678"),
            Planted.of(Kind.PHONE, "070 123 45 67"),
            new Planted(Kind.PHONE, "+31 6 12345678", "12345678"),
            Planted.of(Kind.IBAN, "NL91ABNA0417164300"),
            Planted.of(Kind.IBAN, "NL91 ABNA 0417 1643 00"),
            new Planted(Kind.POSTCODE_HOUSE_NUMBER, "2525 AB 12", "2525"),
            new Planted(Kind.POSTCODE_HOUSE_NUMBER, "Vaillantlaan 12, 2525AB Den Haag", "2525AB"),
            new Planted(Kind.BIRTH_DATE, "geboren 12-03-1950", "12-03-1950"),
            new Planted(Kind.BIRTH_DATE, "geb. 12 maart 1950", "12 maart 1950"));

    private static final int MIN_DIGITS = 8;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());

    private static DeliverySource source(String text) {
        return DeliverySource.ofText("telling.csv", text);
    }

    @TestFactory
    Stream<DynamicTest> read_personalDataInACell_isAnErrorAndNeverShown() {
        return PLANTED.stream()
                .flatMap(planted -> Deliveries.COLUMNS.stream()
                        .map(column -> DynamicTest.dynamicTest(planted.cell() + " in " + column, () -> {
                            String text = Deliveries.text(
                                    List.of(Deliveries.row(1, column, planted.cell()), Deliveries.row(2)));
                            DeliveryReport report = reader.validate(source(text));
                            assertThat(Deliveries.brief(report)).contains("TF-P01 ERROR 2 " + column);
                            assertThat(report.findings().kept().stream()
                                            .filter(finding -> finding.code().isPersonalData())
                                            .map(finding -> finding.arguments().get("kinds")))
                                    .containsExactly(planted.kind().name());
                            assertThat(report.rowsAccepted()).isEqualTo(1);
                            assertNowhere(planted, text);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> read_personalDataInTheHeader_areNeverShown() {
        return PLANTED.stream()
                .flatMap(planted -> Deliveries.COLUMNS.stream()
                        .map(column -> DynamicTest.dynamicTest(planted.cell() + " for " + column, () -> {
                            String header = Deliveries.HEADER.replaceFirst(
                                    "(?<=^|;)" + column + "(?=;|$)", '"' + planted.cell() + '"');
                            assertThat(header).contains(planted.cell());
                            assertNowhere(planted, header + "\n" + Deliveries.line(Deliveries.row(1)) + "\n");
                            assertNowhere(planted, Deliveries.HEADER + ";" + planted.cell() + "\n");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> read_personalDataWhereNothingIsRead_areNeverShown() {
        String good = Deliveries.line(Deliveries.row(1));
        return PLANTED.stream()
                .map(planted -> DynamicTest.dynamicTest(planted.cell(), () -> {
                    String cell = planted.cell();
                    assertNowhere(planted, cell + "\n" + Deliveries.text(Deliveries.rows(1)));
                    assertNowhere(planted, cell + "\n");
                    assertNowhere(planted, cell + ";" + cell + "\n" + cell + ";" + cell + "\n");
                    assertNowhere(planted, Deliveries.HEADER + "\n" + good + ";" + cell + "\n" + cell + "\n");
                    assertNowhere(planted, Deliveries.HEADER + ";\n" + good + ";" + cell + "\n");
                    assertNowhere(planted, Deliveries.HEADER + "\n\"" + cell + ";" + good + "\n");
                    assertNowhere(planted, Deliveries.HEADER + "\n\"" + cell + "\"" + cell + ";" + good + "\n");
                    assertNowhere(planted, Deliveries.HEADER + "\n" + good + cell + "\u0000\n");
                }));
    }

    @Test
    void read_personalDataBeyondTheLongestArgument_areNeverShown() {
        for (Planted planted : PLANTED) {
            for (int before = 190; before <= 200; before++) {
                String cell = "x".repeat(before) + " " + planted.cell();
                assertNowhere(planted, Deliveries.text(List.of(Deliveries.row(1, "doelgroep", cell))));
            }
        }
    }

    private void assertNowhere(Planted planted, String text) {
        for (Leniency leniency : Leniency.values()) {
            DeliveryReport report = reader.withLeniency(leniency).validate(source(text));
            assertThat(shown(report))
                    .noneMatch(shown -> shown.contains(planted.secret()) || shown.contains(planted.digits()));
        }
    }

    /** All that anybody can get to see of a report. */
    private static List<String> shown(DeliveryReport report) {
        List<String> shown = new ArrayList<>();
        shown.add(withoutHash(report));
        // the messages of all readers are looked at below
        reports(report, Language.NL, Audience.FILLER).forEach(shown::add);
        reports(report, Language.EN, Audience.CLERK).forEach(shown::add);
        for (Finding finding : report.findings().kept()) {
            shown.add(finding.toString());
            shown.addAll(finding.suggestions());
            shown.addAll(finding.arguments().values());
            finding.location().column().ifPresent(shown::add);
            for (Language language : Language.values()) {
                for (Audience audience : Audience.values()) {
                    Message message = MessageCatalogue.bundled().message(finding, language, audience);
                    shown.addAll(List.of(message.title(), message.text(), message.action()));
                }
            }
        }
        return shown;
    }

    /** The hash of the file holds any digits. */
    private static String withoutHash(DeliveryReport report) {
        return report.toString().replace(report.sha256().orElse("none"), "");
    }

    /** Every report, without the hashes, which may hold any digits. */
    private static Stream<String> reports(DeliveryReport report, Language language, Audience audience) {
        CheckedDelivery checked = CheckedDelivery.of(report, Definitions.bundled());
        ReportKind.Settings settings = ReportKind.Settings.of("1", language, audience);
        return Stream.of(ReportKind.values()).map(kind -> {
            StringWriter out = new StringWriter();
            try {
                kind.write(List.of(checked), settings, out);
                checked.writeExplanationTemplate(settings, LocalDate.of(2026, 11, 29), out);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return HASH.matcher(out.toString()).replaceAll("");
        });
    }

    @Test
    void read_sourceThatFailsHalfway_getsNoPersonalDataIntoTheException() {
        byte[] text = Deliveries.text(List.of(Deliveries.row(1, "toelichting", "\"123456782"), Deliveries.row(2)))
                .getBytes(StandardCharsets.UTF_8);
        DeliverySource failing = new DeliverySource() {
            private int opened;

            @Override
            public String name() {
                return "telling.csv";
            }

            @Override
            public InputStream open() {
                opened++;
                return opened == 1
                        ? new ByteArrayInputStream(text)
                        : new SequenceInputStream(new ByteArrayInputStream(text), new FailingStream());
            }
        };
        assertThatThrownBy(() -> reader.validate(failing))
                .isInstanceOf(IndicatorsException.class)
                .hasRootCauseMessage("gone")
                .satisfies(thrown -> {
                    StringWriter trace = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).contains("telling.csv").doesNotContain("123456782");
                });
    }

    private static final class FailingStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("gone");
        }
    }

    @Test
    void read_goodRow_itsExplanationIsNoPartOfTheObservation() {
        List<String> rows = new ArrayList<>();
        Map<String, String> row = Deliveries.row(1, "toelichting", "In de bibliotheek");
        reader.open(source(Deliveries.text(List.of(row)))).read(observation -> rows.add(observation.toString()));
        assertThat(rows).hasSize(1).noneMatch(text -> text.contains("bibliotheek"));
    }
}
