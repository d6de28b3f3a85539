package nl.betekenisvolmeten.indicators.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;

/**
 * Hands on what can be read of rows with an error. A row whose organisation or period cannot be read is held until all rows
 * were read: it may be of any that occurs among them. Not thread-safe.
 */
final class RejectedRowFeed {

    /** With more rows held, only their number is kept. */
    private static final int MOST_HELD = 10_000;

    private final int[] dimensions;
    private final int[] measures;
    /** The dimensions that say who reports, and of when. */
    private final List<Integer> subject;

    private final Consumer<RejectedRows> to;
    private final Map<Integer, Set<String>> seen = new LinkedHashMap<>();
    private final List<RejectedRows> held = new ArrayList<>();
    private long more;

    RejectedRowFeed(RuleSet rules, Consumer<RejectedRows> to) {
        dimensions = rules.indexes(ColumnRule.Part.OfDimension.class);
        measures = rules.indexes(ColumnRule.Part.OfMeasure.class);
        this.to = to;
        subject = new ArrayList<>();
        for (OptionalInt place :
                List.of(rules.structure().reporterIndex(), rules.structure().timeIndex())) {
            place.ifPresent(subject::add);
        }
        subject.forEach(dimension -> seen.put(dimension, new LinkedHashSet<>()));
    }

    /** Remembers the organisations and periods that have rows. */
    void see(RowCells cells) {
        for (int dimension : subject) {
            if (cells.hasValue(dimensions[dimension])) {
                seen(dimension).add(cells.text(dimensions[dimension]));
            }
        }
    }

    private Set<String> seen(int dimension) {
        return seen.getOrDefault(dimension, Set.of());
    }

    /** Takes a row with an error. */
    void reject(long row, RowCells cells) {
        see(cells);
        List<Set<String>> codes =
                IntStream.of(dimensions).mapToObj(cells::codes).toList();
        List<OptionalLong> values = IntStream.of(measures)
                .mapToObj(
                        column -> cells.hasValue(column) ? OptionalLong.of(cells.number(column)) : OptionalLong.empty())
                .toList();
        take(new RejectedRows(codes, values, 1, OptionalLong.of(row)));
    }

    /** Takes a row without an error of its own, such as one whose key another row has. */
    void reject(long row, Observation read) {
        List<Set<String>> codes = IntStream.range(0, read.dimensions())
                .mapToObj(read::code)
                .map(code -> code.isEmpty() ? Set.<String>of() : Set.of(code))
                .toList();
        List<OptionalLong> values =
                IntStream.range(0, read.measures()).mapToObj(read::value).toList();
        take(new RejectedRows(codes, values, 1, OptionalLong.of(row)));
    }

    /** Accepts an unreadable row. */
    void rejectUnread(long row) {
        RejectedRows one = unread(1);
        take(new RejectedRows(one.codes(), one.values(), 1, OptionalLong.of(row)));
    }

    private RejectedRows unread(long rows) {
        return new RejectedRows(
                Collections.nCopies(dimensions.length, Set.of()),
                Collections.nCopies(measures.length, OptionalLong.empty()),
                rows,
                OptionalLong.empty());
    }

    private void take(RejectedRows rows) {
        if (subject.stream().noneMatch(dimension -> rows.codes().get(dimension).isEmpty())) {
            to.accept(rows);
        } else if (held.size() < MOST_HELD) {
            held.add(rows);
        } else {
            more++;
        }
    }

    /**
     * Passes on the rows that were held.
     *
     * @param batches the codes of a dimension that rows in batches had
     * @param whole whether all rows were read; if not, nothing is known of the rest
     */
    void finish(IntFunction<Set<String>> batches, boolean whole) {
        subject.forEach(dimension -> seen(dimension).addAll(batches.apply(dimensions[dimension])));
        held.forEach(rows -> to.accept(resolved(rows)));
        if (more > 0) {
            to.accept(resolved(unread(more)));
        }
        if (!whole) {
            to.accept(resolved(unread(0)));
        }
        held.clear();
        more = 0;
    }

    private RejectedRows resolved(RejectedRows rows) {
        RejectedRows resolved = rows;
        for (int dimension : subject) {
            if (rows.codes().get(dimension).isEmpty()) {
                resolved = resolved.withCodes(dimension, seen(dimension));
            }
        }
        return resolved;
    }
}
