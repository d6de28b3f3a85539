package nl.betekenisvolmeten.indicators.formats.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Hashing;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * A delivery as JSON or JSON Lines. The columns are all the names that occur in any object, in the order in which they
 * are first seen, so the file is gone through once to see them. Where the first {@value #UNIFORM} objects all have the
 * same names, the others are taken to have no other ones: a name that comes later all the same ends the reading, with a
 * reason of its own.
 */
public record JsonDelivery(
        DeliverySource source, ReadLimits limits, Hashing hashing, List<String> columns, boolean nested)
        implements RawDelivery {

    /** After so many objects with the same names, no more are looked at to see names. */
    private static final int UNIFORM = 20_000;

    private static final int BUFFER = 1 << 16;

    /**
     * Reads a source to find its columns. Later faults are reported when its rows are read.
     *
     * @param source the source
     * @param limits how much is read
     * @param hashed whether to compute the hash of the bytes
     * @return the delivery
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if there are more columns than the limit
     */
    public static JsonDelivery open(DeliverySource source, ReadLimits limits, boolean hashed)
            throws IOException, UnreadableException {
        Hashing hashing = new Hashing(hashed);
        NamesSeen seen = new NamesSeen(limits.columns());
        try (InputStream in = hashing.of(source.open());
                JsonObjects objects = new JsonObjects(buffered(in), limits, seen.columns)) {
            boolean nested = !collect(objects, seen);
            hashing.drain(in);
            return new JsonDelivery(source, limits, hashing, seen.columns.all(), nested);
        }
    }

    private static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in, BUFFER);
    }

    /** Collects the names of columns; returns false if an object contains objects. */
    private static boolean collect(JsonObjects objects, NamesSeen seen) throws UnreadableException {
        try {
            while (!seen.areKnown() && objects.next(seen)) {
                // the names are what is asked for
            }
            return true;
        } catch (UnreadableException e) {
            if (e.reason() == Reason.TOO_MANY_COLUMNS) {
                throw e;
            }
            return e.reason() != Reason.NESTED;
        }
    }

    /**
     * Returns whether an object contains objects, so that it cannot be read as a row.
     *
     * @return true if one has, as far as could be read
     */
    public boolean isNested() {
        return nested;
    }

    @Override
    public Optional<String> sha256() {
        return hashing.sha256();
    }

    @Override
    public List<Remark> remarks() {
        return List.of();
    }

    @Override
    public List<RawTable> tables() {
        return List.of(new Table());
    }

    /** The names of all objects. */
    private static final class NamesSeen implements JsonObjects.Row {
        private final ColumnNames columns = new ColumnNames();
        private final Set<String> ofObject = new LinkedHashSet<>();
        private final int maximum;
        private int members;
        private int objects;
        private int ofFirst;
        private boolean uniform = true;

        NamesSeen(int maximum) {
            this.maximum = maximum;
        }

        /** Returns whether so many objects had the same names that others will have these too. */
        boolean areKnown() {
            return uniform && objects >= UNIFORM;
        }

        @Override
        public void start() {
            ofObject.clear();
            members = 0;
        }

        @Override
        public void value(int place, JsonParser in, JsonToken token) throws IOException, UnreadableException {
            members++;
            if (place == ColumnNames.UNKNOWN) {
                ofObject.add(JsonCells.whole(in.currentName()));
                if (columns.size() + ofObject.size() > maximum) {
                    throw new UnreadableException(Reason.TOO_MANY_COLUMNS);
                }
            }
        }

        @Override
        public void end(long number) {
            ofObject.forEach(columns::add);
            objects++;
            ofFirst = objects == 1 ? members : ofFirst;
            uniform &= members == ofFirst && columns.size() == ofFirst;
        }
    }

    /** All objects. */
    private final class Table implements RawTable {

        @Override
        public boolean isGrid() {
            return true;
        }

        @Override
        public List<RawRow> firstRows(int count) {
            List<RawRow> rows = new ArrayList<>();
            try (RowReader all = rows()) {
                Optional<RawRow> row = all.next();
                while (row.isPresent() && rows.size() < count) {
                    rows.add(row.get());
                    row = all.next();
                }
            } catch (UnreadableException e) {
                return rows;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rows;
        }

        @Override
        public RowReader rows() throws IOException {
            ColumnNames names = new ColumnNames();
            columns.forEach(names::add);
            return new JsonRows(new JsonObjects(buffered(source.open()), limits, names), names);
        }
    }
}
