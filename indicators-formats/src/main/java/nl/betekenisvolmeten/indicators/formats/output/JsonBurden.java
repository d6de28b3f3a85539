package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** What a format asks, as JSON. */
public final class JsonBurden {

    private JsonBurden() {}

    /**
     * Writes one object: {@code format}, the number of cells for each row and for a delivery, {@code columns} with their
     * use, {@code withoutIndicator}, and {@code overlaps}.
     *
     * @param burden what the format asks
     * @param rows the number of rows of a delivery; empty when it is not known, and then null is written
     * @param overlaps what it shares with other formats
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(Burden burden, OptionalLong rows, List<SharedColumns> overlaps, Writer out)
            throws IOException {
        JsonGenerator json = JsonOut.start(out);
        json.writeStartObject();
        json.writeStringField("format", burden.format().toString());
        json.writeNumberField("requiredCellsPerRow", burden.requiredCells(1));
        json.writeNumberField("optionalCellsPerRow", burden.optionalCells(1));
        writeDelivery(json, burden, rows);
        json.writeArrayFieldStart("columns");
        for (Burden.Item item : burden.columns()) {
            write(json, item);
        }
        json.writeEndArray();
        names(
                json,
                "withoutIndicator",
                burden.withoutIndicator().stream().map(Burden.Item::column).toList());
        json.writeArrayFieldStart("overlaps");
        for (SharedColumns overlap : overlaps) {
            write(json, overlap);
        }
        json.writeEndArray();
        json.writeEndObject();
        JsonOut.finish(json);
    }

    private static void writeDelivery(JsonGenerator json, Burden burden, OptionalLong rows) throws IOException {
        if (rows.isEmpty()) {
            json.writeNullField("delivery");
            return;
        }
        json.writeObjectFieldStart("delivery");
        json.writeNumberField("rows", rows.getAsLong());
        json.writeNumberField("requiredCells", burden.requiredCells(rows.getAsLong()));
        json.writeNumberField("optionalCells", burden.optionalCells(rows.getAsLong()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Burden.Item item) throws IOException {
        json.writeStartObject();
        json.writeStringField("column", item.column().value());
        json.writeStringField("concept", item.concept());
        json.writeBooleanField("required", item.required());
        json.writeStringField("use", JsonOut.lower(item.use()));
        json.writeArrayFieldStart("indicators");
        for (var indicator : item.feeds()) {
            json.writeString(indicator.value());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SharedColumns overlap) throws IOException {
        json.writeStartObject();
        json.writeStringField("with", overlap.right().toString());
        json.writeArrayFieldStart("shared");
        for (SharedColumns.Shared shared : overlap.shared()) {
            json.writeStartObject();
            json.writeStringField("concept", shared.concept());
            json.writeStringField("column", shared.left().value());
            json.writeStringField("otherColumn", shared.right().value());
            json.writeStringField("likeness", JsonOut.lower(shared.likeness()));
            json.writeArrayFieldStart("differences");
            for (SharedColumns.Difference difference : shared.differences()) {
                json.writeString(JsonOut.lower(difference));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        names(json, "onlyHere", overlap.onlyLeft());
        names(json, "onlyThere", overlap.onlyRight());
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String field, List<ColumnName> columns) throws IOException {
        json.writeArrayFieldStart(field);
        for (ColumnName column : columns) {
            json.writeString(column.value());
        }
        json.writeEndArray();
    }
}
