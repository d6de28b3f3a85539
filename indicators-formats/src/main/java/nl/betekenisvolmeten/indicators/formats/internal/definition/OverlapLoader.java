package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.aggregation.OverlapLedger;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** Reads what was agreed about persons in more than one part of a total. */
public final class OverlapLoader {

    private static final String PARTS = "parts";
    private static final String PERSONS = "persons";
    private static final long MAX_PERSONS = 1_000_000_000L;

    private enum Kind {
        NONE,
        WITHIN,
        SHARED,
        TOGETHER
    }

    private OverlapLoader() {}

    /** Reads an agreement. */
    public static Optional<OverlapLedger.Overlap> read(ObjectReader in) {
        Optional<String> dimension = Values.column(in, "dimension").map(ColumnName::value);
        Optional<String> series = Values.column(in, "series").map(ColumnName::value);
        Map<String, String> where = new TreeMap<>();
        if (in.has("where")) {
            in.object("where").ifPresent(inner -> where(inner, where));
        }
        Optional<OverlapLedger.Overlap.Agreement> agreement =
                in.choice("kind", Kind.class).flatMap(kind -> agreement(in, kind));
        Optional<String> basis =
                in.parsed("basis", Acceptance::checkedReason, "1.." + Acceptance.MAX_REASON + ", no_personal_data");
        return in.build(() -> new OverlapLedger.Overlap(
                dimension.orElseThrow(), series.orElseThrow(), where, agreement.orElseThrow(), basis.orElseThrow()));
    }

    private static void where(ObjectReader in, Map<String, String> where) {
        for (String name : in.names()) {
            Optional<ColumnName> column = Values.columnNamed(in, name);
            in.text(name).ifPresent(code -> column.ifPresent(known -> where.put(known.value(), code)));
        }
    }

    private static Optional<OverlapLedger.Overlap.Agreement> agreement(ObjectReader in, Kind kind) {
        return switch (kind) {
            case NONE -> parts(in).map(OverlapLedger.Overlap.None::new);
            case WITHIN -> within(in);
            case SHARED -> shared(in);
            case TOGETHER -> {
                Optional<Set<String>> parts = parts(in);
                Optional<Long> persons = in.whole(PERSONS, 0, MAX_PERSONS);
                yield in.attempt(() -> new OverlapLedger.Overlap.Together(parts.orElseThrow(), persons.orElseThrow()));
            }
        };
    }

    private static Optional<Set<String>> parts(ObjectReader in) {
        Set<String> parts = Set.copyOf(in.texts(PARTS));
        return in.attempt(() -> new OverlapLedger.Overlap.None(parts).parts());
    }

    private static Optional<OverlapLedger.Overlap.Agreement> within(ObjectReader in) {
        Optional<String> smaller = in.text("smaller");
        Optional<String> larger = in.text("larger");
        return in.attempt(() -> new OverlapLedger.Overlap.Within(smaller.orElseThrow(), larger.orElseThrow()));
    }

    private static Optional<OverlapLedger.Overlap.Agreement> shared(ObjectReader in) {
        Optional<String> left = in.text("one");
        Optional<String> right = in.text("other");
        Optional<Long> persons = in.whole(PERSONS, 0, MAX_PERSONS);
        return in.attempt(
                () -> new OverlapLedger.Overlap.Shared(left.orElseThrow(), right.orElseThrow(), persons.orElseThrow()));
    }
}
