package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What differs between two deliveries of one format, such as a first one and its correction. Rows are the same when their
 * key is, wherever they stand. Only rows without an error are set side by side; a row with an error is neither gone nor
 * new, nor is one that may be it. The rows of an earlier version are carried over to the later one first. Rows of
 * different periods are different rows. Both deliveries are held in memory.
 *
 * @param format the version that both are set side by side in
 * @param key the columns by which rows are known
 * @param gone rows of the first that the second does not have
 * @param added rows of the second that the first does not have
 * @param notCompared rows about which nothing can be said, as there is an error in them or in their counterpart
 * @param changed cells with another text, of rows that both have
 * @param same how many rows have no difference
 * @param findings for each code whose number differs, how often it was found in both
 * @param carried the delivery that is of an earlier version; empty when both are of one version
 * @param periods what the rows of both are about
 * @param errors whether either delivery has an error
 */
public record DeliveryDiff(
        FormatId format,
        List<ColumnName> key,
        List<Row> gone,
        List<Row> added,
        List<NotCompared> notCompared,
        List<Cell> changed,
        long same,
        Map<FindingCode, Counts> findings,
        Optional<Carried> carried,
        Periods periods,
        boolean errors) {

    public DeliveryDiff {
        key = List.copyOf(key);
        gone = List.copyOf(gone);
        added = List.copyOf(added);
        notCompared = List.copyOf(notCompared);
        changed = List.copyOf(changed);
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
    }

    /**
     * A delivery whose rows were carried over to a later version.
     *
     * @param source its name
     * @param from the version that it is of
     * @param losses what was lost on the way
     */
    public record Carried(String source, FormatId from, Findings losses) {}

    /**
     * A row of one of the two.
     *
     * @param number the row as a spreadsheet shows it
     * @param key its codes
     */
    public record Row(long number, List<String> key) {}

    /** Why nothing can be said of a row. */
    public enum Reason {
        /** There is an error in the row of the first delivery. */
        BEFORE_WRONG,
        /** There is an error in the row of the second delivery. */
        AFTER_WRONG,
        /** There is an error in both rows. */
        BOTH_WRONG,
        /** The first delivery has rows whose key could not be read: one of those may be this one. */
        BEFORE_UNREAD,
        /** The second delivery has rows whose key could not be read: one of those may be this one. */
        AFTER_UNREAD
    }

    /**
     * A row that is neither the same nor changed, gone or new.
     *
     * @param before the row in the first delivery; empty where it is not seen there
     * @param after the row in the second delivery; empty where it is not seen there
     * @param key its codes; none where they cannot be read
     * @param reason why nothing can be said of it
     */
    public record NotCompared(OptionalLong before, OptionalLong after, List<String> key, Reason reason) {

        public NotCompared {
            key = List.copyOf(key);
        }
    }

    /**
     * The periods of the rows that could be read.
     *
     * @param before of the first delivery, as its rows write them
     * @param after of the second delivery
     */
    public record Periods(List<String> before, List<String> after) {

        public Periods {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /**
         * Returns whether the deliveries are about different periods, so that no row of the one can be one of the other.
         *
         * @return true if both have periods and none in common
         */
        public boolean apart() {
            return !before.isEmpty() && !after.isEmpty() && Collections.disjoint(before, after);
        }
    }

    /**
     * A cell that differs.
     *
     * @param row the row in the second delivery
     * @param key its codes
     * @param column the column
     * @param before its text in the first; empty where the cell was
     * @param after its text in the second; empty where the cell is
     */
    public record Cell(long row, List<String> key, ColumnName column, String before, String after) {}

    /**
     * How often a code was found.
     *
     * @param before in the first delivery
     * @param after in the second
     */
    public record Counts(long before, long after) {}

    /**
     * Compares two deliveries.
     *
     * @param reader reads both
     * @param before the first
     * @param after the second
     * @return the differences
     * @throws IllegalArgumentException if they are not of one format, or no steps lead from the earlier version to the
     *     later one
     */
    public static DeliveryDiff between(DeliveryReader reader, DeliverySource before, DeliverySource after) {
        OpenedDelivery earlier = reader.open(before);
        OpenedDelivery later = reader.open(after);
        FormatDefinition format = Stream.of(earlier, later)
                .flatMap(delivery -> delivery.format().stream())
                .max(Comparator.comparing(FormatDefinition::id))
                .orElseThrow(() -> notOfOneFormat(before, after));
        // both are known before the rows of either are read
        Optional<MigrationPlan> first = plan(earlier, format);
        Optional<MigrationPlan> second = plan(later, format);
        if (first.isEmpty() || second.isEmpty()) {
            throw notOfOneFormat(before, after);
        }
        return of(new DiffSide(earlier, first.get()), new DiffSide(later, second.get()), format);
    }

    private static DeliveryDiff of(DiffSide before, DiffSide after, FormatDefinition format) {
        List<Cell> changed = cellsChanged(before, after, format);
        long touched = changed.stream().map(Cell::key).distinct().count();
        long both = before.keys().stream().filter(after.keys()::contains).count();
        return new DeliveryDiff(
                format.id(),
                before.keyNames,
                rowsWithout(before, after),
                rowsWithout(after, before),
                notCompared(before, after),
                changed,
                both - touched,
                counts(before.report, after.report),
                before.carried.or(() -> after.carried),
                new Periods(before.periods(), after.periods()),
                !before.report.isGood() || !after.report.isGood());
    }

    /** Returns the rows that are known to be absent from the other delivery. */
    private static List<Row> rowsWithout(DiffSide own, DiffSide other) {
        return other.isComplete()
                ? unmatched(own, other)
                        .map(key -> new Row(own.number(key), key))
                        .toList()
                : List.of();
    }

    /** Returns the keys of rows that the other delivery does not have, not even with an error. */
    private static Stream<List<String>> unmatched(DiffSide own, DiffSide other) {
        return own.keys().stream()
                .filter(key -> other.row(key).isEmpty() && other.refused(key).isEmpty());
    }

    private static List<NotCompared> notCompared(DiffSide before, DiffSide after) {
        List<NotCompared> all = new ArrayList<>();
        Set<Long> paired = new HashSet<>();
        for (DiffSide.Refused row : before.refused()) {
            Optional<DiffSide.Refused> wrong =
                    counterpart(before, row, after).filter(found -> paired.add(found.number()));
            all.add(new NotCompared(
                    OptionalLong.of(row.number()),
                    wrong.map(found -> OptionalLong.of(found.number())).orElseGet(() -> goodOne(before, row, after)),
                    row.key(),
                    wrong.isPresent() ? Reason.BOTH_WRONG : Reason.BEFORE_WRONG));
        }
        after.refused().stream()
                .filter(row -> !paired.contains(row.number()))
                .forEach(row -> all.add(new NotCompared(
                        goodOne(after, row, before), OptionalLong.of(row.number()), row.key(), Reason.AFTER_WRONG)));
        uncertain(before, after)
                .forEach(key -> all.add(new NotCompared(
                        OptionalLong.of(before.number(key)), OptionalLong.empty(), key, Reason.AFTER_UNREAD)));
        uncertain(after, before)
                .forEach(key -> all.add(new NotCompared(
                        OptionalLong.empty(), OptionalLong.of(after.number(key)), key, Reason.BEFORE_UNREAD)));
        return all;
    }

    /** Returns the row with an error that has the same key, unless a good row with this key is already compared. */
    private static Optional<DiffSide.Refused> counterpart(DiffSide own, DiffSide.Refused row, DiffSide other) {
        return row.key().isEmpty() || own.row(row.key()).isPresent() ? Optional.empty() : other.refused(row.key());
    }

    /** Returns the number of the good row with the same key, unless it is already compared with a good row. */
    private static OptionalLong goodOne(DiffSide own, DiffSide.Refused row, DiffSide other) {
        return own.row(row.key()).isPresent() || other.row(row.key()).isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(other.number(row.key()));
    }

    /** Returns the keys of rows that may be among the rows whose key could not be read in the other delivery. */
    private static Stream<List<String>> uncertain(DiffSide own, DiffSide other) {
        return other.isComplete() ? Stream.empty() : unmatched(own, other);
    }

    private static List<Cell> cellsChanged(DiffSide before, DiffSide after, FormatDefinition format) {
        List<Cell> cells = new ArrayList<>();
        for (List<String> key : before.keys()) {
            after.row(key).ifPresent(row -> {
                List<String> own = before.row(key).orElseThrow().texts();
                List<String> others = row.texts();
                IntStream.range(0, own.size())
                        .filter(i -> !own.get(i).equals(others.get(i)))
                        .forEach(i -> cells.add(new Cell(
                                row.number(), key, format.columns().get(i).name(), own.get(i), others.get(i))));
            });
        }
        return cells;
    }

    private static Optional<MigrationPlan> plan(OpenedDelivery from, FormatDefinition to) {
        return from.format().flatMap(known -> MigrationPlan.between(known, to));
    }

    private static IllegalArgumentException notOfOneFormat(DeliverySource before, DeliverySource after) {
        return new IllegalArgumentException(before.name() + " and " + after.name()
                + " are not of one version of a format, and no steps lead from the one to the other");
    }

    private static Map<FindingCode, Counts> counts(DeliveryReport before, DeliveryReport after) {
        Map<FindingCode, Counts> counts = new TreeMap<>();
        before.findings().countByCode().forEach((code, n) -> counts.put(code, new Counts(n, 0)));
        after.findings()
                .countByCode()
                .forEach((code, n) -> counts.merge(
                        code, new Counts(0, n), (first, second) -> new Counts(first.before(), second.after())));
        counts.values().removeIf(both -> both.before() == both.after());
        return counts;
    }
}
