package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/**
 * A row of a table as a JSON object: a property for each column, null where CSV leaves the cell empty.
 *
 * @param <R> what the row is made of
 * @param columns the columns of the table
 * @param row the row
 */
@JsonSerialize(using = TableRow.Serializer.class)
record TableRow<R>(List<TableColumn<R>> columns, R row) {

    private void write(JsonGenerator json) throws IOException {
        for (TableColumn<R> column : columns) {
            json.writeFieldName(column.name());
            Optional<String> cell = column.text(row);
            if (cell.isEmpty()) {
                json.writeNull();
            } else if (column.isText()) {
                json.writeString(cell.get());
            } else {
                JsonFiles.writeNumber(cell.get(), json);
            }
        }
    }

    /** Writes an object, or only its properties into the object that is being written. */
    static final class Serializer extends StdSerializer<TableRow<?>> {

        private static final long serialVersionUID = 1;

        private final boolean unwrapping;

        Serializer() {
            this(false);
        }

        private Serializer(boolean unwrapping) {
            super(TableRow.class, false);
            this.unwrapping = unwrapping;
        }

        @Override
        public boolean isUnwrappingSerializer() {
            return unwrapping;
        }

        @Override
        public JsonSerializer<TableRow<?>> unwrappingSerializer(NameTransformer names) {
            return new Serializer(true);
        }

        @Override
        public void serialize(TableRow<?> row, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (unwrapping) {
                row.write(json);
            } else {
                json.writeStartObject();
                row.write(json);
                json.writeEndObject();
            }
        }
    }
}
