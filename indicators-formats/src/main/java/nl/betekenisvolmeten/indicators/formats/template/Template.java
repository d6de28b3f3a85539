package nl.betekenisvolmeten.indicators.formats.template;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/**
 * An empty form of a format, to be filled in by a person. All that is in it comes from the format's definition. What is
 * filled in with the values that it offers is read without a finding. Immutable.
 *
 * <p>The workbook has three sheets: the form itself, with its header on the first row; an explanation; and the codes
 * with their names. The same form gives the same bytes each time.
 */
public final class Template {

    private final FormatDefinition format;
    private final Language language;
    private final Map<ColumnName, String> prefilled;

    private Template(FormatDefinition format, Language language, Map<ColumnName, String> prefilled) {
        this.format = format;
        this.language = language;
        this.prefilled = prefilled;
    }

    /**
     * Returns the form of a format, with its explanation in Dutch and nothing filled in.
     *
     * @param format the format
     * @return the form
     */
    public static Template of(FormatDefinition format) {
        return new Template(format.onForm(), Language.NL, Map.of());
    }

    /**
     * Returns a copy of this form with its explanation in another language. Names of columns and codes stay as they are.
     *
     * @param newLanguage of the explanation
     * @return the form
     */
    public Template withLanguage(Language newLanguage) {
        return new Template(format, newLanguage, prefilled);
    }

    /**
     * Returns a copy of this form with a column that is the same in every row: it is filled in as soon as something
     * else of a row is.
     *
     * @param column the column
     * @param text its value, in any notation that the format reads
     * @return the form
     * @throws IllegalArgumentException if the format has no such column or it cannot hold the value
     */
    public Template withPrefilled(ColumnName column, String text) {
        Column known = format.column(column)
                .orElseThrow(() -> new IllegalArgumentException("no column " + column + " in " + format.id()));
        if (!(known.rule().type().read(text) instanceof CellResult.Value value)) {
            throw new IllegalArgumentException("column " + column + " cannot hold '" + text + "'");
        }
        Map<ColumnName, String> more = new LinkedHashMap<>(prefilled);
        more.put(column, known.rule().type().agreed(value.text()));
        return new Template(format, language, Collections.unmodifiableMap(more));
    }

    /**
     * Writes the form as a workbook (XLSX).
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void writeWorkbook(OutputStream out) throws IOException {
        TemplateTexts texts = new TemplateTexts(language);
        new TemplateBook(List.of(part(texts.of("sheet.form"))), Optional.empty(), texts).write(out);
    }

    /** Returns this form as a sheet of a workbook. */
    FormPart part(String sheet) {
        return new FormPart(sheet, format, prefilled);
    }

    /**
     * Writes the form as CSV: the header, and where something is filled in beforehand a first row with it.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void writeCsv(Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .build(out);
        csv.writeRecord(format.header());
        if (!prefilled.isEmpty()) {
            csv.writeRecord(format.columns().stream()
                    .map(column -> SpreadsheetFormula.harmless(prefilled.getOrDefault(column.name(), "")))
                    .toArray(String[]::new));
        }
        csv.flush();
    }
}
