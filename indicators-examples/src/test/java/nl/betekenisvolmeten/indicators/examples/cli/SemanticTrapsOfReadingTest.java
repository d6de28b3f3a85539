package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in a cell means one thing, or is asked about. */
class SemanticTrapsOfReadingTest {

    @TempDir
    private Path folder;

    private Path hours(String... hours) {
        return Sheet.write(
                folder,
                "uren.csv",
                IntStream.range(0, hours.length)
                        .mapToObj(i -> Sheet.row("activiteit", "Les " + i, "vrijwilligersuren", hours[i]))
                        .toArray(String[]::new));
    }

    private static List<String> total(Path file) {
        Run run = Run.of("aggregate", file, "--by", "stadsdeel", "--measure", "vrijwilligersuren");
        return Sheet.rows(run.out()).stream()
                .flatMap(row -> Stream.of(cell(row, "vrijwilligersuren"), cell(row, "rows_rejected")))
                .toList();
    }

    /** A point in hours may be that of thousands, or a decimal sign. */
    @Nested
    class HoursWithAPoint {

        @Test
        void threeDigitsAfterThePoint_areAskedAboutWithBothReadings() {
            Run run = Run.of("validate", hours("1.234")).exits(1);
            assertThat(run.out() + run.err())
                    .contains("TF-V05", "Dat kan 1,234 zijn, maar ook 1234")
                    .doesNotContain("TF-W02");
        }

        @Test
        void oneOrTwoDigitsElsewhere_makePointsDecimalSigns() {
            assertThat(total(hours("12.5", "1.250", "3.25"))).containsExactly("17", "0");
            assertThat(Run.of("validate", hours("12.5", "1.250")).exits(0).out())
                    .contains("TF-W02");
        }

        @Test
        void moreDecimalsThanAllowed_areRefusedAlsoThen() {
            Run run = Run.of("validate", hours("12.5", "1.234")).exits(1);
            assertThat(run.out()).contains("TF-V05").doesNotContain("maar ook");
        }

        @Test
        void pointsAndCommasThatContradict_leaveTwoReadings() {
            for (String other : List.of("12,5", "1.234,5", "1.000.000")) {
                Run run = Run.of("validate", hours("12.5", other, "1.250")).exits(1);
                assertThat(run.out()).contains("Dat kan 1,250 zijn, maar ook 1250");
            }
        }

        @Test
        void wholeNumbers_keepTheirThousands() {
            Path file = Sheet.write(folder, "heel.csv", Sheet.row("bezoeken", "1.200"));
            assertThat(Run.of("validate", file).exits(0).out()).contains("TF-W02", "1200");
        }
    }
}
