package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.signal.SignalList;

/** The list of early signals as JSON. */
public final class JsonSignals {

    private JsonSignals() {}

    /**
     * Writes a list: an object with how many series were looked at and tested, what of it may be false, and in {@code rows}
     * what {@link SignalColumns#TABLE} has.
     *
     * @param list the list
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<SignalList> list, Writer out) throws IOException {
        SignalList signals = list.table();
        JsonGenerator json = JsonOut.start(out);
        json.writeStartObject();
        json.writeStringField("period", signals.latest().map(Period::code).orElse(""));
        json.writeNumberField("looked_at", signals.lookedAt());
        json.writeNumberField("tested", signals.rows().size());
        json.writeNumberField("signals", signals.signals().size());
        number(json, "false_share", signals.falseShare());
        number(json, "expected_false", signals.expectedFalse());
        number(json, "expected_false_uncorrected", signals.expectedFalseUncorrected());
        json.writeArrayFieldStart("rows");
        for (SignalList.Row row : signals.rows()) {
            write(json, row);
        }
        json.writeEndArray();
        json.writeEndObject();
        JsonOut.finish(json);
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(Numbers.text(value));
    }

    private static void write(JsonGenerator json, SignalList.Row row) throws IOException {
        json.writeStartObject();
        for (ResultColumn<SignalList.Row> column : SignalColumns.TABLE) {
            Optional<String> cell = column.cell().apply(row);
            json.writeFieldName(column.name());
            if (cell.isEmpty()) {
                json.writeNull();
            } else if (column.type() == ResultColumn.Type.TEXT) {
                json.writeString(cell.get());
            } else {
                json.writeNumber(cell.get());
            }
        }
        json.writeEndObject();
    }
}
