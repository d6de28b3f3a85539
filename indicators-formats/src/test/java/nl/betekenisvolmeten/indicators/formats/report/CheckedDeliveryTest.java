package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery.QualityStatement;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import org.junit.jupiter.api.Test;

class CheckedDeliveryTest {

    private static FindingCode[] codes(String... codes) {
        return Arrays.stream(codes).map(FindingCode::of).toArray(FindingCode[]::new);
    }

    @Test
    void quality_goodDelivery_isComplete() {
        QualityStatement quality = comparedWith(Reports.good());
        assertThat(quality.isComplete()).isTrue();
        assertThat(quality.rows()).isEqualTo(1);
        assertThat(quality.rowsAccepted()).isEqualTo(1);
        assertThat(quality.checked())
                .contains(codes("TF-S01", "TF-S04", "TF-V02", "TF-R01", "TF-R05", "TF-P01", "TF-W02"));
    }

    private static QualityStatement comparedWith(String previous) {
        return CheckedDelivery.of(
                        DeliveryReader.of(Definitions.bundled())
                                .withPrevious(DeliverySource.ofText("vorige.csv", previous))
                                .validate(DeliverySource.ofText("goed.csv", Reports.good())),
                        Definitions.bundled())
                .quality();
    }

    @Test
    void quality_rulesOverTwoDeliveries_areAppliedOnlyWhereTwoWereCompared() {
        assertThat(Reports.check("goed.csv", Reports.good()).quality().notChecked())
                .containsExactly(codes("TF-T01", "TF-T02"));
        assertThat(comparedWith(Reports.good()).checked()).contains(codes("TF-T01", "TF-T02"));
        assertThat(comparedWith("dit;is;niets\n1;2;3\n").notChecked()).containsExactly(codes("TF-T01", "TF-T02"));
    }

    @Test
    void quality_planted_tellsWhatIsOpenAndWhatIsExplained() {
        CheckedDelivery file = Reports.planted();
        QualityStatement quality = file.quality();
        assertThat(quality.errors()).isEqualTo(10);
        assertThat(quality.warningsOpen()).isEqualTo(3);
        assertThat(quality.explained()).hasSize(2);
        assertThat(file.delivery().findings().count(Severity.WARNING)).isEqualTo(5);
        assertThat(file.open().count(Severity.WARNING)).isEqualTo(3);
        assertThat(file.isGood()).isFalse();
        assertThat(file.explanations().remarks().kept())
                .extracting(finding -> finding.code().value())
                .containsExactly("BM-E01", "BM-E02", "BM-E03");
    }

    @Test
    void quality_missingColumn_saysWhichRulesWereNotApplied() {
        String text = Reports.good()
                .replace("bijeenkomsten;bezoeken;", "bijeenkomsten;")
                .replace(";10;40;", ";10;");
        QualityStatement quality = Reports.check("a.csv", text).quality();
        assertThat(quality.notChecked()).containsExactly(codes("TF-R02", "TF-R04", "TF-R09", "TF-T01", "TF-T02"));
        assertThat(quality.partlyChecked()).contains(codes("TF-V01", "TF-V03"));
        assertThat(quality.checked()).contains(codes("TF-R01", "TF-R05")).doesNotContain(codes("TF-V03"));
        assertThat(quality.isComplete()).isFalse();
    }

    @Test
    void quality_unknownFormOrNothing_saysThatNoRuleWasApplied() {
        QualityStatement other = Reports.check("a.csv", "naam;plaats\nx;y\n").quality();
        assertThat(other.checked()).containsExactly(codes("TF-S05", "TF-S06", "TF-S07"));
        assertThat(other.notChecked()).contains(codes("TF-S01", "TF-S04"));
        QualityStatement binary = Reports.check("a.csv", "\u0000\u0001\u0002").quality();
        assertThat(binary.checked()).containsExactly(codes("TF-S06"));
    }

    @Test
    void quality_formOfAnotherPeriod_saysThatNoRuleWasApplied() {
        QualityStatement quality = Reports.check("a.csv", Reports.good().replace("2026KW01", "2025KW01"))
                .quality();
        assertThat(quality.rows()).isZero();
        assertThat(quality.notChecked()).contains(codes("TF-R01", "TF-V02", "TF-S01"));
    }

    @Test
    void quality_brokenHalfway_saysThatAllWasAppliedPartly() {
        QualityStatement quality =
                Reports.check("a.csv", Reports.good() + "\"open\n").quality();
        assertThat(quality.partlyChecked()).contains(codes("TF-R01", "TF-V02", "TF-S04"));
        assertThat(quality.limits()).containsExactly(codes("TF-I05"));
    }

    @Test
    void quality_moreThanKept_namesTheLimit() {
        String rows = IntStream.range(0, 9)
                .mapToObj(n -> Reports.text("X", "40", "2", "20,5")
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow() + "\n")
                .collect(Collectors.joining());
        CheckedDelivery file = CheckedDelivery.of(
                DeliveryReader.of(Definitions.bundled())
                        .withLimits(ReadLimits.withDefaults().withFindings(2))
                        .validate(DeliverySource.ofText("a.csv", Reports.good() + rows)),
                Definitions.bundled());
        assertThat(file.quality().limits()).containsExactly(codes("TF-I03"));
        assertThat(file.open().folded().get(0).count()).isEqualTo(9);
        assertThat(Reports.write(ReportKind.TEXT, Reports.DUTCH, file))
                .contains("TF-V02, 9 keer", "Grens bereikt: Veel meldingen");
    }

