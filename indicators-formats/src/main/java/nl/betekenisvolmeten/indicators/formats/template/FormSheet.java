package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import org.dhatim.fastexcel.ColumnStyleSetter;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Worksheet;

/** The sheet that is filled in. */
final class FormSheet {

    /** The rows in which what is the same everywhere appears by itself. */
    static final int PREFILLED_ROWS = 500;

    /** The last row with checks, from 0. */
    private static final int LAST_ROW = 5_000;

    private static final int NAMED_CODES = 14;
    private static final int LEAST_WIDTH = 11;
    private static final int MAX_WIDTH = 30;
    private static final int LONG_TEXT = 200;
    private static final int LONG_TEXT_WIDTH = 50;
    private static final double HEADER_HEIGHT = 30;

    private final Worksheet sheet;
    private final FormatDefinition format;
    private final TemplateTexts texts;
    private final Map<ColumnName, String> prefilled;
    private final Map<ColumnName, Choices> choices = new LinkedHashMap<>();
    private final Map<ColumnName, String> letters = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    FormSheet(
            Worksheet sheet,
            FormatDefinition format,
            TemplateTexts texts,
            Map<ColumnName, String> prefilled,
            List<Choices> choices) {
        this.sheet = sheet;
        this.format = format;
        this.texts = texts;
        this.prefilled = prefilled;
        choices.forEach(choice -> this.choices.put(choice.column().name(), choice));
        for (Column column : format.columns()) {
            letters.put(column.name(), CodesSheet.letter(letters.size()));
        }
    }

    /** Writes the sheet; returns the notes at the header, in the order of the columns. */
    List<String> write(CodesSheet codes) {
        sheet.freezePane(0, 1);
        sheet.rowHeight(0, HEADER_HEIGHT);
        sheet.setTabColor("FF" + Styles.DARK);
        Styles.landscape(sheet);
        sheet.repeatRows(0);
        int place = 0;
        for (Column column : format.columns()) {
            write(column, place, codes);
            place++;
        }
        protect();
        return notes;
    }

    private void write(Column column, int place, CodesSheet codes) {
        styleColumn(column, place);
        sheet.value(0, place, column.name().value());
        Styles.formHeader(sheet, place, column.rule().required());
        sheet.width(place, width(column));
        String note = note(column);
        sheet.comment(0, place, note);
        notes.add(note);
        if (prefilled.containsKey(column.name())) {
            prefill(column.name(), place);
        } else {
            check(column, place, codes);
        }
    }

    /** Styles a whole column, so that rows far below look and behave the same. */
    private void styleColumn(Column column, int place) {
        ColumnStyleSetter style = sheet.style(place).protectionOption(ProtectionOption.LOCKED, false);
        Optional<Integer> decimals = column.rule().type().decimals();
        // texts stay what they are: 67+, 12-17 and numbers that start with a zero
        style.format(decimals.map(FormSheet::numberFormat).orElse("@"));
        if (isLong(column)) {
            style.wrapText(true);
        }
        style.fontName(Styles.FONT)
                .fontSize(Styles.FONT_SIZE)
                .verticalAlignment("top")
                .set();
    }

    private static String numberFormat(int decimals) {
        return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    }

    private static boolean isLong(Column column) {
        return column.rule().type() instanceof ColumnType.Text text && text.maximumLength() >= LONG_TEXT;
    }

    private double width(Column column) {
        if (isLong(column)) {
            return LONG_TEXT_WIDTH;
        }
        int minimum = column.rule().type() instanceof ColumnType.Text ? MAX_WIDTH : LEAST_WIDTH;
        Choices known = choices.get(column.name());
        int values = known == null ? 0 : known.widest() + 4;
        return Math.min(
                MAX_WIDTH,
                Math.max(Math.max(minimum, values), column.name().value().length() + 3));
    }

