package nl.betekenisvolmeten.indicators.formats.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The sheet that explains: how to fill in the form, what each column means, and what often goes wrong. */
final class GuideSheet {

    private static final double[] WIDTHS = {22, 26, 11, 42, 62};
    private static final int LAST = WIDTHS.length - 1;
    private static final int NOTE_CHARACTERS = 150;
    private static final double LINE_HEIGHT = 15.5;
    private static final int STEPS = 6;
    private static final int SENTENCES = 5;

    private final Worksheet sheet;
    private final TemplateTexts texts;
    private int row;
    private boolean shaded;

    GuideSheet(Worksheet sheet, TemplateTexts texts) {
        this.sheet = sheet;
        this.texts = texts;
    }

    /** Explains a form of one sheet. */
    void write(FormPart part) {
        layOut();
        FormatDefinition format = part.format();
        head(format.title(), format.id(), format.validity(), format.provenance());
        steps(
                texts.of("guide.step.1", CodesSheet.NAME, part.sheet()),
                part.prefilled().keySet());
        form(part);
    }

    private void form(FormPart part) {
        reach(part.format());
        columns(part);
        mistakes(part.format());
    }

    /** Explains a form of several sheets: the whole, and then each part. */
    void write(AccountDefinition account, List<FormPart> parts) {
        layOut();
        head(account.title(), account.id(), account.validity(), account.provenance());
        String names = parts.stream().map(FormPart::sheet).collect(Collectors.joining(", "));
        Set<ColumnName> prefilled = new LinkedHashSet<>();
        parts.forEach(part -> prefilled.addAll(part.prefilled().keySet()));
        steps(texts.of("guide.account.step.1", names), prefilled);
        for (FormPart part : parts) {
            row++;
            FormatDefinition format = part.format();
            title(texts.of("guide.account.part", part.sheet(), texts.of(format.title())));
            note(texts.of(format.provenance().note()));
            row++;
            form(part);
        }
    }

    private void layOut() {
        for (int i = 0; i <= LAST; i++) {
            sheet.width(i, WIDTHS[i]);
        }
        sheet.hideGridLines();
        sheet.setTabColor("FF" + Styles.MIDDLE);
        Styles.landscape(sheet);
    }

    private void head(LocalizedText title, FormatId id, Validity validity, Provenance provenance) {
        title(texts.of(title));
        note(texts.of("guide.version", id.version(), words(validity), status(provenance)));
        note(texts.of(provenance.note()));
        row++;
    }

    private String words(Validity validity) {
        String from = validity.from().map(Period::code).orElse("");
        String to = validity.to().map(Period::code).orElse("");
        if (from.isEmpty() && to.isEmpty()) {
            return texts.of("guide.always");
        }
        return to.isEmpty() ? texts.of("guide.from", from) : texts.of("guide.until", from, to);
    }

    private String status(Provenance provenance) {
        return texts.of("status." + provenance.status().name().toLowerCase(Locale.ROOT));
    }

    private void steps(String first, Set<ColumnName> prefilled) {
        subtitle(texts.of("guide.steps"));
        note("1.  " + first);
        for (int step = 2; step <= STEPS; step++) {
            note(step + ".  " + texts.of("guide.step." + step, CodesSheet.NAME));
        }
        if (!prefilled.isEmpty()) {
            String names = prefilled.stream().map(ColumnName::value).collect(Collectors.joining(", "));
            note((STEPS + 1) + ".  " + texts.of("guide.prefilled", names, FormSheet.PREFILLED_ROWS));
        }
        row++;
    }

    /** Writes how to count people if the form asks for first visits, so that numbers of people add up. */
    private void reach(FormatDefinition format) {
        boolean asked = format.ruleSet().structure().measures().stream()
                .anyMatch(measure -> measure instanceof Measure.Distinct persons
                        && persons.firstIn().isPresent());
        if (asked) {
            subtitle(texts.of("guide.reach"));
            for (int sentence = 1; sentence <= SENTENCES; sentence++) {
                note(sentence + ".  " + texts.of("guide.reach." + sentence));
            }
            row++;
        }
    }

    private void columns(FormPart part) {
        subtitle(texts.of("guide.columns"));
        headings("guide.column", "guide.meaning", "guide.required", "guide.notation", "guide.agreement");
        for (Column column : part.format().columns()) {
            cells(
                    column.name().value(),
                    texts.of(column.title()),
                    column.rule().required() ? texts.of("yes") : texts.of("no"),
                    notation(column, part.prefilled().get(column.name())),
                    texts.of(column.agreement()));
        }
        row++;
    }

    private String notation(Column column, @Nullable String value) {
        return value == null ? texts.hint(column.rule().type()) : texts.of("hint.prefilled", value);
    }

    private void mistakes(FormatDefinition format) {
        subtitle(texts.of("guide.mistakes"));
        note(texts.of("guide.mistakes.note"));
        headings("guide.code", "guide.wrong", "guide.severity", "guide.where", "guide.action");
        for (Mistake mistake : Mistake.of(format, texts.language())) {
            cells(
                    mistake.verdict().code().value(),
                    mistake.title(),
                    severity(mistake.verdict().severity()),
                    mistake.where().isEmpty() ? texts.of("guide.row") : mistake.where(),
                    mistake.action());
        }
    }

    private String severity(Severity severity) {
        return texts.of("severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    private void title(String text) {
        Styles.title(sheet, row, 0);
        line(text, 24);
    }

    private void subtitle(String text) {
        Styles.subtitle(sheet, row, 0);
        line(text, 22);
    }

    private void note(String text) {
        Styles.note(sheet, row, LAST);
        line(text, LINE_HEIGHT * lines(text, NOTE_CHARACTERS));
    }

    private void line(String text, double height) {
        sheet.value(row, 0, text);
        sheet.rowHeight(row, height);
        row++;
    }

    private void headings(String... keys) {
        for (int i = 0; i < keys.length; i++) {
            sheet.value(row, i, texts.of(keys[i]));
            Styles.heading(sheet, row, i);
        }
        row++;
        shaded = false;
    }

    private void cells(String... cells) {
        int largest = 1;
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
            Styles.text(sheet, row, i, shaded);
            largest = Math.max(largest, lines(cells[i], (int) WIDTHS[i]));
        }
        sheet.rowHeight(row, LINE_HEIGHT * largest);
        row++;
        shaded = !shaded;
    }

    /**
     * Returns the number of lines that a text takes in a column of the given width; word wrapping may need a few more.
     */
    private static int lines(String text, int characters) {
        return List.of(text.split("\n", -1)).stream()
                .mapToInt(line -> 1 + Math.max(0, line.length() - 1) / Math.max(1, characters))
                .sum();
    }
}
