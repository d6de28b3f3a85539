package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import org.junit.jupiter.api.Test;

class DeliveryLimitsTest {

    private static final ReadLimits LIMITS = ReadLimits.withDefaults();

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());

    private DeliveryReport read(ReadLimits limits, List<Map<String, String>> rows) {
        return reader.withLimits(limits).validate(DeliverySource.ofText("telling.csv", Deliveries.text(rows)));
    }

    private DeliveryReport read(Leniency leniency, String text) {
        return reader.withLeniency(leniency).validate(DeliverySource.ofText("telling.csv", text));
    }

    @Test
    void read_moreFindingsThanTheLimit_keepsTheFirstAndCountsAll() {
        List<Map<String, String>> rows = Deliveries.rows(10);
        rows.forEach(row -> row.put("bezoeken", "x"));
        rows.forEach(row -> row.put("wijk", "wk051829"));
        DeliveryReport report = read(LIMITS.withFindings(3), rows);
        assertThat(Deliveries.brief(report))
                .containsExactly(
                        "TF-I03 NOTE", "TF-W02 WARNING 2 wijk", "TF-V03 ERROR 2 bezoeken", "TF-W02 WARNING 3 wijk");
        assertThat(report.findings().kept().get(0).arguments()).isEqualTo(Map.of("limit", "3", "count", "20"));
        assertThat(report.findings().count(FindingCode.of("TF-V03"))).isEqualTo(10);
        assertThat(report.findings().count(FindingCode.of("TF-W02"))).isEqualTo(10);
        assertThat(report.findings().count(FindingCode.of("TF-I03"))).isEqualTo(1);
        assertThat(report.findings().count(Severity.ERROR)).isEqualTo(10);
        assertThat(report.findings().truncated()).isTrue();
        assertThat(report.rowsAccepted()).isZero();
    }

    /** A reader of the kept findings alone still sees that the delivery was not read to its end. */
    @Test
    void read_endedAfterMoreFindingsThanTheLimit_saysSoFirst() {
        List<Map<String, String>> rows = Deliveries.rows(6);
        rows.forEach(row -> row.put("bezoeken", "x"));
        DeliveryReport report = read(LIMITS.withFindings(2).withRows(4), rows);
        assertThat(Deliveries.brief(report))
                .containsExactly(
                        "TF-I03 NOTE",
                        "TF-S08 ERROR 6",
                        "TF-I05 NOTE",
                        "TF-V03 ERROR 2 bezoeken",
                        "TF-V03 ERROR 3 bezoeken");
        assertThat(report.findings().kept().get(0).arguments()).isEqualTo(Map.of("limit", "2", "count", "6"));
        assertThat(report.findings().count(FindingCode.of("TF-S08"))).isEqualTo(1);
        assertThat(report.isPartial()).isTrue();
    }

    @Test
    void read_asManyFindingsAsTheLimit_saysNothingMore() {
        List<Map<String, String>> rows = Deliveries.rows(3);
        rows.forEach(row -> row.put("bezoeken", "x"));
        DeliveryReport report = read(LIMITS.withFindings(3), rows);
        assertThat(report.findings().count(FindingCode.of("TF-I03"))).isZero();
        assertThat(report.findings().truncated()).isFalse();
    }

    @Test
    void read_noFindingsKept_stillCounts() {
        DeliveryReport report =
                read(LIMITS.withFindings(0), List.of(Deliveries.row(1, "bezoeken", "x"), Deliveries.row(2)));
        assertThat(Deliveries.brief(report)).containsExactly("TF-I03 NOTE");
        assertThat(report.isGood()).isFalse();
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void read_moreRowsThanTheLimit_stopsAndSaysSo() {
        DeliveryReport report = read(LIMITS.withRows(2), Deliveries.rows(5));
        assertThat(Deliveries.brief(report)).containsExactly("TF-S08 ERROR 4", "TF-I05 NOTE");
        assertThat(report.findings().kept().get(0).arguments()).isEqualTo(Map.of("reason", "rows", "limit", "2"));
        assertThat(MessageCatalogue.bundled().line(report.findings().kept().get(0), Language.NL, Audience.FILLER))
                .contains("meer dan 2 rijen (grens van de ontvanger)");
        assertThat(report.findings().kept().get(1).arguments()).isEqualTo(Map.of("row", "3"));
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.rowsAccepted()).isEqualTo(2);
    }

    @Test
    void read_asManyRowsAsTheLimit_isWhole() {
        DeliveryReport report = read(LIMITS.withRows(2), Deliveries.rows(2));
        assertThat(Deliveries.brief(report)).isEmpty();
    }

    /** Where the size is known, and where it has to be counted. */
    @Test
    void read_moreBytesThanTheLimit_isNotReadAtAll() {
        String text = Deliveries.text(Deliveries.rows(3));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        DeliverySource unknownSize = new DeliverySource() {
            @Override
            public String name() {
                return "telling.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
        for (DeliverySource source : List.of(DeliverySource.of("telling.csv", bytes), unknownSize)) {
            DeliveryReport whole =
                    reader.withLimits(LIMITS.withBytes(bytes.length)).validate(source);
            assertThat(Deliveries.brief(whole)).isEmpty();
            assertThat(whole.isPartial()).isFalse();
            DeliveryReport large =
                    reader.withLimits(LIMITS.withBytes(bytes.length - 1)).validate(source);
            assertThat(Deliveries.brief(large)).containsExactly("TF-S08 ERROR");
            assertThat(large.findings().kept().get(0).arguments())
                    .containsEntry("reason", "bytes")
                    .containsEntry("limit", Integer.toString(bytes.length - 1));
            assertThat(large.isPartial()).isTrue();
            assertThat(large.rows()).isZero();
        }
    }

    @Test
    void withBytes_notPositive_isMisuse() {
        assertThatThrownBy(() -> LIMITS.withBytes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bytes 0");
    }

    @Test
    void read_moreKeysThanTheLimit_warnsOnceAndGoesOn() {
        List<Map<String, String>> rows = Deliveries.rows(5);
        rows.add(Deliveries.row(5));
        DeliveryReport report = read(LIMITS.withKeys(3), rows);
        assertThat(Deliveries.brief(report)).containsExactly("TF-I04 WARNING");
        assertThat(report.findings().kept().get(0).arguments()).isEqualTo(Map.of("limit", "3", "row", "4"));
        assertThat(report.rowsAccepted()).isEqualTo(6);
    }

    @Test
    void read_asManyKeysAsTheLimit_findsRowsThatStandTwice() {
        DeliveryReport report =
                read(LIMITS.withKeys(3), List.of(Deliveries.row(1), Deliveries.row(1), Deliveries.row(2)));
        assertThat(Deliveries.brief(report)).containsExactly("TF-R05 ERROR 3");
        assertThat(report.findings().kept().get(0).arguments()).isEqualTo(Map.of("row", "3", "first_row", "2"));
    }

    @Test
    void read_limits_haveWords() {
        List<Map<String, String>> rows = Deliveries.rows(4);
        rows.get(0).put("bezoeken", "x");
        DeliveryReport report = read(new ReadLimits(3, 1_024, 100_000, 2, 1), rows);
        assertThat(report.findings().count(FindingCode.of("TF-I04"))).isEqualTo(1);
        report.findings()
                .kept()
                .forEach(finding -> assertThat(MessageCatalogue.bundled()
                                .message(finding, Language.NL, Audience.FILLER)
                                .text())
                        .doesNotContain("?", "{", "too_many"));
    }

    @Test
    void read_cellBeyondTheLimit_stopsThere() {
        List<Map<String, String>> rows = Deliveries.rows(3);
        rows.get(1).put("toelichting", "x".repeat(101));
        DeliveryReport report = read(new ReadLimits(100, 100, 100, 100, 100), rows);
        assertThat(Deliveries.brief(report)).containsExactly("TF-S08 ERROR 3", "TF-I05 NOTE");
        assertThat(report.findings().kept().get(0).arguments())
                .isEqualTo(Map.of("reason", "characters", "limit", "100"));
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void read_rowBeyondTheLimit_stopsThere() {
        DeliveryReport report = reader.validate(
                DeliverySource.ofText("telling.csv", Deliveries.text(Deliveries.rows(2)) + ";".repeat(1_024) + "\n"));
        assertThat(Deliveries.brief(report)).containsExactly("TF-S08 ERROR 4", "TF-I05 NOTE");
        assertThat(report.findings().kept().get(0).arguments()).isEqualTo(Map.of("reason", "columns", "limit", "1024"));
        assertThat(report.rowsAccepted()).isEqualTo(2);
    }

    @Test
    void read_emptyCellsAfterTheLastColumn_areReadWhenLenientOnly() {
        String text = Deliveries.HEADER + "\n" + Deliveries.line(Deliveries.row(1)) + ";;\u00a0\n"
                + Deliveries.line(Deliveries.row(2)) + ";x\n";
        assertThat(Deliveries.brief(read(Leniency.LENIENT, text))).containsExactly("TF-S04 ERROR 3");
        assertThat(read(Leniency.LENIENT, text).rowsAccepted()).isEqualTo(1);
        assertThat(Deliveries.brief(read(Leniency.STANDARD, text))).containsExactly("TF-S04 ERROR 2", "TF-S04 ERROR 3");
        assertThat(Deliveries.brief(read(Leniency.STRICT, text))).containsExactly("TF-S04 ERROR 2", "TF-S04 ERROR 3");
    }

    @Test
    void read_otherNotation_isJudgedByTheLeniency() {
        List<Map<String, String>> rows = Deliveries.rows(3);
        rows.get(0).put("wijk", "Schilderswijk");
        rows.get(1).put("bezoeken", "1.200");
        String text = Deliveries.text(rows).replace("ambitie", "Ambitie");
        for (Leniency leniency : Leniency.values()) {
            String severity = Map.of(Leniency.STRICT, "ERROR", Leniency.STANDARD, "WARNING", Leniency.LENIENT, "NOTE")
                    .get(leniency);
            DeliveryReport report = read(leniency, text);
            assertThat(Deliveries.brief(report))
                    .as(leniency.name())
                    .containsExactly(
                            "TF-W02 " + severity + " 1 ambitie",
                            "TF-W01 " + severity + " 2 wijk",
                            "TF-W02 " + severity + " 3 bezoeken");
            assertThat(report.rowsAccepted()).isEqualTo(leniency == Leniency.STRICT ? 1 : 3);
        }
    }

    @Test
    void read_sourceThatFails_isAnExceptionWithItsName() {
        DeliverySource broken = new DeliverySource() {
            @Override
            public String name() {
                return "weg.csv";
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> reader.validate(broken))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("weg.csv");
    }

    @Test
    void withFormat_unknown_isMisuse() {
        assertThatThrownBy(() -> reader.withFormat(FormatId.of("telformat-gebiedsgericht", "1999.1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1999.1");
    }

    @Test
    void withFormat_known_readsThatFormatOnly() {
        DeliveryReader only = reader.withFormat(FormatId.of("telformat-gebiedsgericht", "2026.1"));
        DeliveryReport report =
                only.validate(DeliverySource.ofText("telling.csv", Deliveries.text(Deliveries.rows(1))));
        assertThat(report.format()).contains(FormatId.of("telformat-gebiedsgericht", "2026.1"));
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }
}
