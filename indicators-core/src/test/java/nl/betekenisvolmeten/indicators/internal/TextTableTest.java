package nl.betekenisvolmeten.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void toText_textsLeftFiguresRightLongCellsOnLines() {
        TextTable table = new TextTable(1, List.of("wijk", "personen", "rijen"));
        table.add(List.of("Laak", "ten minste 277 en ten hoogste 6.719", "3"));
        table.add(List.of("", "5", "12"));
        assertThat(table.toText().lines())
                .containsExactly(
                        "wijk           personen  rijen",
                        "----  -----------------  -----",
                        "Laak  ten minste 277 en      3",
                        "      ten hoogste 6.719",
                        "                      5     12");
    }

    @Test
    void toText_aWordThatIsTooLong_staysWhole() {
        String name = "x".repeat(60);
        TextTable table = new TextTable(1, List.of("a", "b"));
        table.add(List.of(name, name + " 1"));
        assertThat(table.toText()).contains(name + "  " + name).contains("1\n");
    }
}
