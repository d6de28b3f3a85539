package nl.betekenisvolmeten.indicators.formats.internal.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;

/**
 * Writes values of a type in a way of its own. No name of a class is written, also where a program asks for them: these values
 * cannot be read back.
 */
public final class OwnSerializer<T> extends StdSerializer<T> {

    private static final long serialVersionUID = 1;

    /** How a value is written. */
    private interface Way<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    private final transient Way<T> way;

    private OwnSerializer(Class<T> type, Way<T> way) {
        super(type);
        this.way = way;
    }

    /** Returns a serializer that writes a value as one word. */
    static <T> OwnSerializer<T> word(Class<T> type, Function<T, String> word) {
        return new OwnSerializer<>(type, (value, json) -> json.writeString(word.apply(value)));
    }

    /** Returns a serializer that writes a value as one number. */
    static <T> OwnSerializer<T> number(Class<T> type, Function<T, String> digits) {
        return new OwnSerializer<>(type, (value, json) -> JsonFiles.writeNumber(digits.apply(value), json));
    }

    /**
     * Returns a serializer that writes what a value is shown as with the mapper of this library.
     *
     * @param <T> the type of the values
     * @param type that type
     * @param view what a value is shown as
     * @return the serializer
     */
    public static <T> OwnSerializer<T> view(Class<T> type, Function<T, Object> view) {
        return new OwnSerializer<>(type, (value, json) -> JsonFiles.write(view.apply(value), json));
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        way.write(value, json);
    }

    @Override
    public void serializeWithType(T value, JsonGenerator json, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        serialize(value, json, provider);
    }
}
