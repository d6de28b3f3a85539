package nl.betekenisvolmeten.indicators.formats.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.rows.CellSink;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/** The rows of a delivery that holds nothing but {@linkplain FlatObjects flat objects}, handed on as bytes. */
public final class FlatRows implements AutoCloseable {

    private final InputStream in;
    private final ReadLimits limits;
    private final ByteWindow window;
    private final FlatObjects objects;

    FlatRows(InputStream in, List<String> columns, ReadLimits limits) {
        this.in = in;
        this.limits = limits;
        window = new ByteWindow(in);
        objects = new FlatObjects(window, columns, limits.cellLength());
    }

    /**
     * Hands on the next row.
     *
     * @param sink takes it
     * @return false when there are no more
     * @throws IOException if the source cannot be read, or is not as it was when it was opened
     * @throws UnreadableException if the sink takes no more rows
     */
    public boolean next(CellSink sink) throws IOException, UnreadableException {
        try {
            if (!objects.next()) {
                return false;
            }
        } catch (NotFlatException e) {
            throw new IOException("the delivery is not as it was when it was opened", e);
        }
        if (objects.isOdd()) {
            sink.row(new RawRow(objects.number(), texts()));
        } else {
            sink.row(objects.number(), window.bytes, objects.from(), window.at, objects.bounds());
        }
        return true;
    }

    /**
     * The number of the row that was handed on last.
     *
     * @return the row as a spreadsheet shows it
     */
    public long number() {
        return objects.number();
    }

    private List<String> texts() throws IOException {
        int[] bounds = objects.bounds();
        String[] texts = new String[bounds.length / 2];
        for (int i = 0; i < texts.length; i++) {
            int start = bounds[2 * i];
            int length = bounds[2 * i + 1] - start;
            texts[i] = objects.isOdd(i)
                    ? decoded(start, length)
                    : new String(window.bytes, start, length, StandardCharsets.UTF_8);
        }
        return Arrays.asList(texts);
    }

    private String decoded(int start, int length) throws IOException {
        try (JsonParser value = JsonSource.parser(new ByteArrayInputStream(window.bytes, start, length), limits)) {
            return JsonObjects.text(value, value.nextToken());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
