package nl.betekenisvolmeten.indicators.formats.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDocument;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.formats.form.FileDescription;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/**
 * Definitions as JSON, for programs, and what was found out about them: what differs between two versions, what differs
 * between two deliveries, and what a format asks.
 */
public final class JsonDefinitions {

    private JsonDefinitions() {}

    /**
     * Writes definitions as an array, to be read with {@code DefinitionReader.readInto}.
     *
     * @param documents the definitions
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(List<DefinitionDocument> documents, Writer out) throws IOException {
        out.write("[\n");
        for (int i = 0; i < documents.size(); i++) {
            out.write((i == 0 ? "" : ",\n") + documents.get(i).json().strip());
        }
        out.write("\n]\n");
        out.flush();
    }

    /**
     * Writes the description of an unknown file as a format definition, which a person must check.
     *
     * @param file the description
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(FileDescription file, Writer out) throws IOException {
        JsonFiles.write(DescriptionJson.definition(file), out);
    }

    /**
     * Writes a mapping, to be read with {@code DefinitionReader.readMapping}.
     *
     * @param mapping the mapping
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(ColumnMapping mapping, Writer out) throws IOException {
        JsonFiles.write(DescriptionJson.mapping(mapping), out);
    }

    /**
     * Writes the differences between two definitions as one object: {@code from}, {@code to}, {@code level} (null when
     * nothing differs), {@code changes} and {@code indicators}.
     *
     * @param diff the differences
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(DefinitionDiff diff, Writer out) throws IOException {
        JsonFiles.write(DiffJson.of(diff), out);
    }

    /**
     * Writes the differences between two deliveries as one object: {@code format}, {@code key}, {@code gone}, {@code
     * added}, {@code not_compared}, {@code changed}, {@code same}, {@code findings}, {@code carried}: null, or the
     * {@code source} that was carried over {@code from} an earlier version, with {@code losses}; the {@code periods} of
     * both, and {@code errors}: whether either has any.
     *
     * @param diff the differences
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(DeliveryDiff diff, Writer out) throws IOException {
        JsonFiles.write(DiffJson.of(diff), out);
    }

    /**
     * Writes what a format asks as one object: {@code format}, the number of cells for each row, {@code columns} with
     * their use, {@code without_indicator}, and {@code overlaps}; {@code delivery} is null.
     *
     * @param burden the burden of the format
     * @param overlaps the columns that it shares with other formats
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(Burden burden, List<SharedColumns> overlaps, Writer out) throws IOException {
        JsonFiles.write(BurdenJson.of(burden, null, overlaps, null), out);
    }

    /**
     * Writes what a format asks as {@link #write(Burden, List, Writer)} does, with the number of cells of a delivery.
     *
     * @param burden the burden of the format
     * @param rows the number of rows of the delivery
     * @param overlaps the columns that it shares with other formats
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(Burden burden, long rows, List<SharedColumns> overlaps, Writer out) throws IOException {
        JsonFiles.write(BurdenJson.of(burden, BurdenJson.delivery(burden, rows), overlaps, null), out);
    }

    /**
     * Writes the burden of a format as {@link #write(Burden, List, Writer)} does, with the effort of the deliveries of
     * a year.
     *
     * @param burden the burden of the format
     * @param effort the effort of its deliveries of a year
     * @param overlaps the columns that it shares with other formats
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(Burden burden, Burden.Effort effort, List<SharedColumns> overlaps, Writer out)
            throws IOException {
        JsonFiles.write(
                BurdenJson.of(burden, BurdenJson.delivery(burden, effort.rows()), overlaps, BurdenJson.of(effort)),
                out);
    }
}
