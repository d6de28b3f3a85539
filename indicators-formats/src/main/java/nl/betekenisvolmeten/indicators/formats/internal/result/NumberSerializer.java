package nl.betekenisvolmeten.indicators.formats.internal.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes doubles and decimals with the digits that {@link Numbers} gives them. */
final class NumberSerializer extends StdSerializer<Number> {

    private static final long serialVersionUID = 1;

    NumberSerializer() {
        super(Number.class);
    }

    @Override
    public void serialize(Number value, JsonGenerator json, SerializerProvider provider) throws IOException {
        JsonFiles.writeNumber(
                value instanceof BigDecimal decimal ? Numbers.text(decimal) : Numbers.text(value.doubleValue()), json);
    }
}
