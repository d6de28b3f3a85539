package nl.betekenisvolmeten.indicators.formats.internal.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.internal.rows.NumberText;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;

/**
 * Rows as JSON in UTF-8, an object on a line, with a value for each column; an empty cell is null. JSON that goes through
 * a spreadsheet is not made harmless here: nothing runs in a text of JSON.
 */
public final class JsonRowWriter implements RowWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Set<String> numbers;
    private final boolean array;
    private List<String> columns = List.of();
    private boolean started;

    private JsonRowWriter(JsonGenerator json, Set<String> numbers, boolean array) {
        this.json = json;
        this.numbers = numbers;
        this.array = array;
    }

    /**
     * Returns a writer of an array.
     *
     * @param out the destination; closed with the writer
     * @param numbers the names of the columns that hold numbers
     * @return the writer
     */
    public static JsonRowWriter array(OutputStream out, Set<String> numbers) {
        return new JsonRowWriter(generator(out), Set.copyOf(numbers), true);
    }

    /**
     * Returns a writer of JSON Lines.
     *
     * @param out the destination; closed with the writer
     * @param numbers the names of the columns that hold numbers
     * @return the writer
     */
    public static JsonRowWriter lines(OutputStream out, Set<String> numbers) {
        return new JsonRowWriter(generator(out), Set.copyOf(numbers), false);
    }

    private static JsonGenerator generator(OutputStream out) {
        try {
            JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8);
            return json.setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void header(List<String> names) throws IOException {
        columns = List.copyOf(names);
        if (Set.copyOf(names).size() < names.size()) {
            throw new IllegalArgumentException("a column appears twice: " + names);
        }
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        if (array) {
            json.writeRaw(started ? ",\n" : "[\n");
        }
        started = true;
        json.writeStartObject();
        for (int i = 0; i < cells.size(); i++) {
            json.writeFieldName(columns.get(i));
            write(columns.get(i), cells.get(i));
        }
        json.writeEndObject();
        if (!array) {
            json.writeRaw('\n');
        }
    }

    private void write(String column, String text) throws IOException {
        Optional<BigDecimal> number = numbers.contains(column) ? NumberText.exact(text) : Optional.empty();
        if (text.isEmpty()) {
            json.writeNull();
        } else if (number.isPresent()) {
            json.writeNumber(number.get());
        } else {
            json.writeString(text);
        }
    }

    @Override
    public void close() throws IOException {
        if (array) {
            json.writeRaw(started ? "\n]\n" : "[]\n");
        }
        json.close();
    }
}
