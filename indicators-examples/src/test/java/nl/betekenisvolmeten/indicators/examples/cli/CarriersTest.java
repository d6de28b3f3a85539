package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryWriter;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands take deliveries whatever carries them. */
class CarriersTest {

    private static final List<String> ROWS = List.of(
            Sheet.row(),
            Sheet.row("activiteit", "Eetcafé", "leeftijdsgroep", "67+", "vrijwilligersuren", "7,25"),
            Sheet.row("wijk", "WK051829", "leeftijdsgroep", "12-17", "toelichting", "=1+1"));

    @TempDir
    private Path folder;

    private Path csv() {
        return Sheet.write(folder, "telling.csv", ROWS.toArray(String[]::new));
    }

    private Path carried(String name) throws IOException {
        Path file = folder.resolve(name);
        try (RowWriter writer = DeliveryWriter.of(
                Definitions.bundled().formats().get(FormatId.of("telformat-gebiedsgericht", "2026.1")),
                Carrier.ofFileName(name).orElseThrow(),
                Files.newOutputStream(file))) {
            writer.header(Sheet.COLUMNS);
            for (String row : ROWS) {
                writer.row(List.of(row.split(";", -1)));
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"telling.xlsx", "telling.json", "telling.jsonl"})
    void commands_sameRows_giveTheSame(String name) throws IOException {
        Path other = carried(name);
        assertThat(Run.of("validate", other).exits(0).out().replace(name, "telling.csv"))
                .isEqualTo(Run.of("validate", csv()).exits(0).out())
                .contains("TF-X01");
        assertThat(Run.of("aggregate", other, "--by", "wijk,leeftijdsgroep")
                        .exits(0)
                        .out())
                .isEqualTo(Run.of("aggregate", csv(), "--by", "wijk,leeftijdsgroep")
                        .out());
        assertThat(Run.of("compare", other, "--level", "wijk").exits(0).out())
                .isEqualTo(Run.of("compare", csv(), "--level", "wijk").out());
    }

    @Test
    void validate_severalSheets_namesTheSheet() throws IOException {
        Path file = folder.resolve("telling.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", null)) {
            workbook.newWorksheet("Uitleg").value(0, 0, "Vul het tweede blad in");
            Worksheet sheet = workbook.newWorksheet("Telling 1");
            for (int i = 0; i < Sheet.COLUMNS.size(); i++) {
                sheet.value(2, i, Sheet.COLUMNS.get(i));
                sheet.value(3, i, Sheet.row("bezoeken", "veel").split(";", -1)[i]);
            }
        }
        assertThat(Run.of("validate", file).exits(1).out())
                .contains("blad Telling 1, rij 3: waarschuwing TF-W03")
                .contains("blad Telling 1, rij 4, kolom bezoeken: fout TF-V03");
        assertThat(Run.of("validate", file, "--lang", "en").exits(1).out())
                .contains("sheet Telling 1, row 4, column bezoeken: error TF-V03");
    }

    @Test
    void validate_fileThatIsNotWhatItIsCalled_saysSo() {
        Path file = Sheet.write(folder, "telling.xlsx", Sheet.row());
        assertThat(Run.of("validate", file).exits(1).out()).contains("het heet een rekenblad, maar is het niet");
    }
}