    @Test
    void template_filledIn_explainsTheWarningsUntilTheyChange() throws IOException {
        String text = Reports.text("ALLEN", "40", "0", "8");
        CheckedDelivery open = Reports.check("a.csv", text);
        assertThat(open.open().count(Severity.WARNING)).isEqualTo(1);
        StringWriter out = new StringWriter();
        open.writeExplanationTemplate(Reports.DUTCH, LocalDate.of(2026, 11, 29), out);

        CheckedDelivery empty = Reports.check("a.csv", text, out.toString());
        assertThat(empty.explanations().remarks().total()).isZero();
        assertThat(empty.open().count(Severity.WARNING)).isEqualTo(1);

        ObjectMapper json = new ObjectMapper();
        ObjectNode template = (ObjectNode) json.readTree(out.toString());
        ((ObjectNode) template.at("/explanations/0"))
                .put("reason", "Uren van stagiairs.")
                .put("date", "2026-04-02");
        CheckedDelivery explained = Reports.check("a.csv", text, template.toString());
        assertThat(explained.explanations().remarks().kept()).isEmpty();
        assertThat(explained.open().total()).isZero();
        assertThat(explained.quality().explained()).hasSize(1);

        StringWriter again = new StringWriter();
        explained.writeExplanationTemplate(Reports.DUTCH, LocalDate.of(2026, 11, 29), again);
        assertThat(json.readTree(again.toString()).at("/explanations")).hasSize(1);
        assertThat(json.readTree(again.toString()).at("/explanations/0")).isEqualTo(template.at("/explanations/0"));

        CheckedDelivery changed = Reports.check("a.csv", Reports.text("ALLEN", "40", "0", "9"), template.toString());
        assertThat(changed.open().count(Severity.WARNING)).isEqualTo(1);
        assertThat(changed.explanations().remarks().kept())
                .extracting(finding -> finding.code().value())
                .containsExactly("BM-E01");
    }

    @Test
    void explanations_thatCannotBeRead_explainNothingAndAreNotGood() {
        CheckedDelivery file = Reports.check("a.csv", Reports.good(), "{");
        assertThat(file.delivery().isGood()).isTrue();
        assertThat(file.isGood()).isFalse();
        assertThat(file.explanations().remarks().kept())
                .extracting(finding -> finding.code().value())
                .containsExactly("BM-D01");
    }

    @Test
    void explanations_withPersonalData_areRefusedAndNotShown() {
        String fingerprint = "0".repeat(64);
        CheckedDelivery file = Reports.check(
                "a.csv",
                Reports.good(),
                "{\"explanations\": [{\"code\": \"TF-R06\", \"row\": 2, \"fingerprint\": \"" + fingerprint
                        + "\", \"reason\": \"Vraag jan.jansen@example.org\", \"role\": \"FILLER\", \"date\": \"2026-04-02\","
                        + " \"06-12345678\": 1}]}");
        assertThat(file.explanations().remarks().kept().stream().map(Finding::code))
                .contains(codes("BM-D05"));
        for (ReportKind kind : ReportKind.values()) {
            assertThat(Reports.write(kind, Reports.DUTCH, file)).doesNotContain("jansen", "12345678");
        }
    }

    @Test
    void name_thatHoldsPersonalData_isMaskedInEveryReport() {
        CheckedDelivery file = Reports.check("bsn 111222333.csv", Reports.text("ALLEN", "40", "0", "8"), "{\"x\": 1}");
        for (ReportKind kind : ReportKind.values()) {
            assertThat(Reports.write(kind, Reports.DUTCH, file).replaceAll("[0-9a-f]{64}", ""))
                    .as(kind.name())
                    .doesNotContain("111222333");
        }
        assertThat(file.name()).isEqualTo("bsn [BSN].csv");
    }

    @Test
    void statement_counts_areCheckedAndSetsSorted() {
        QualityStatement statement = new QualityStatement(
                4,
                3,
                1,
                0,
                List.of(),
                0,
                Set.of(FindingCode.of("TF-V02"), FindingCode.of("TF-R02")),
                Set.of(FindingCode.of("TF-R05")),
                Set.of(),
                Set.of());
        assertThat(statement.rules()).isEqualTo(3);
        assertThat(statement.isComplete()).isFalse();
        assertThat(statement.checked()).containsExactly(FindingCode.of("TF-R02"), FindingCode.of("TF-V02"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new QualityStatement(1, 2, 0, 0, List.of(), 0, Set.of(), Set.of(), Set.of(), Set.of()))
                .withMessage("rowsAccepted must be from 0 to rows: 2 of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new QualityStatement(1, 1, -1, 0, List.of(), 0, Set.of(), Set.of(), Set.of(), Set.of()))
                .withMessage("numbers of findings must not be negative: -1, 0, 0");
    }
}
