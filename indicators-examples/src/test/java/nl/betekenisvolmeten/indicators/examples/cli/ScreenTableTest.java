package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.junit.jupiter.api.Test;

class ScreenTableTest {

    private static List<String> lines(ScreenTable table, boolean person) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        Terminal terminal = new Terminal(
                new Texts(Language.NL), InputStream.nullInputStream(), writer, new PrintWriter(out), person);
        table.print(terminal, writer);
        return out.toString().lines().toList();
    }

    @Test
    void print_textsAndNumbers_areLeftAndRight() {
        ScreenTable table = new ScreenTable().key("area").number("visits").text("verdict");
        table.row("Laak", "1", "higher");
        table.row("Haagse Hout", "12.345", "lower");
        table.below("a remark");
        assertThat(lines(table, true))
                .containsExactly(
                        "  area         visits  verdict",
                        "  Laak              1  higher",
                        "  Haagse Hout  12.345  lower",
                        "      a remark");
    }

    @Test
    void print_headerOfNumbers_takesLines() {
        ScreenTable table = new ScreenTable().key("area").number("per 1.000 inhabitants");
        table.row("Laak", "5");
        assertThat(lines(table, true))
                .containsExactly("  area    per 1.000", "        inhabitants", "  Laak            5");
    }

    @Test
    void print_moreThanFits_followsBelowWithTheKeysAgain() {
        ScreenTable table = new ScreenTable().key("area");
        for (int i = 0; i < 4; i++) {
            table.number("a".repeat(25) + i);
        }
        table.row("Laak", "1", "2", "3", "4");
        List<String> lines = lines(table, true);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).startsWith("  area  ").contains("a0", "a1").doesNotContain("a2");
        assertThat(lines.get(2)).isEmpty();
        assertThat(lines.get(3)).startsWith("  area  ").contains("a2", "a3");
        assertThat(lines(table, false)).hasSize(2);
    }

    @Test
    void print_textThatFillsItsColumn_leavesNoEmptyLine() {
        ScreenTable table = new ScreenTable().key("a").text("b");
        table.row("x".repeat(20), "y".repeat(28) + " " + "z".repeat(28) + " " + "w".repeat(28));
        assertThat(lines(table, true))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).isNotBlank().hasSizeLessThanOrEqualTo(ScreenTable.WIDTH));
    }

    @Test
    void row_ofAnotherLength_isRefused() {
        assertThatThrownBy(() -> new ScreenTable().key("a").row("1", "2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1, 2]");
    }

    @Property(tries = 200)
    void print_anyWords_fitTheScreenAndAllAppear(
            @ForAll @Size(min = 1, max = 12) List<@AlphaChars @StringLength(min = 1, max = 20) String> words,
            @ForAll @IntRange(min = 1, max = 6) int columns) {
        ScreenTable table = new ScreenTable().key("k");
        for (int i = 1; i < columns; i++) {
            table.text("t");
        }
        String cell = String.join(" ", words);
        table.row(Collections.nCopies(columns, cell));
        List<String> lines = lines(table, true);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(ScreenTable.WIDTH));
        assertThat(String.join(" ", lines).split("\\s+")).containsAll(words);
    }
}
