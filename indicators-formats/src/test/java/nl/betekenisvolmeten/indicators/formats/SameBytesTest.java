package nl.betekenisvolmeten.indicators.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.output.ComparisonPackage;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonDefinitions;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit;
import nl.betekenisvolmeten.indicators.formats.template.Descriptor;
import nl.betekenisvolmeten.indicators.formats.template.Template;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the library writes is the same bytes on every machine. */
class SameBytesTest {

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private interface Text {
        void write(Writer out) throws IOException;
    }

    private static Body text(Text text) {
        return out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(writer);
            writer.flush();
        };
    }

    private static Map<String, Body> writers() {
        Map<String, Body> all = new LinkedHashMap<>();
        for (Carrier carrier : Carrier.values()) {
            all.put("rows as " + carrier, out -> {
                try (RowWriter rows = Carriers.writer(carrier, out, Set.of("bezoeken"))) {
                    rows.header(List.of("wijk", "bezoeken"));
                    rows.row(List.of("Istanbul ıİ", "1234,5"));
                }
            });
        }
        for (Language language : Language.values()) {
            Template form = Template.of(Forms.telformat()).withLanguage(language);
            all.put("form in " + language, form::writeWorkbook);
            all.put("form as CSV in " + language, text(form::writeCsv));
            for (Descriptor descriptor : Descriptor.values()) {
                all.put(
                        descriptor + " in " + language,
                        text(out -> descriptor.write(Forms.telformat(), language, out)));
            }
            ReportKind.Settings settings = ReportKind.Settings.of("1.0", language, Audience.FILLER);
            for (ReportKind kind : ReportKind.values()) {
                all.put(kind + " in " + language, text(out -> kind.write(List.of(faulty()), settings, out)));
            }
        }
        all.put("kit", ConformanceKit.of(List.of(Forms.telformat()))::write);
        all.put("package", out -> ComparisonPackage.writeZip(SmallResults.comparison(), out));
        all.put("totals as CSV", text(out -> CsvResults.write(SmallResults.totals(), out)));
        all.put("totals as JSON", text(out -> JsonResults.write(SmallResults.totals(), out)));
        all.put("comparison as CSV", text(out -> CsvResults.writeComparison(SmallResults.comparison(), out)));
        all.put("comparison as JSON", text(out -> JsonResults.writeComparison(SmallResults.comparison(), out)));
        all.put(
                "formats",
                text(out -> JsonDefinitions.write(Definitions.bundled().documents(), out)));
        return all;
    }

    private static CheckedDelivery faulty() {
        Definitions definitions = Definitions.bundled();
        return CheckedDelivery.of(
                DeliveryReader.of(definitions)
                        .validate(DeliverySource.ofText(
                                "levering.csv", "organisatie;wijk;periode;bezoeken\n91000011;WK051822;2026KW01;1,5\n")),
                definitions);
    }

    private static Map<String, byte[]> written() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Map.Entry<String, Body> writer : writers().entrySet()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.getValue().write(out);
            all.put(writer.getKey(), out.toByteArray());
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"America/New_York, tr-TR", "Pacific/Kiritimati, ar-EG", "Europe/Amsterdam, th-TH-u-ca-buddhist-nu-thai"
    })
    void written_anywhere_isTheSame(String zone, String locale) throws IOException {
        Map<String, byte[]> expected = OtherMachine.make("", "UTC", SameBytesTest::written);
        Map<String, byte[]> found = OtherMachine.make(locale, zone, SameBytesTest::written);
        expected.forEach((name, bytes) ->
                assertThat(found.get(name)).as(name).isNotEmpty().isEqualTo(bytes));
    }
}
