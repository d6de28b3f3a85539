package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import org.junit.jupiter.api.Test;

/** Which earlier delivery counts as history, and what is said when it does not. */
class PreviousDeliveryTest {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private static DeliverySource delivery(String name, List<Map<String, String>> rows) {
        return DeliverySource.ofText(name, Deliveries.text(rows));
    }

    private static List<Map<String, String>> jumped() {
        return new ArrayList<>(List.of(Deliveries.row(1, "bezoeken", "900")));
    }

    private static DeliveryReport compare(DeliveryReader reader, DeliverySource previous) {
        return reader.withPrevious(previous).validate(delivery("nu.csv", jumped()));
    }

    private static String reason(DeliveryReport report) {
        assertThat(Deliveries.brief(report)).contains("TF-I09 NOTE");
        Finding finding = report.findings().kept().stream()
                .filter(one -> one.code().value().equals("TF-I09"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.arguments()).containsEntry("previous", "toen.csv");
        return finding.arguments().getOrDefault("reason", "");
    }

    @Test
    void withPrevious_good_findsTheJump() {
        DeliveryReport report = compare(READER, delivery("toen.csv", Deliveries.rows(1)));
        assertThat(Deliveries.brief(report)).containsExactly("TF-T01 WARNING 2 bezoeken");
        assertThat(report.isGood()).isTrue();
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void withPrevious_rejected_isNoHistory() {
        List<Map<String, String>> rows = Deliveries.rows(2);
        rows.get(1).put("bezoeken", "x");
        assertThat(reason(compare(READER, delivery("toen.csv", rows)))).isEqualTo("rejected");
    }

    @Test
    void withPrevious_notRecognised_isNoHistory() {
        assertThat(reason(compare(READER, DeliverySource.ofText("toen.csv", "dit;is;niets\n1;2;3\n"))))
                .isEqualTo("rejected");
    }

    @Test
    void withPrevious_ofAnotherFormat_isNotCompared() {
        String other = "organisatie;stadsdeel;periode;vorm;leeftijdsgroep;begin;opgestart;afgesloten;eind;"
                + "unieke_clienten\n91000001;Centrum;2025KW04;COLLECTIEF;67+;1;1;1;1;1\n";
        assertThat(reason(compare(READER, DeliverySource.ofText("toen.csv", other))))
                .isEqualTo("other_format");
    }

    @Test
    void withPrevious_moreKeysThanAreHeld_saysSoAndComparesTheRest() {
        DeliveryReader small = READER.withLimits(ReadLimits.withDefaults().withKeys(1));
        DeliveryReport report = compare(small, delivery("toen.csv", Deliveries.rows(3)));
        assertThat(reason(report)).isEqualTo("too_large");
        assertThat(Deliveries.brief(report)).contains("TF-T01 WARNING 2 bezoeken");
    }

    @Test
    void withPrevious_aColumnIsMissingNow_isNotCompared() {
        List<String> columns = new ArrayList<>(Deliveries.COLUMNS);
        columns.remove("doelgroep");
        DeliverySource now = DeliverySource.ofText("nu.csv", Deliveries.text(Deliveries.rows(1), columns, ';', "\n"));
        DeliveryReport report =
                READER.withPrevious(delivery("toen.csv", Deliveries.rows(2))).validate(now);
        assertThat(reason(report)).isEqualTo("missing_column");
        assertThat(Deliveries.brief(report)).containsExactly("TF-S01 ERROR 1 doelgroep", "TF-I09 NOTE");
    }

    @Test
    void withPrevious_keepsOtherSettings() {
        DeliveryReader strict = READER.withPrevious(delivery("toen.csv", Deliveries.rows(1)))
                .withLimits(ReadLimits.withDefaults().withFindings(5))
                .withLeniency(nl.betekenisvolmeten.indicators.validation.Leniency.STRICT);
        Map<String, String> row = Deliveries.row(1, "bezoeken", "900");
        row.put("periode", "2026-Q1");
        assertThat(Deliveries.brief(strict.validate(delivery("nu.csv", List.of(row)))))
                .containsExactlyInAnyOrder("TF-W02 ERROR 2 periode", "TF-I09 NOTE");
    }

    @Test
    void readRows_good_givesTheTextsBesideTheNumbers() {
        List<CheckedRow> rows = new ArrayList<>();
        Map<String, String> bad = Deliveries.row(2, "bezoeken", "x");
        Map<String, String> good = Deliveries.row(3, "toelichting", "Druk bezocht");
        READER.open(delivery("nu.csv", List.of(bad, good))).readRows(rows::add);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).number()).isEqualTo(3);
        assertThat(rows.get(0).text(ColumnName.of("toelichting"))).contains("Druk bezocht");
    }
}
