package nl.betekenisvolmeten.indicators.formats.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import org.junit.jupiter.api.Test;
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

    /** A source may be anyone's, with a name of its own making. */
    @Test
    void report_ofAnySource_hasAMaskedName() {
        DeliveryReport report =
                new DeliveryReport("jan@example.org.csv", Optional.empty(), Optional.empty(), 0, 0, Findings.none());
        assertThat(report.source()).doesNotContain("jan");
    }
}
