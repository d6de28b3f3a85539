package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

/** Stories with objects in them are read as any other delivery. */
class NestedJsonTest {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    static String story(String title, String consent) {
        return """
                {"titel": "%s", "periode": "2026KW02", "stadsdeel": "Laak", "wijk": "WK051838", "ambitie": "1",
                 "activiteitsoort": "ONTMOETEN", "doelgroep": "OUDEREN", "domein": "Sociaal netwerk",
                 "situatie_vooraf": "Zij kwam weinig buiten.", "inzet": "Zij werd uitgenodigd.",
                 "verandering": "Zij komt elke week.", "waarom_belangrijk": "Zij voelt zich weer nodig.",
                 "verteller": "INWONER", %s, "pseudoniem_gebruikt": true,
                 "indicatoren": ["unieke-deelnemers"], "selectie": {"niveau": "PROFESSIONAL", "reden": "Raakt velen."}}
                """.formatted(title, consent);
    }

    static final String GOOD =
            "\"toestemming\": {\"gegeven\": true, \"datum\": \"2026-05-12\", \"doel\": \"Verantwoording\"}";

    private static DeliverySource source(String text) {
        return DeliverySource.ofText("verhaal.json", text);
    }

    @Test
    void validate_nestedStories_areRecognisedAndGood() throws NoSuchAlgorithmException {
        String text = "[" + story("Een", GOOD) + "," + story("Twee", GOOD) + "]";
        DeliveryReport report = READER.validate(source(text));
        assertThat(report.findings().kept()).isEmpty();
        assertThat(report.format()).contains(FormatId.of("impactverhaal", "2026.1"));
        assertThat(report.rowsAccepted()).isEqualTo(2);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(report.sha256()).contains(HexFormat.of().formatHex(hash));
        assertThat(READER.recognise(source(text))).isPresent();
    }

    @Test
    void validate_oneNestedStory_isADelivery() {
        assertThat(READER.validate(source(story("Een", GOOD))).rowsAccepted()).isEqualTo(1);
    }

    /** Flat stories may stand beside nested ones; what is wrong is placed in its row and column. */
    @Test
    void validate_storyWithoutConsent_isPlacedInItsRow() {
        String without = "\"toestemming\": \"nee\"";
        DeliveryReport report = READER.validate(source("[" + story("Een", GOOD) + "," + story("Twee", without) + "]"));
        assertThat(report.findings().kept()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.code().value()).isEqualTo("IV-R01");
            assertThat(finding.location().row()).hasValue(3);
        });
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    /** A story without objects in it is judged as the same story with them. */
    @Test
    void validate_flatStoryWithTrueAndFalse_isReadAsTheNestedOne() {
        String flat = story(
                        "Een",
                        "\"toestemming\": true, \"toestemming_datum\": \"2026-05-12\", \"toestemming_doel\":"
                                + " \"Verantwoording\"")
                .replace("[\"unieke-deelnemers\"]", "\"unieke-deelnemers\"")
                .replace(
                        "\"selectie\": {\"niveau\": \"PROFESSIONAL\", \"reden\": \"Raakt velen.\"}",
                        "\"selectie_niveau\": \"PROFESSIONAL\", \"selectie_reden\": \"Raakt velen.\"");
        for (String text : new String[] {flat, "[" + flat + "]", "{\"rows\": [" + flat + "]}"}) {
            DeliveryReport report = READER.validate(source(text));
            assertThat(report.findings().kept()).isEmpty();
            assertThat(report.rowsAccepted()).isEqualTo(1);
        }
        DeliveryReport refused =
                READER.validate(source(flat.replace("\"toestemming\": true", "\"toestemming\": false")));
        assertThat(refused.findings().kept())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.code().value()).isEqualTo("IV-R01"));
    }

    @Test
    void validate_nestedObjectsOfNoForm_areNoRows() {
        DeliveryReport report =
                READER.validate(source("[{\"organisatie\": {\"kvk\": \"91000011\"}, \"bezoeken\": 3}]"));
        assertThat(report.findings().kept())
                .extracting(Finding::arguments)
                .anySatisfy(arguments -> assertThat(arguments).containsEntry("reason", "nested"));
        assertThat(report.rows()).isZero();
    }
}
