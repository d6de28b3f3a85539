package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code formats} writes for programs, and totals as SDMX-CSV. */
class FormatsFilesTest {

    private static final String FORMAT = "telformat-gebiedsgericht@2026.1";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "json-schema, https://json-schema.org/draft/2020-12/schema",
        "json-schema-row, urn:indicators:telformat-gebiedsgericht:2026.1:row",
        "table-schema, https://datapackage.org/profiles/2.0/tableschema.json",
        "data-package, https://datapackage.org/profiles/2.0/datapackage.json",
        "csvw, http://www.w3.org/ns/csvw"
    })
    void run_descriptor_writesIt(String kind, String expected) {
        assertThat(Run.of("formats", FORMAT, "--descriptor", kind).exits(0).out())
                .contains(expected, "Elke aanwezigheid telt");
        Path file = folder.resolve("d.json");
        Run run = Run.of("formats", FORMAT, "--descriptor", kind, "-o", file, "--lang", "en")
                .exits(0);
        assertThat(run.out()).isEmpty();
        assertThat(Sheet.read(file)).contains(expected, "Every attendance counts");
    }

    @Test
    void run_wrongDescriptor_isTwo() {
        assertThat(Run.of("formats", FORMAT, "--descriptor", "xsd")
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("'xsd'", "json-schema", "csvw");
        Run.of("formats", "--descriptor", "csvw").exits(2).saysOneLine();
    }

    @Test
    void run_kit_isAZipOfAllFormatsOrOne() throws IOException {
        Path file = folder.resolve("kit.zip");
        assertThat(Run.of("formats", "--conformance-kit", file)
                        .exits(0)
                        .saysOneLine()
                        .err())
                .contains(file.toString());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("README.nl.md")).isNotNull();
            assertThat(zip.getEntry(FORMAT + "/expected.csv")).isNotNull();
            assertThat(zip.getEntry(FORMAT + "/TF-R01-fail-wijk.csv")).isNotNull();
        }
        Run.of("formats", FORMAT, "--conformance-kit", file).exits(2).saysOneLine();
        Run.of("formats", FORMAT, "--conformance-kit", file, "--force").exits(0);
        Run.of("formats", "--conformance-kit", folder).exits(3).saysOneLine();
    }

    @Test
    void run_aggregateToSdmx_namesFormatAndPeriods() {
        Path good = Sheet.write(folder, "good.csv", Sheet.row(), Sheet.row("activiteit", "Koor", "wijk", "WK051805"));
        Path file = folder.resolve("totals.sdmx.csv");
        Run.of("aggregate", good, "--by", "stadsdeel,periode", "--measure", "bezoeken,unieke_deelnemers", "-o", file)
                .exits(0);
        String start = "dataflow,BETEKENISVOLMETEN:TELFORMAT_GEBIEDSGERICHT(2026.1),I,Centrum,2026-Q1,";
        assertThat(Sheet.read(file).lines())
                .containsExactly(
                        "STRUCTURE,STRUCTURE_ID,ACTION,STADSDEEL,TIME_PERIOD,MEASURE,OBS_VALUE,OBS_STATUS,STATUS,OBS_LOWER,OBS_UPPER,CELLS_MISSING,ROWS_REJECTED,OBS_ROWS,COVERAGE,REASON,OLDEST,CONF_STATUS,USE",
                        start + "bezoeken,80,A,exact,,,0,0,2,1,,,F,internal",
                        start + "unieke_deelnemers,,E,between,12,24,0,0,2,1,,,F,internal");
    }

    @Test
    void run_aggregateToSdmxByYear_hasATimePeriod() {
        Path good = Sheet.write(folder, "good.csv", Sheet.row());
        Path file = folder.resolve("TOTALS.SDMX.CSV");
        Run.of("aggregate", good, "--by", "jaar,halfjaar", "--measure", "bezoeken", "-o", file)
                .exits(0);
        assertThat(Sheet.read(file).lines().findFirst().orElseThrow()).contains(",ACTION,JAAR,TIME_PERIOD,MEASURE,");
        assertThat(Sheet.read(file)).contains(",I,2026JJ00,2026-S1,bezoeken,40,A,");
    }
}
