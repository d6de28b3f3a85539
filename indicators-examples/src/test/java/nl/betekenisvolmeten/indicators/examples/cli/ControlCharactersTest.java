package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steers a terminal or turns the direction of text reaches no one's screen, whichever file it stood in. */
class ControlCharactersTest {

    private static final String ESC = "\u001b[31m";
    private static final String TURN = "\u202e";

    @TempDir
    private Path folder;

    private static void assertClean(Run run, String shown) {
        assertThat(run.out() + run.err()).contains(shown).doesNotContain("\u001b", TURN);
    }

    @Test
    void diff_inACell() {
        Path before = Sheet.write(folder, "a.csv", Sheet.row());
        Path after = Sheet.write(folder, "b.csv", Sheet.row("toelichting", "x" + ESC + TURN + "y"));
        assertClean(Run.of("diff", before, after).exits(0), "x[U+001B][31m[U+202E]y");
        Path key = Sheet.write(folder, "c.csv", Sheet.row("activiteit", "Taal" + ESC + "café"));
        assertClean(Run.of("diff", before, key), "Taal [31mcafé");
    }

    @Test
    void explain_inACell() {
        Path file = Sheet.write(folder, "a.csv", Sheet.row("toelichting", "x" + ESC + TURN + "y"));
        assertClean(Run.of("explain", file, "--cell", "measure=bezoeken").exits(0), "x[U+001B][31m[U+202E]y");
    }

    @Test
    void population_inAnArea() {
        Path file = Sheet.write(folder, "a.csv", Sheet.row());
        Path population = Sheet.writeText(folder, "p.csv", "area;inwoners\nCen" + ESC + TURN + "trum;10\n");
        assertClean(
                Run.of("compare", file, "--level", "stadsdeel", "--population", population)
                        .exits(1),
                "Cen[U+001B]");
    }

    @Test
    void definition_inAValue() {
        Path file = Sheet.write(folder, "a.csv", Sheet.row());
        Path own = Sheet.writeText(folder, "own.json", "{\"columns\": [], \"status\": \"" + TURN + "x\"}");
        assertClean(Run.of("diff", "telformat-gebiedsgericht@2026.1", own).exits(1), "[U+202E]");
        assertClean(Run.of("validate", file, "--definitions", own).exits(1), "[U+202E]");
    }

    /** A machine without a locale of its own has names of files in ASCII only. */
    private static boolean mayNameAFile(String text) {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
                .newEncoder()
                .canEncode(text);
    }

    @Test
    void aFilesName() throws IOException {
        boolean turned = mayNameAFile(TURN);
        Path a = Sheet.write(folder, "a" + (turned ? TURN : ESC) + ".csv", Sheet.row());
        Path b = Sheet.write(folder, "b.csv", Sheet.row("bezoeken", "50", "activiteit", "Koor"));
        String shown = turned ? "a[U+202E].csv" : "a[U+001B][31m.csv";
        assertClean(Run.of("aggregate", a, b, "--by", "jaar").exits(0), shown);
        assertClean(Run.of("explain", a, "--cell", "measure=bezoeken").exits(0), shown);
        assertClean(Run.of("diff", a, b).exits(0), shown);
    }
}
