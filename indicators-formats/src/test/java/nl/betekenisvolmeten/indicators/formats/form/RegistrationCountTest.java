package nl.betekenisvolmeten.indicators.formats.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationCountTest {

    private static final Definitions DEFINITIONS = Definitions.bundled();
    private static final ProtocolDefinition PROTOCOL =
            DEFINITIONS.protocols().get(FormatId.of("telling-gebiedsgericht", "2026.1"));
    private static final DeliveryReader READER = DeliveryReader.of(DEFINITIONS);

    private static final String HEADER =
            "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen";

    private static final List<String> RECORDS = List.of(
            "2026-01-06;Taalcafé;TAAL;WK051829;ALLEN;d1;1990;DEELNEMER;;nee",
            "2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;d1;1990;DEELNEMER;;ja",
            "2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;d2;1950;DEELNEMER;;nee",
            "2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;d3;;;;",
            "2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;v1;;VRIJWILLIGER;2,5;nee",
            "2026-02-03;Huiswerk;JONGEREN;WK051838;JEUGD;d4;2012;DEELNEMER;;nee",
            "2026-04-07;Taalcafé;TAAL;WK051829;ALLEN;d1;1990;DEELNEMER;;nee",
            "2026-04-07;Taalcafé;TAAL;WK051829;ALLEN;;1990;DEELNEMER;;nee");

    private static DeliverySource source(String name, List<String> rows) {
        return DeliverySource.ofText(name, HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    private static RegistrationCount count(DeliverySource... sources) {
        RegistrationCount count = RegistrationCount.of(PROTOCOL, KvkNumber.of("91000011"), READER);
        for (DeliverySource source : sources) {
            DeliveryReport report = count.read(source);
            assertThat(report.findings().kept().stream().filter(one -> one.severity() == Severity.ERROR))
                    .isEmpty();
        }
        return count;
    }

    private static byte[] write(RegistrationCounter.Count count, Carrier carrier) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = Carriers.writer(carrier, out, Set.of("bezoeken"))) {
            CountFile.write(count, PROTOCOL.format(), writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String csv(RegistrationCount count) {
        return new String(write(count.result().orThrow(), Carrier.CSV), StandardCharsets.UTF_8);
    }

    @Test
    void write_rows_countWhatTheRecordsSay() {
        assertThat(csv(count(source("r.csv", RECORDS)))
                        .replace("\uFEFF", "")
                        .lines()
                        .skip(1))
                .containsExactly(
                        "91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;2;2;1;;0;0;1;",
                        "91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;67+;1;1;1;;0;0;0;",
                        "91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;onbekend;1;1;1;;1;2,5;;",
                        "91000011;Laak;WK051838;2026KW01;2;JONGEREN;Huiswerk;JEUGD;12-17;1;1;1;;0;0;0;",
                        "91000011;Centrum;WK051829;2026KW02;1;TAAL;Taalcafé;ALLEN;30-49;1;2;1;;0;0;0;");
    }

    @Test
    void result_recordWithoutPseudonym_countsAsAVisit() {
        Checked<RegistrationCounter.Count> counted =
                count(source("r.csv", RECORDS)).result();
        assertThat(counted.findings().kept().stream().map(Finding::code).map(Object::toString))
                .contains("BM-C07", "BM-C04");
        assertThat(counted.orThrow().registrations()).isEqualTo(RECORDS.size());
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void write_anyCarrier_validatesWithoutErrors(Carrier carrier) {
        byte[] bytes = write(count(source("r.csv", RECORDS)).result().orThrow(), carrier);
        String extension =
                carrier == Carrier.JSON_LINES ? "jsonl" : carrier.name().toLowerCase(Locale.ROOT);
        DeliveryReport report = READER.validate(DeliverySource.of("telling." + extension, bytes));
        assertThat(report.format()).contains(PROTOCOL.format().id());
        assertThat(report.findings().count(Severity.ERROR)).isZero();
        assertThat(report.rowsAccepted()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void count_otherOrderAndOtherFiles_giveTheSameBytes(long seed) {
        String whole = csv(count(source("r.csv", RECORDS)));
        List<String> shuffled = new ArrayList<>(RECORDS);
        Collections.shuffle(shuffled, new Random(seed));
        int cut = (int) seed;
        assertThat(csv(count(source("r.csv", shuffled)))).isEqualTo(whole);
        assertThat(csv(count(
                        source("a.csv", shuffled.subList(0, cut)),
                        source("b.csv", shuffled.subList(cut, RECORDS.size())))))
                .isEqualTo(whole);
    }

    private static List<String> rows(RegistrationCount count) {
        return new String(write(count.result().value().orElseThrow(), Carrier.CSV), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .skip(1)
                .toList();
    }

    @Test
    void count_filesThatOverlap_countAsTheirUnion() {
        List<String> unnamed = new ArrayList<>(RECORDS);
        unnamed.add(RECORDS.get(RECORDS.size() - 1));
        RegistrationCount count = count(
                source("a.csv", unnamed),
                source("b.csv", RECORDS),
                source("b.csv", RECORDS.subList(2, RECORDS.size())));
        assertThat(rows(count)).isEqualTo(rows(count(source("r.csv", unnamed))));
        assertThat(count.result().findings().kept().stream().map(Finding::code).map(Object::toString))
                .contains("RG-R07");
    }

    @Test
    void count_otherHoursInAnotherFile_isAnErrorThatNamesBothRows() {
        RegistrationCount count = count(
                source("a.csv", List.of("2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;v1;;VRIJWILLIGER;2,5;nee")),
                source("b.csv", List.of("2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;v1;;VRIJWILLIGER;3;nee")));
        assertThat(rows(count))
                .containsExactly("91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;onbekend;1;0;0;;1;;;");
        Finding finding = count.result().findings().kept().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        assertThat(finding.code()).hasToString("RG-R06");
        assertThat(finding.arguments())
                .containsEntry("first_file", "a.csv")
                .containsEntry("file", "b.csv")
                .containsEntry("row", "2");
    }

    @Test
    void count_hoursColumnAbsent_leavesHoursEmpty() {
        DeliverySource source = DeliverySource.ofText(
                "r.csv",
                "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;doorverwezen\n"
                        + "2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;v1;;VRIJWILLIGER;nee\n");
        assertThat(rows(count(source)))
                .containsExactly("91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;onbekend;1;0;0;;1;;;");
    }

    @Test
    void count_signsThatNobodySees_makeNobodyElse() {
        List<String> rows = List.of("x9", "x\u200B9", " x9 ", "\uFEFFx9").stream()
                .map(name -> "2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;" + name + ";1990;DEELNEMER;;nee")
                .toList();
        assertThat(rows(count(source("r.csv", rows))))
                .containsExactly("91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;1;1;1;;;;0;");
    }

    @Test
    void write_countOfAnotherFormat_isRefused() {
        RegistrationCounter.Count count =
                count(source("r.csv", RECORDS)).result().orThrow();
        assertThatThrownBy(() -> CountFile.write(
                        count,
                        PROTOCOL.registrations().format(),
                        Carriers.writer(Carrier.CSV, new ByteArrayOutputStream(), Set.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("count must have the columns of registraties@2026.1: ");
    }

    @Test
    void protocol_saysThatItIsAReconstruction() {
        assertThat(PROTOCOL.protocol().provenance().status()).isEqualTo(Provenance.Status.RECONSTRUCTION);
        assertThat(PROTOCOL.protocol().provenance().note().nl()).contains("ambitie", "onze keuze");
    }

    @Test
    void count_recordsOfTheYearBefore_giveNewParticipantsFromTheFirstQuarterOn() {
        List<String> twoYears = new ArrayList<>(List.of(
                "2025-01-07;Taalcafé;TAAL;WK051829;ALLEN;d9;1990;DEELNEMER;;nee",
                "2025-11-04;Taalcafé;TAAL;WK051829;ALLEN;d1;1990;DEELNEMER;;nee"));
        twoYears.addAll(RECORDS);
        RegistrationCount count = count(source("r.csv", twoYears));
        assertThat(csv(count).replace("\uFEFF", "").lines().skip(1))
                .containsExactly(
                        "91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;2;2;1;0;0;0;1;",
                        "91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;67+;1;1;1;1;0;0;0;",
                        "91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;onbekend;1;1;1;1;1;2,5;;",
                        "91000011;Laak;WK051838;2026KW01;2;JONGEREN;Huiswerk;JEUGD;12-17;1;1;1;1;0;0;0;",
                        "91000011;Centrum;WK051829;2026KW02;1;TAAL;Taalcafé;ALLEN;30-49;1;2;1;0;0;0;0;");
        assertThat(count.result().findings().kept().stream().map(Finding::code).map(Object::toString))
                .contains("BM-C09")
                .doesNotContain("BM-C04");
    }
}
