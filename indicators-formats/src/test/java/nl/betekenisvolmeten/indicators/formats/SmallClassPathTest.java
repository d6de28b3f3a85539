package nl.betekenisvolmeten.indicators.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliveries are read without Bean Validation, which is an optional dependency of core. */
class SmallClassPathTest {

    private static final Map<String, String> ROW = Map.ofEntries(
            Map.entry("organisatie", "91000001"),
            Map.entry("stadsdeel", "Centrum"),
            Map.entry("wijk", "WK051829"),
            Map.entry("periode", "2026KW01"),
            Map.entry("ambitie", "1"),
            Map.entry("activiteitsoort", "ONTMOETEN"),
            Map.entry("activiteit", "Taalcafé"),
            Map.entry("doelgroep", "ALLEN"),
            Map.entry("leeftijdsgroep", "50-66"),
            Map.entry("bijeenkomsten", "12"),
            Map.entry("bezoeken", "180"),
            Map.entry("unieke_deelnemers", "40"));

    static List<String> carriers() {
        return List.of(
                String.join(";", ROW.keySet()) + "\n" + String.join(";", ROW.values()) + "\n",
                ROW.entrySet().stream()
                        .map(cell -> '"' + cell.getKey() + "\":\"" + cell.getValue() + '"')
                        .collect(Collectors.joining(",", "[{", "}]")));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void validate_withoutBeanValidation_reads(String text) throws Exception {
        URL[] places = Stream.of(Definitions.class, Finding.class, JsonFactory.class, CsvReader.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            Class<?> definitions = loader.loadClass(Definitions.class.getName());
            Class<?> sources = loader.loadClass(DeliverySource.class.getName());
            Class<?> readers = loader.loadClass(DeliveryReader.class.getName());
            Object source =
                    sources.getMethod("ofText", String.class, String.class).invoke(null, "telling", text);
            Object reader = readers.getMethod("of", definitions)
                    .invoke(null, definitions.getMethod("bundled").invoke(null));
            Object report = readers.getMethod("validate", sources).invoke(reader, source);
            assertThat(report).asString().contains("rowsAccepted=1,");
        }
    }
}
