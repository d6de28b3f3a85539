package nl.betekenisvolmeten.indicators.formats.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySourceTest {

    @ParameterizedTest
    @CsvSource({
        "map/levering.csv, levering.csv",
        "jan.jansen@example.nl.csv, [E-MAIL].csv",
        "jan.jansen@example.org, [E-MAIL]",
        "telling van 111222333.xlsx, telling van [BSN].xlsx",
        "06-12345678, [TELEFOON]"
    })
    void name_ofAFile_isMaskedAndKeepsItsEnding(String path, String name) {
        assertThat(DeliverySource.of(Path.of(path)).name()).isEqualTo(name);
    }

    @Test
    void name_ofOnesChoosing_isMaskedToo() {
        assertThat(DeliverySource.of("111222333/levering.csv", Path.of("x")).name())
                .isEqualTo("[BSN]/levering.csv");
    }

    @Test
    void file_thatIsWrittenTo_isNotReadAsIfItWereWhole(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("levering.csv"), "a;b\n1;2\n");
        DeliverySource source = DeliverySource.of(file);
        try (InputStream in = source.open()) {
            assertThat(in.readAllBytes()).hasSize(8);
        }
        try (InputStream in = source.open()) {
            assertThat(in.read()).isEqualTo('a');
            Files.writeString(file, "a;b\n");
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(FileSystemException.class)
                    .hasMessage(file + ": changed while it was read");
        }
        assertThatThrownBy(source::open).hasMessage(file + ": changed while it was read");
        Files.delete(file);
        assertThatThrownBy(source::open).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void file_thatGoesWhileItIsRead_isNotReadAsIfItWereThere(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("levering.csv"), "a;b\n1;2\n");
        try (InputStream in = DeliverySource.of(file).open()) {
            assertThat(in.read()).isEqualTo('a');
            Files.delete(file);
            assertThatThrownBy(in::readAllBytes).isInstanceOf(NoSuchFileException.class);
        }
    }

    /** A source may be anyone's, with a name of its own making. */
    @Test
    void report_ofAnySource_hasAMaskedName() {
        DeliveryReport report =
                new DeliveryReport("jan@example.org.csv", Optional.empty(), Optional.empty(), 0, 0, Findings.none());
        assertThat(report.source()).doesNotContain("jan");
    }
}
