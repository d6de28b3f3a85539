package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import org.dhatim.fastexcel.Worksheet;

/** The sheet that explains: how to fill in the form, what each column means, and what often goes wrong. */
final class GuideSheet {

    private static final double[] WIDTHS = {22, 26, 11, 42, 62};
    private static final int LAST = WIDTHS.length - 1;
    private static final int NOTE_CHARACTERS = 150;
    private static final double LINE_HEIGHT = 15.5;
    private static final int STEPS = 6;

    private final Worksheet sheet;
    private final FormatDefinition format;
    private final TemplateTexts texts;
    private final Map<ColumnName, String> prefilled;
    private int row;

    GuideSheet(Worksheet sheet, FormatDefinition format, TemplateTexts texts, Map<ColumnName, String> prefilled) {
        this.sheet = sheet;
        this.format = format;
        this.texts = texts;
        this.prefilled = prefilled;
    }

    void write() {
        for (int i = 0; i <= LAST; i++) {
            sheet.width(i, WIDTHS[i]);
        }
        sheet.hideGridLines();
        sheet.setTabColor("FF" + Styles.MIDDLE);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        head();
        steps();
        columns();
        mistakes();
    }

    private void head() {
        sheet.value(row, 0, texts.of(format.title()));
        Styles.title(sheet, row, 0);
        sheet.rowHeight(row, 24);
        row++;
        note(texts.of("guide.version", format.id().version(), validity(), status(format.provenance())));
        note(texts.of(format.provenance().note()));
        row++;
    }

    private String validity() {
        String from = format.validity().from().map(Period::code).orElse("");
        String to = format.validity().to().map(Period::code).orElse("");
        if (from.isEmpty() && to.isEmpty()) {
            return texts.of("guide.always");
        }
        return to.isEmpty() ? texts.of("guide.from", from) : texts.of("guide.until", from, to);
    }

    private String status(Provenance provenance) {
        return texts.of("status." + provenance.status().name().toLowerCase(Locale.ROOT));
    }

    private void steps() {
        subtitle(texts.of("guide.steps"));
        for (int step = 1; step <= STEPS; step++) {
            note(step + ".  " + texts.of("guide.step." + step, CodesSheet.NAME, texts.of("sheet.form")));
        }
        if (!prefilled.isEmpty()) {
            String names = String.join(
                    ", ", prefilled.keySet().stream().map(ColumnName::value).toList());
            note((STEPS + 1) + ".  " + texts.of("guide.prefilled", names, FormSheet.PREFILLED_ROWS));
        }
        row++;
    }

    private void columns() {
        subtitle(texts.of("guide.columns"));
        headings("guide.column", "guide.meaning", "guide.required", "guide.notation", "guide.agreement");
        boolean shaded = false;
        for (Column column : format.columns()) {
            cells(
                    shaded,
                    column.name().value(),
                    texts.of(column.title()),
                    column.rule().required() ? texts.of("yes") : texts.of("no"),
                    notation(column),
                    texts.of(column.agreement()));
            shaded = !shaded;
        }
        row++;
    }

    private String notation(Column column) {
        String value = prefilled.get(column.name());
        return value == null ? Hints.of(column.rule().type(), texts) : texts.of("hint.prefilled", value);
    }

    private void mistakes() {
        subtitle(texts.of("guide.mistakes"));
        note(texts.of("guide.mistakes.note"));
        headings("guide.code", "guide.wrong", "guide.severity", "guide.where", "guide.action");
        boolean shaded = false;
        for (Mistake mistake : Mistake.of(format, texts.language())) {
            cells(
                    shaded,
                    mistake.verdict().code().value(),
                    mistake.title(),
                    severity(mistake.verdict().severity()),
                    mistake.where().isEmpty() ? texts.of("guide.row") : mistake.where(),
                    mistake.action());
            shaded = !shaded;
        }
    }

    private String severity(Severity severity) {
        Map<Severity, String> keys = new TreeMap<>(Map.of(
                Severity.ERROR,
                "severity.error",
                Severity.WARNING,
                "severity.warning",
                Severity.NOTE,
                "severity.note"));
        return texts.of(keys.getOrDefault(severity, "severity.note"));
    }

    private void subtitle(String text) {
        sheet.value(row, 0, text);
        Styles.subtitle(sheet, row, 0);
        sheet.rowHeight(row, 22);
        row++;
    }

    private void note(String text) {
        sheet.value(row, 0, text);
        Styles.note(sheet, row, LAST);
        sheet.rowHeight(row, LINE_HEIGHT * lines(text, NOTE_CHARACTERS));
        row++;
    }

    private void headings(String... keys) {
        for (int i = 0; i < keys.length; i++) {
            sheet.value(row, i, texts.of(keys[i]));
            Styles.heading(sheet, row, i);
        }
        row++;
    }

    private void cells(boolean shaded, String... cells) {
        int most = 1;
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
            if (shaded) {
                Styles.shaded(sheet, row, i);
            } else {
                Styles.text(sheet, row, i);
            }
            most = Math.max(most, lines(cells[i], (int) WIDTHS[i]));
        }
        sheet.rowHeight(row, LINE_HEIGHT * most);
        row++;
    }

    /** How many lines a text takes in a column of that many characters; a few are lost where words do not fit. */
    private static int lines(String text, int characters) {
        return List.of(text.split("\n", -1)).stream()
                .mapToInt(line -> 1 + Math.max(0, line.length() - 1) / Math.max(1, characters))
                .sum();
    }
}
