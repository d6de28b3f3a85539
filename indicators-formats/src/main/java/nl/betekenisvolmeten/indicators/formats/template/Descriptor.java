package nl.betekenisvolmeten.indicators.formats.template;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/**
 * A standard in which a format can be described for other people's programs. What a standard cannot say, such as a rule
 * that is no error or that compares two numbers, is left to the validator.
 */
public enum Descriptor {
    /** JSON Schema 2020-12 of a delivery: an array of rows, each an object with a property for each column. */
    JSON_SCHEMA,
    /** JSON Schema 2020-12 of one row. */
    JSON_SCHEMA_ROW,
    /** Frictionless Table Schema 2.0 of the rows as CSV. */
    TABLE_SCHEMA,
    /** Frictionless Data Package 2.0 with one CSV file. */
    DATA_PACKAGE,
    /** Metadata of CSV on the Web (W3C, 2015) of the rows as CSV. */
    CSVW;

    /**
     * Returns the descriptor of a name.
     *
     * @param code such as {@code table-schema}, in any case
     * @return the descriptor, or empty if there is none of that name
     */
    public static Optional<Descriptor> parse(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Returns the name on a command line.
     *
     * @return such as {@code table-schema}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Writes the description of a format, as JSON.
     *
     * @param format the format
     * @param language of titles and descriptions
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void write(FormatDefinition format, Language language, Writer out) throws IOException {
        JsonFiles.write(
                switch (this) {
                    case JSON_SCHEMA -> new JsonSchemas(format, language).delivery();
                    case JSON_SCHEMA_ROW -> new JsonSchemas(format, language).row();
                    case TABLE_SCHEMA -> new TableSchemas(format, language).schema();
                    case DATA_PACKAGE -> new TableSchemas(format, language).dataPackage();
                    case CSVW -> new CsvwMetadata(format, language).metadata();
                },
                out);
    }
}
