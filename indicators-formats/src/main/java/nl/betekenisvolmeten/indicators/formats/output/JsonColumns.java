package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rows of a file of results as JSON objects: what CSV leaves empty is null. */
final class JsonColumns {

    private JsonColumns() {}

    static <R> void write(JsonGenerator json, String name, List<ResultColumn<R>> columns, List<R> rows)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (R row : rows) {
            json.writeStartObject();
            for (ResultColumn<R> column : columns) {
                json.writeFieldName(column.name());
                write(json, column.type(), column.cell().apply(row));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ResultColumn.Type type, Optional<String> cell) throws IOException {
        if (cell.isEmpty()) {
            json.writeNull();
        } else if (type == ResultColumn.Type.TEXT) {
            json.writeString(cell.get());
        } else {
            json.writeNumber(cell.get());
        }
    }
}