    /** Returns the reference by which formulas on the second row use the value of each column. */
    private Map<ColumnName, String> chosen() {
        Map<ColumnName, String> chosen = new LinkedHashMap<>();
        letters.forEach((column, letter) -> chosen.put(column, "$" + letter + "2"));
        prefilled.forEach((column, value) -> chosen.put(column, quoted(value)));
        return chosen;
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /**
     * Adds formulas that give a row its value as soon as something else in it is filled in; an untouched row stays
     * empty.
     */
    private void prefill(ColumnName column, int place) {
        String value = quoted(prefilled.getOrDefault(column, ""));
        for (int row = 1; row <= PREFILLED_ROWS; row++) {
            String filled = filledCells(row + 1);
            sheet.formula(row, place, Xml.escape("IF(" + filled + "=0,\"\"," + value + ")"));
            sheet.style(row, place)
                    .fillColor(Styles.PREFILLED)
                    .verticalAlignment("top")
                    .set();
        }
    }

    /** Returns a formula that counts the cells of a row that a person has filled in. */
    private String filledCells(int row) {
        List<String> ranges = new ArrayList<>();
        String start = "";
        String end = "";
        for (Column column : format.columns()) {
            String letter = letters.getOrDefault(column.name(), "A");
            if (!prefilled.containsKey(column.name())) {
                start = start.isEmpty() ? letter : start;
                end = letter;
            } else if (!start.isEmpty()) {
                ranges.add(start + row + ":" + end + row);
                start = "";
            }
        }
        if (!start.isEmpty()) {
            ranges.add(start + row + ":" + end + row);
        }
        return "COUNTA(" + ranges.stream().collect(Collectors.joining(",")) + ")";
    }

    private String note(Column column) {
        StringBuilder note = new StringBuilder(texts.of(column.title()))
                .append(
                        column.rule().required()
                                ? " (" + texts.of("required") + ")"
                                : " (" + texts.of("optional") + ")")
                .append('\n')
                .append(texts.of(column.agreement()));
        Choices known = choices.get(column.name());
        if (prefilled.containsKey(column.name())) {
            note.append("\n\n").append(texts.of("note.prefilled"));
        } else if (known == null) {
            note.append("\n\n").append(texts.hint(column.rule().type()));
        } else if (known.items().size() > NAMED_CODES
                || known.items().get(0).name().isEmpty()) {
            note.append("\n\n").append(texts.of("note.list", CodesSheet.NAME));
        } else {
            note.append('\n');
            known.items()
                    .forEach(item ->
                            note.append('\n').append(item.value()).append(" = ").append(item.name()));
        }
        return note.toString();
    }

    /** Protects the header from accidental changes; there is no password, so the protection can be lifted. */
    private void protect() {
        sheet.protect(
                "",
                SheetProtectionOption.SHEET,
                SheetProtectionOption.DELETE_COLUMNS,
                SheetProtectionOption.INSERT_COLUMNS,
                SheetProtectionOption.FORMAT_CELLS);
    }

    /** Adds a drop-down, or what the spreadsheet itself checks. It helps; the validator decides. */
    private void check(Column column, int place, CodesSheet codes) {
        Choices offered = choices.get(column.name());
        Range cells = sheet.range(1, place, LAST_ROW, place);
        Optional<String> list = Optional.ofNullable(offered).flatMap(known -> codes.list(known, chosen()));
        if (list.isPresent() && offered != null) {
            cells.validateWithListByFormula(Xml.escape(list.get()))
                    .errorStyle(offered.complete() ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING)
                    .showErrorMessage(true)
                    .errorTitle(Xml.escape(texts.of("error.title")))
                    .error(Xml.escape(texts.of("error.list", CodesSheet.NAME)));
            return;
        }
        formula(column.rule().type(), CodesSheet.letter(place) + "2")
                .ifPresent(formula -> cells.validateWithFormula(Xml.escape(formula))
                        .errorStyle(DataValidationErrorStyle.STOP)
                        .showErrorMessage(true)
                        .errorTitle(Xml.escape(texts.of("error.title")))
                        .error(Xml.escape(texts.hint(column.rule().type()))));
    }

    /** Returns a formula that is true if a cell holds an allowed value. */
    private static Optional<String> formula(ColumnType type, String cell) {
        if (type instanceof ColumnType.Kvk) {
            return Optional.of(text("AND(LEN(%1$s)=8,ISNUMBER(VALUE(%1$s)))", cell, 0, 0));
        }
        if (type instanceof ColumnType.Count count) {
            return Optional.of(text("AND(ISNUMBER(%1$s),%1$s>=0,%1$s<=%2$d,%1$s=INT(%1$s))", cell, count.maximum(), 0));
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return Optional.of(text(
                    "AND(ISNUMBER(%1$s),%1$s>=0,%1$s<=%2$d,ABS(ROUND(%1$s,%3$d)-%1$s)<0.000000001)",
                    cell, quantity.maximum(), quantity.scale()));
        }
        if (type instanceof ColumnType.Text text) {
            return Optional.of(text("LEN(%1$s)<=%2$d", cell, text.maximumLength(), 0));
        }
        return Optional.empty();
    }

    private static String text(String pattern, String cell, long limit, int decimals) {
        return String.format(Locale.ROOT, pattern, cell, limit, decimals);
    }
}
