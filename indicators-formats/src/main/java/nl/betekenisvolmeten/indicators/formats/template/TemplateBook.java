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
 * @param parts the sheets to fill in
 * @param account what the parts belong to; empty for the form of one format
 * @param texts the form's own words
 */
record TemplateBook(List<FormPart> parts, Optional<AccountDefinition> account, TemplateTexts texts) {

    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<List<String>> notes = new ArrayList<>();
        try (Workbook book = new Workbook(bytes, "indicators", "1.0")) {
            FormatDefinition first = parts.get(0).format();
            book.properties()
                    .setTitle(texts.of(account.map(AccountDefinition::title).orElse(first.title())));
            book.properties()
                    .setSubject(account.map(AccountDefinition::id)
                            .orElse(first.id())
                            .toString());
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
