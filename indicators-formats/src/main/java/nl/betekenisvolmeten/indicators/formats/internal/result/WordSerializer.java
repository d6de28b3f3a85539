package nl.betekenisvolmeten.indicators.formats.internal.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;

/** Writes a value as one word. */
final class WordSerializer<T> extends StdSerializer<T> {

    private static final long serialVersionUID = 1;

    private final transient Function<T, String> word;

    WordSerializer(Class<T> type, Function<T, String> word) {
        super(type);
        this.word = word;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(word.apply(value));
    }
}
