package nl.betekenisvolmeten.indicators.formats.template;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** How the cells of a form look. Dark and light are far enough apart to be read in black and white too. */
final class Styles {

    /** Named, as not every spreadsheet takes the same font where none is. */
    static final String FONT = "Calibri";

    static final int FONT_SIZE = 11;
    static final String DARK = "1F4E5F";
    static final String MIDDLE = "5B8A9A";
    static final String LIGHT = "E8F1F4";
    static final String PREFILLED = "EEEEEE";
    private static final String LINE = "C8D6DB";

    private Styles() {}

    static void title(Worksheet sheet, int row, int column) {
        sheet.style(row, column).bold().fontSize(16).fontColor(DARK).set();
    }

    static void subtitle(Worksheet sheet, int row, int column) {
        sheet.style(row, column).bold().fontSize(12).fontColor(DARK).set();
    }

    /** Makes a cell a note that spans the columns of a sheet; its height is not derived from its text. */
    static void note(Worksheet sheet, int row, int last) {
        sheet.range(row, 0, row, last).merge();
        sheet.style(row, 0).wrapText(true).verticalAlignment("top").set();
    }

    static void blockTitle(Worksheet sheet, int row, int column) {
        sheet.style(row, column).bold().fontColor(DARK).set();
    }

    static void heading(Worksheet sheet, int row, int column) {
        sheet.style(row, column)
                .bold()
                .fontColor("FFFFFF")
                .fillColor(DARK)
                .verticalAlignment("center")
                .wrapText(true)
                .set();
    }

    /** Styles a header cell of the form: required columns are darker than optional ones. */
    static void formHeader(Worksheet sheet, int column, boolean required) {
        sheet.style(0, column)
                .bold()
                .fontColor("FFFFFF")
                .fillColor(required ? DARK : MIDDLE)
                .verticalAlignment("center")
                .horizontalAlignment("center")
                .wrapText(true)
                .format("@")
                .set();
    }

    static void text(Worksheet sheet, int row, int column, boolean shaded) {
        StyleSetter style = sheet.style(row, column).format("@").wrapText(true).verticalAlignment("top");
        if (shaded) {
            style.fillColor(LIGHT);
        }
        style.borderStyle(BorderStyle.THIN).borderColor(LINE).set();
    }

    /** Sets a sheet to print on landscape pages, one page wide. */
    static void landscape(Worksheet sheet) {
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }
}
