package nl.betekenisvolmeten.indicators.formats.internal.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * are first seen, so the file is gone through once to see them.
 */
public final class JsonDelivery implements RawDelivery {

    private static final int BUFFER = 1 << 16;

    private final DeliverySource source;
    private final ReadLimits limits;
    private final Optional<String> sha256;
    private final List<String> columns;
    private final boolean nested;
    private final boolean flat;

    private JsonDelivery(
            DeliverySource source,
            ReadLimits limits,
            Optional<String> sha256,
            List<String> columns,
            boolean nested,
            boolean flat) {
        this.flat = flat;
        this.source = source;
        this.limits = limits;
        this.sha256 = sha256;
        this.columns = columns;
        this.nested = nested;
    }

    /**
     * Goes through a source once to see its columns. What is wrong with it further on is told when its rows are read.
     *
     * @param source the source
     * @param limits how much is read
     * @param hashed whether the hash of the bytes is asked for
     * @return the delivery
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if there are more columns than the limit
     */
    public static JsonDelivery open(DeliverySource source, ReadLimits limits, boolean hashed)
            throws IOException, UnreadableException {
        Optional<JsonDelivery> flat = openFlat(source, limits, hashed);
        return flat.isPresent() ? flat.get() : openAny(source, limits, hashed);
    }

    /** Most deliveries are rows of plain objects: seeing that they are takes less time than reading them as any JSON. */
    private static Optional<JsonDelivery> openFlat(DeliverySource source, ReadLimits limits, boolean hashed)
            throws IOException {
        Hashing hashing = new Hashing(hashed);
        try (InputStream in = hashing.of(source.open())) {
            FlatObjects objects = new FlatObjects(new ByteWindow(in), limits.columns(), limits.cellLength());
            while (objects.next()) {
                // the names are what is asked for
            }
            return Optional.of(new JsonDelivery(source, limits, hashing.sha256(), objects.names(), false, true));
        } catch (NotFlatException e) {
            return Optional.empty();
        }
    }

    private static JsonDelivery openAny(DeliverySource source, ReadLimits limits, boolean hashed)
            throws IOException, UnreadableException {
        Hashing hashing = new Hashing(hashed);
        Names names = new Names(limits.columns());
        boolean nested;
        try (InputStream in = hashing.of(source.open())) {
            InputStream buffered = new BufferedInputStream(in, BUFFER);
            try (JsonObjects objects = new JsonObjects(JsonSource.parser(Unclosed.of(buffered), limits))) {
                nested = !collect(objects, names);
            }
            buffered.transferTo(OutputStream.nullOutputStream());
        }
        return new JsonDelivery(source, limits, hashing.sha256(), List.copyOf(names.all), nested, false);
    }

    /** False when an object has objects in it. */
    private static boolean collect(JsonObjects objects, Names names) throws UnreadableException {
        try {
            while (objects.next(names)) {
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
     * Whether an object has objects in it, so that it is no row as it stands.
     *
     * @return true if one has, as far as could be read
     */
    public boolean isNested() {
        return nested;
    }

    /**
     * The rows as bytes, without the header, where the delivery holds plain objects only.
     *
     * @return the rows, to be closed; empty when they have to be read one by one
     * @throws IOException if the source cannot be read
     */
    public Optional<FlatRows> flatRows() throws IOException {
        return flat ? Optional.of(new FlatRows(source.open(), columns, limits)) : Optional.empty();
    }

    @Override
    public Optional<String> sha256() {
        return sha256;
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
    private static final class Names implements JsonObjects.Row {
        private final Set<String> all = new LinkedHashSet<>();
        private final List<String> ofObject = new ArrayList<>();
        private final int maximum;

        Names(int maximum) {
            this.maximum = maximum;
        }

        @Override
        public void start() {
            ofObject.clear();
        }

        @Override
        public boolean wants(String name) throws UnreadableException {
            if (!all.contains(name)) {
                ofObject.add(name);
                if (all.size() + ofObject.size() > maximum) {
                    throw new UnreadableException(Reason.TOO_MANY_COLUMNS);
                }
            }
            return false;
        }

        @Override
        public void value(String text) {
            throw new IllegalStateException("no value was asked for");
        }

        @Override
        public void end() {
            all.addAll(ofObject);
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
            return new JsonRows(new JsonObjects(JsonSource.parser(source.open(), limits)), columns);
        }
    }
}
