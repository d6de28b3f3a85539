package nl.betekenisvolmeten.indicators.formats.internal.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;

/** The names of the columns as row 1, then a row for each object. */
final class JsonRows implements RowReader {

    private final JsonObjects objects;
    private final List<String> columns;
    private final Cells cells;
    private boolean started;

    JsonRows(JsonObjects objects, List<String> columns) {
        this.objects = objects;
        this.columns = columns;
        cells = new Cells(columns);
    }

    @Override
    public Optional<RawRow> next() throws UnreadableException {
        if (!started && !columns.isEmpty()) {
            started = true;
            return Optional.of(new RawRow(1, columns));
        }
        return objects.next(cells)
                ? Optional.of(new RawRow(objects.number(), Arrays.asList(cells.texts), List.copyOf(cells.remarks)))
                : Optional.empty();
    }

    @Override
    public void close() {
        objects.close();
    }

    /** The values of an object in the order of the columns. Most objects have the order of the one before. */
    private static final class Cells implements JsonObjects.Row {
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> columns;
        private final boolean[] given;
        private final List<Remark> remarks = new ArrayList<>();
        private String[] texts = new String[0];
        private int expected;
        private int place;

        Cells(List<String> columns) {
            this.columns = columns;
            given = new boolean[columns.size()];
            for (int i = 0; i < columns.size(); i++) {
                places.put(columns.get(i), i);
            }
        }

        @Override
        public void start() {
            texts = new String[given.length];
            Arrays.fill(texts, "");
            Arrays.fill(given, false);
            remarks.clear();
            expected = 0;
        }

        @Override
        public boolean wants(String name) {
            int found = place(name);
            if (found < 0) {
                return false;
            }
            if (given[found]) {
                remarks.add(Remark.of(Remark.Kind.COLUMN_TWICE, "column", name));
            }
            given[found] = true;
            place = found;
            return true;
        }

        @Override
        public void value(String text) {
            texts[place] = text;
        }

        /** A name that is not known stands before the rows, or after what could not be read. */
        private int place(String name) {
            if (expected < given.length && columns.get(expected).equals(name)) {
                return expected++;
            }
            int known = places.getOrDefault(name, -1);
            expected = known + 1;
            return known;
        }

        @Override
        public void end() {
            // the row is asked for
        }
    }
}
