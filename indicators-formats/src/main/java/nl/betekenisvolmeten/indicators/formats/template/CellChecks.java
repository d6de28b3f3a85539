package nl.betekenisvolmeten.indicators.formats.template;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Drop-downs, and what the spreadsheet itself checks while a cell is filled in. It helps; the validator decides. */
record CellChecks(Worksheet sheet, TemplateTexts texts) {

    /** The last row with checks, from 0. */
    private static final int LAST_ROW = 5_000;

    void add(Column column, int place, Map<ColumnName, String> chosen, CodesSheet codes, @Nullable Choices choices) {
        Range cells = sheet.range(1, place, LAST_ROW, place);
        Optional<String> list = choices == null ? Optional.empty() : codes.list(choices, chosen);
        if (list.isPresent() && choices != null) {
            cells.validateWithListByFormula(Xml.escape(list.get()))
                    .errorStyle(choices.complete() ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING)
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
                        .error(Xml.escape(Hints.of(column.rule().type(), texts))));
    }

    /** A formula that is true for a cell that is allowed there. */
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
