package nl.betekenisvolmeten.indicators.formats.internal.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonGeneratorImpl;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Writes objects and records as JSON with one mapper. What has the shape of a record is written as that record, with
 * properties in snake_case and in the order of its components; what is written in another shape is a {@link JsonObject}.
 * Numbers are as {@link Numbers} writes them, and an empty {@link Optional} is null. Codes, periods and other values
 * that are one word are written as that word, constants of an enum in lower case. A file ends with a line feed, on
 * every machine; its writer stays open. Iterators and iterables are written lazily, so that a long table need not be
 * held in memory.
 */
public final class JsonFiles {

    /** No default typing: nothing that is written names a class. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .annotationIntrospector(new RecordOrder())
            .addModule(values())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private JsonFiles() {}

    private static SimpleModule values() {
        return new SimpleModule("indicators-files")
                .addSerializer(new OptionalSerializer())
                .addSerializer(OwnSerializer.number(Double.class, Numbers::text))
                .addSerializer(OwnSerializer.number(double.class, Numbers::text))
                .addSerializer(OwnSerializer.number(BigDecimal.class, Numbers::text))
                .addSerializer(OwnSerializer.number(JsonNumber.class, JsonNumber::text))
                .addSerializer(OwnSerializer.word(Enum.class, JsonFiles::word))
                .addSerializer(OwnSerializer.word(FindingCode.class, FindingCode::value))
                .addSerializer(OwnSerializer.word(ColumnName.class, ColumnName::value))
                .addSerializer(OwnSerializer.word(IndicatorId.class, IndicatorId::value))
                .addSerializer(OwnSerializer.word(AreaCode.class, AreaCode::value))
                .addSerializer(OwnSerializer.word(KvkNumber.class, KvkNumber::value))
                .addSerializer(OwnSerializer.word(FormatId.class, FormatId::toString))
                .addSerializer(OwnSerializer.word(Period.class, Period::code));
    }

    private static ObjectWriter pretty() {
        return MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES));
    }

    /**
     * Writes a value, each property on a line of its own.
     *
     * @param value a record, or a map or list of values
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(Object value, Writer out) throws IOException {
        pretty().writeValue(out, value);
        out.write('\n');
        out.flush();
    }

    /**
     * Writes an array, one element after the other, each property on a line of its own.
     *
     * @param values records
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeArray(Iterator<?> values, Writer out) throws IOException {
        try (SequenceWriter sequence = pretty().writeValuesAsArray(out)) {
            while (values.hasNext()) {
                sequence.write(values.next());
            }
        }
        out.write('\n');
        out.flush();
    }

    /**
     * Writes an array with each element on a line of its own.
     *
     * @param values records
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeLines(Iterator<?> values, Writer out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartArray();
            while (values.hasNext()) {
                json.writeRaw("\n");
                write(values.next(), json);
            }
            json.writeEndArray();
        }
        out.write('\n');
        out.flush();
    }

    /**
     * Writes a value into a document of others, whatever these chose for names, numbers and nulls.
     *
     * @param value a record
     * @param json where to; neither flushed nor closed
     * @throws IOException if writing fails
     */
    public static void write(Object value, JsonGenerator json) throws IOException {
        MAPPER.writeValue(json, value);
    }

    /** Writes a number with the digits that it has as text; a tree or bytes, which have no text, get the number itself. */
    static void writeNumber(String number, JsonGenerator json) throws IOException {
        if (json instanceof JsonGeneratorImpl) {
            json.writeNumber(number);
        } else {
            json.writeNumber(new BigDecimal(number));
        }
    }

    /** Returns the names of the properties of a record, in the order in which they are written. */
    static List<String> properties(Class<?> type) throws JsonMappingException {
        List<String> names = new ArrayList<>();
        MAPPER.getSerializerProviderInstance()
                .findValueSerializer(type)
                .properties()
                .forEachRemaining(property -> names.add(property.getName()));
        return names;
    }

    /**
     * Returns the word for a constant.
     *
     * @param constant a constant, such as {@code NOT_MET}
     * @return its name in lower case, such as {@code not_met}
     */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
