package nl.betekenisvolmeten.indicators.formats.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the workbook of a form. */
final class TemplateBook {

    private final FormatDefinition format;
    private final TemplateTexts texts;
    private final Map<ColumnName, String> prefilled;

    TemplateBook(FormatDefinition format, Language language, Map<ColumnName, String> prefilled) {
        this.format = format;
        texts = new TemplateTexts(language);
        this.prefilled = prefilled;
    }

    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> notes;
        try (Workbook book = new Workbook(bytes, "indicators", "1.0")) {
            book.properties().setTitle(texts.of(format.title()));
            book.properties().setSubject(format.id().toString());
            // the form comes first: that is where a reader looks for the data
            Worksheet form = book.newWorksheet(texts.of("sheet.form"));
            Worksheet guide = book.newWorksheet(texts.of("sheet.guide"));
            Worksheet list = book.newWorksheet(CodesSheet.NAME);
            List<Choices> choices = Choices.of(format, texts.language());
            CodesSheet codes = new CodesSheet(list, texts);
            codes.write(choices);
            notes = new FormSheet(form, format, texts, prefilled, choices).write(codes);
            new GuideSheet(guide, format, texts, prefilled).write();
        }
        WorkbookFinish.write(bytes.toByteArray(), notes, out);
    }
}
