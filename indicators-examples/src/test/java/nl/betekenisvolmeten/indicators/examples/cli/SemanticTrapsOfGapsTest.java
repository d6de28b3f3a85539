package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What did not come in, as a user of the command line sees it: no figure claims more than it knows. */
class SemanticTrapsOfGapsTest {

    @TempDir
    private Path folder;

    private Path write(String name, String... rows) {
        return Sheet.write(folder, name, rows);
    }

    private static Map<String, String> first(Run run) {
        return Sheet.rows(run.out()).get(0);
    }

    /** The number, its bounds, the status and the number of cells that are missing. */
    private static List<String> figure(Map<String, String> row, String series) {
        return Stream.of("", "_lower", "_upper", "_status", "_cells_missing")
                .map(suffix -> cell(row, series + suffix))
                .toList();
    }

    private static Map<String, String> area(Run run, String area) {
        return Sheet.rows(run.out()).stream()
                .filter(row -> cell(row, "area").equals(area))
                .findFirst()
                .orElseThrow();
    }

    /** A cell that was left empty is not zero. */
    @Nested
    class EmptyCells {

        private Path file() {
            return write(
                    "leeg.csv",
                    Sheet.row("nieuwe_deelnemers", "2", "vrijwilligersuren", "116,8"),
                    Sheet.row("leeftijdsgroep", "50-66", "nieuwe_deelnemers", "", "vrijwilligersuren", ""),
                    Sheet.row("leeftijdsgroep", "67+", "nieuwe_deelnemers", "", "vrijwilligersuren", "14,1"));
        }

        @Test
        void total_isIncompleteWithTheCellsThatAreMissing() {
            Map<String, String> row =
                    first(Run.of("aggregate", file(), "--by", "stadsdeel").exits(0));
            assertThat(figure(row, "nieuwe_deelnemers")).containsExactly("2", "2", "", "incomplete", "2");
            assertThat(figure(row, "vrijwilligersuren")).containsExactly("130.9", "130.9", "", "incomplete", "1");
            assertThat(figure(row, "bezoeken")).containsExactly("120", "120", "120", "exact", "0");
            assertThat(row).containsEntry("rows_rejected", "0");
        }

        @Test
        void total_underBoundAndRefuse() {
            Run bound = Run.of(
                            "aggregate",
                            file(),
                            "--by",
                            "stadsdeel",
                            "--missing",
                            "bound",
                            "--at-most",
                            "nieuwe_deelnemers=9")
                    .exits(0);
            assertThat(figure(first(bound), "nieuwe_deelnemers")).containsExactly("", "2", "20", "incomplete", "2");
            assertThat(figure(first(bound), "vrijwilligersuren")).containsExactly("", "130.9", "", "incomplete", "1");
            Run refuse = Run.of("aggregate", file(), "--by", "stadsdeel", "--missing", "refuse")
                    .exits(0);
            assertThat(figure(first(refuse), "nieuwe_deelnemers")).containsExactly("", "", "", "refused", "2");
            assertThat(figure(first(refuse), "bezoeken")).containsExactly("120", "120", "120", "exact", "0");
        }

        @Test
        void quotient_doesNotDivideTheHoursOfTwoRowsByTheMeetingsOfThree() {
            Map<String, String> centrum = area(
                    Run.of(
                                    "compare",
                                    file(),
                                    "--level",
                                    "stadsdeel",
                                    "--indicator",
                                    "vrijwilligersuren-per-bijeenkomst")
                            .exits(0),
                    "Centrum");
            assertThat(centrum)
                    .containsEntry("numerator", "130.9")
                    .containsEntry("numerator_upper", "")
                    .containsEntry("value", "")
                    .containsEntry("lower", "")
                    .containsEntry("status", "incomplete");
        }

        @Test
        void explained_itSaysAtLeast() {
            Run run = Run.of(
                            "explain", file(), "--cell", "measure=nieuwe_deelnemers;stadsdeel=Centrum;periode=2026KW01")
                    .exits(0);
            assertThat(run.out()).contains("ten minste 2: niet alles is binnen").contains("cellen: 2");
        }
    }
}
