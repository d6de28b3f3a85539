package nl.betekenisvolmeten.indicators.formats.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the workbook of a form of one or more sheets to fill in, with one explanation and one list of codes.
 *
 * @param title its title
 * @param subject the id of the format or account
 * @param parts the sheets to fill in
 * @param account what the parts belong to; empty for the form of one format
 * @param texts the form's own words
 */
record TemplateBook(
        String title, String subject, List<FormPart> parts, Optional<AccountDefinition> account, TemplateTexts texts) {

    /** The form of one format; what its sheet is called, the part says. */
    static TemplateBook of(FormPart part, TemplateTexts texts) {
        FormatDefinition format = part.format();
        return new TemplateBook(
                texts.of(format.title()), format.id().toString(), List.of(part), Optional.empty(), texts);
    }

    /** The form of an account, with a sheet for each part. */
    static TemplateBook of(AccountDefinition account, List<FormPart> parts, TemplateTexts texts) {
        return new TemplateBook(texts.of(account.title()), account.id().toString(), parts, Optional.of(account), texts);
    }

    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<List<String>> notes = new ArrayList<>();
        try (Workbook book = new Workbook(bytes, "indicators", "1.0")) {
            book.properties().setTitle(title);
            book.properties().setSubject(subject);
            // the forms come first: that is where a reader looks for the data
            List<Worksheet> forms =
                    parts.stream().map(part -> book.newWorksheet(part.sheet())).toList();
            GuideSheet guide = new GuideSheet(book.newWorksheet(AccountDefinition.guideSheet(texts.language())), texts);
            CodesSheet codes = new CodesSheet(book.newWorksheet(CodesSheet.NAME), texts);
            for (int i = 0; i < parts.size(); i++) {
                FormPart part = parts.get(i);
                List<Choices> choices = Choices.of(part.format(), texts.language());
                codes.write(choices, part.sheet());
                notes.add(new FormSheet(forms.get(i), part.format(), texts, part.prefilled(), choices).write(codes));
            }
            if (account.isPresent()) {
                guide.write(account.get(), parts);
            } else {
                guide.write(parts.get(0));
            }
        }
        WorkbookFinish.write(bytes.toByteArray(), notes, out);
    }
}
