package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.internal.document.HtmlDocument;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Deliveries and their reports, for tests. */
final class Reports {

    static final ReportKind.Settings DUTCH = ReportKind.Settings.of("1.0", Language.NL, Audience.FILLER);

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;vrijwilligersuren;"
                    + "doorverwijzingen;toelichting";

    private Reports() {}

    static String resource(String name) {
        return text(Reports.class, "/cases/reports/" + name);
    }

    private static String text(Class<?> type, String name) {
        try (InputStream in = type.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a report should be: a page's style is that of the library, which its file leaves out. */
    static String golden(String name) {
        String style = text(HtmlDocument.class, "report.css");
        return resource(name).replace("<style>\n</style>", "<style>\n" + style + "</style>");
    }

    /** The texts of a page without some of its pictures, with something in place of each tag. */
    static String shown(String html, String pictures, String tag) {
        return html.substring(html.indexOf("<body>")).replaceAll(pictures, "").replaceAll("<[^>]*>", tag);
    }

    static CheckedDelivery check(String name, String text) {
        return CheckedDelivery.of(
                DeliveryReader.of(Definitions.bundled()).validate(DeliverySource.ofText(name, text)),
                Definitions.bundled());
    }

    static CheckedDelivery check(String name, String text, String explanations) {
        Definitions definitions = Definitions.bundled();
        return CheckedDelivery.of(
                DeliveryReader.of(definitions).validate(DeliverySource.ofText(name, text)),
                definitions,
                DefinitionReader.of(definitions)
                        .readAcceptances(
                                name + ".toelichtingen.json",
                                new ByteArrayInputStream(explanations.getBytes(StandardCharsets.UTF_8))));
    }

    /** The delivery with planted faults, and explanations of which two hold, one lapsed and one is not used. */
    static CheckedDelivery planted() {
        return check("levering.csv", resource("levering.csv"), resource("levering.csv.toelichtingen.json"));
    }

    /** A delivery that breaks a rule, read with a form of which that rule has a code that is no one else's. */
    static CheckedDelivery foreignCode() {
        try (InputStream in = Reports.class.getResourceAsStream(
                "/nl/betekenisvolmeten/indicators/formats/formats/telformat-gebiedsgericht-2026.1.json")) {
            assertThat(in).isNotNull();
            String form = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"version\": \"2026.1\"", "\"version\": \"2026.9\"")
                    .replace("TF-R02", "DH-R02");
            Definitions own = Definitions.bundled()
                    .with(DefinitionReader.of(Definitions.bundled())
                            .readFormat("eigen.json", new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)))
                            .value()
                            .orElseThrow());
            String text = text("ALLEN", "1", "2", "20,5");
            return CheckedDelivery.of(
                    DeliveryReader.of(own)
                            .withFormat(FormatId.of("telformat-gebiedsgericht", "2026.9"))
                            .validate(DeliverySource.ofText("eigen.csv", text)),
                    own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A good delivery of one row with other cells. */
    static String text(String doelgroep, String bezoeken, String vrijwilligers, String uren) {
        return HEADER + "\n" + "91000011;Centrum;WK051822;2026KW01;1;TAAL;Taalcafé;" + doelgroep + ";30-49;10;"
                + bezoeken + ";12;3;" + vrijwilligers + ";" + uren + ";1;" + "\n";
    }

    static String good() {
        return text("ALLEN", "40", "2", "20,5");
    }

    static String write(ReportKind kind, ReportKind.Settings settings, CheckedDelivery... files) {
        StringWriter out = new StringWriter();
        try {
            kind.write(List.of(files), settings, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
