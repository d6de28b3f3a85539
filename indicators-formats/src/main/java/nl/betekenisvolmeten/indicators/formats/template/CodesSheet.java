package nl.betekenisvolmeten.indicators.formats.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import org.dhatim.fastexcel.Worksheet;

/** The sheet with the codes of each column next to their names; the drop-downs take their lists from it. */
final class CodesSheet {

    static final String NAME = AccountDefinition.CODES_SHEET;

    /** The header of a block is on rows 1 and 2. */
    private static final int FIRST = 2;

    private static final int LEAST_WIDTH = 9;
    private static final int MAX_WIDTH = 44;
    private static final double GAP = 3;

    private final Worksheet sheet;
    private final TemplateTexts texts;
    private final Map<Key, Block> blocks = new LinkedHashMap<>();
    private int left;

    /** What makes lists the same, so that parts of an account share one. */
    private record Key(ColumnName column, List<Choices.Choice> items, Optional<ColumnName> within) {
        static Key of(Choices choices) {
            return new Key(choices.column().name(), choices.items(), choices.within());
        }
    }

    /**
     * Where the choices of a column stand.
     *
     * @param choices the choices
     * @param left the column of the sheet with the values; that on which they depend stands two further, from 0
     */
    private record Block(Choices choices, int left) {

        String values() {
            return range(left);
        }

        String within() {
            return range(left + 2);
        }

        private String range(int column) {
            String letter = letter(column);
            return String.format(
                    Locale.ROOT,
                    "%s!$%s$%d:$%s$%d",
                    NAME,
                    letter,
                    FIRST + 1,
                    letter,
                    FIRST + choices.items().size());
        }
    }

    CodesSheet(Worksheet sheet, TemplateTexts texts) {
        this.sheet = sheet;
        this.texts = texts;
        sheet.freezePane(0, FIRST);
        sheet.hideGridLines();
        Styles.landscape(sheet);
        sheet.repeatRows(0, 1);
    }

    /** Writes the blocks side by side, except those that are already there. */
    void write(List<Choices> all, String form) {
        for (Choices choices : all) {
            if (!blocks.containsKey(Key.of(choices))) {
                write(choices, title(choices.column(), form));
            }
        }
    }

    /**
     * Returns the title of a column, followed by the form if another form has other choices in a column of the same
     * name.
     */
    private String title(Column column, String form) {
        String title = texts.of(column.title());
        boolean another = blocks.keySet().stream().anyMatch(key -> key.column().equals(column.name()));
        return another ? title + " (" + form + ")" : title;
    }

    private void write(Choices choices, String title) {
        Block block = new Block(choices, left);
        blocks.put(Key.of(choices), block);
        boolean hasNames =
                choices.items().stream().anyMatch(item -> !item.name().isEmpty());
        int width = choices.within().isPresent() ? 3 : hasNames ? 2 : 1;
        sheet.value(0, left, title);
        for (int i = 0; i < width; i++) {
            Styles.blockTitle(sheet, 0, left + i);
            sheet.value(1, left + i, heading(choices, i));
            Styles.heading(sheet, 1, left + i);
        }
        int row = FIRST;
        for (Choices.Choice item : choices.items()) {
            for (int i = 0; i < width; i++) {
                sheet.value(row, left + i, item.cells().get(i));
                Styles.text(sheet, row, left + i, false);
            }
            row++;
        }
        for (int i = 0; i < width; i++) {
            sheet.width(left + i, width(choices, i));
        }
        sheet.width(left + width, GAP);
        left += width + 1;
    }

    private String heading(Choices choices, int place) {
        return switch (place) {
            case 0 -> choices.column().name().value();
            case 1 -> texts.of("codes.name");
            default -> choices.within().map(ColumnName::value).orElse("");
        };
    }

    private static double width(Choices choices, int place) {
        int longest = choices.items().stream()
                .mapToInt(item -> item.cells().get(place).length())
                .max()
                .orElse(0);
        int heading = place == 0 ? choices.column().name().value().length() + 2 : LEAST_WIDTH;
        return Math.min(MAX_WIDTH, Math.max(heading, longest + 2));
    }

    /**
     * Returns the formula of a drop-down on the second row of the form, which the other rows follow; empty if there is
     * no such list. If the column on which it depends is not filled in, all choices are offered.
     *
     * @param choices what is offered
     * @param chosen what formulas call the value of a column on that row, be it a cell or a text
     */
    Optional<String> list(Choices choices, Map<ColumnName, String> chosen) {
        return Optional.ofNullable(blocks.get(Key.of(choices)))
                .map(block -> block.choices()
                        .within()
                        .map(outer -> dependent(block, chosen.getOrDefault(outer, "\"\"")))
                        .orElseGet(block::values));
    }

    private static String dependent(Block block, String chosen) {
        String first = NAME + "!$" + letter(block.left()) + "$" + (FIRST + 1);
        return String.format(
                Locale.ROOT,
                "IF(COUNTIF(%2$s,%1$s)=0,%3$s,OFFSET(%4$s,MATCH(%1$s,%2$s,0)-1,0,COUNTIF(%2$s,%1$s),1))",
                chosen,
                block.within(),
                block.values(),
                first);
    }

    /** Returns the letters of a spreadsheet's column, from 0. */
    static String letter(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letter(column / 26 - 1) + last;
    }
}
