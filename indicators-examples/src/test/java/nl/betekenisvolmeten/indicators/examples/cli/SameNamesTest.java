package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a file lies changes nothing: two of one name in two folders are two files. */
class SameNamesTest {

    @TempDir
    private Path folder;

    private Path in(String where, String... rows) throws IOException {
        return Sheet.write(Files.createDirectories(folder.resolve(where)), "levering.csv", rows);
    }

    @Test
    void convert_twoFilesOfOneName_writesEachRowOnce() throws IOException {
        Path out = folder.resolve("uit.csv");
        Run run = Run.of("convert", in("a", Sheet.row()), in("b", Sheet.row("bezoeken", "50")), "-o", out)
                .exits(1);
        assertThat(Sheet.read(out).lines()).hasSize(2);
        assertThat(run.err()).contains("1 rij van b/levering.csv staat ook in a/levering.csv");
    }

    @Test
    void convert_theSameBytesTwice_isRefusedAsWithAggregate() throws IOException {
        Path file = in("a", Sheet.row());
        Path out = folder.resolve("uit.csv");
        Run.of("convert", file, file, "-o", out).exits(2).saysOneLine();
        assertThat(Run.of("convert", file, in("b", Sheet.row()), "-o", out)
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("a/levering.csv", "b/levering.csv");
        assertThat(out).doesNotExist();
    }

    @Test
    void aggregate_twoFilesOfOneName_areToldApart() throws IOException {
        Run run = Run.of("aggregate", in("oud", Sheet.row()), in("nieuw", Sheet.row("bezoeken", "50")), "--by", "jaar")
                .exits(1);
        assertThat(run.err()).contains("oud/levering.csv en nieuw/levering.csv gaan allebei over");
    }

    @Test
    void validate_twoFilesOfOneName_tellsThemApart() throws IOException {
        assertThat(Run.of(
                                "validate",
                                in("a", Sheet.row()),
                                in("b", Sheet.row()),
                                Sheet.write(folder, "c.csv", Sheet.row()))
                        .exits(0)
                        .out())
                .contains("a/levering.csv (", "b/levering.csv (")
                .contains("\nc.csv (");
    }
}
