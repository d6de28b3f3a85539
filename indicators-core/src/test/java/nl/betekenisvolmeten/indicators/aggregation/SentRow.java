package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/**
 * A row as it is, and what came in of it.
 *
 * @param codesRead which codes can be read; all of them where the row was accepted
 * @param valuesRead which numbers can be read
 */
record SentRow(Observation truth, boolean accepted, boolean[] codesRead, boolean[] valuesRead) {

    /** Returns a row that was accepted or rejected, and of which some cells are empty or cannot be read, by chance. */
    static SentRow of(Observation truth, double rejected, double unread, Random random) {
        boolean accepted = random.nextDouble() >= rejected;
        boolean[] codesRead = new boolean[truth.dimensions()];
        Arrays.fill(codesRead, true);
        for (int d = 0; d < codesRead.length && !accepted; d++) {
            codesRead[d] = random.nextInt(3) > 0;
        }
        boolean[] valuesRead = new boolean[truth.measures()];
        for (int m = 0; m < valuesRead.length; m++) {
            valuesRead[m] = truth.isKnown(m) && random.nextDouble() >= unread;
        }
        return new SentRow(truth, accepted, codesRead, valuesRead);
    }

    Observation received() {
        long[] values = new long[valuesRead.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = valuesRead[i] ? truth.value(i).orElseThrow() : 0;
        }
        return Observation.of(codes(), values, valuesRead);
    }

    private String[] codes() {
        return IntStream.range(0, codesRead.length).mapToObj(truth::code).toArray(String[]::new);
    }

    RejectedRows rejected() {
        List<Set<String>> codes = new ArrayList<>();
        List<OptionalLong> values = new ArrayList<>();
        for (int i = 0; i < codesRead.length; i++) {
            codes.add(codesRead[i] ? Set.copyOf(PossibleCodes.of(truth.code(i))) : Set.of());
        }
        for (int i = 0; i < valuesRead.length; i++) {
            values.add(valuesRead[i] ? truth.value(i) : OptionalLong.empty());
        }
        return new RejectedRows(codes, values, 1, OptionalLong.empty());
    }

    boolean hasEmptyCell() {
        return accepted && IntStream.range(0, valuesRead.length).anyMatch(i -> !valuesRead[i]);
    }

    /** The same row under another name of who reports, which is its first code. */
    static Observation renamed(Observation row, UnaryOperator<String> name) {
        String[] codes =
                IntStream.range(0, row.dimensions()).mapToObj(row::code).toArray(String[]::new);
        codes[0] = name.apply(codes[0]);
        return Observation.of(codes, values(row, 0), known(row));
    }

    private static long[] values(Observation row, long more) {
        return IntStream.range(0, row.measures())
                .mapToLong(i -> row.value(i).orElse(-more) + more)
                .toArray();
    }

    private static boolean[] known(Observation row) {
        boolean[] known = new boolean[row.measures()];
        for (int i = 0; i < known.length; i++) {
            known[i] = row.isKnown(i);
        }
        return known;
    }

    /** Hands over what came in, with numbers that are wrong by so much. */
    void handTo(RowTaker taker, UnaryOperator<String> name, long wrong) {
        if (accepted) {
            Observation row = received();
            Observation delivered = Observation.of(codes(), values(row, wrong), known(row));
            taker.accept(renamed(delivered, name), delivered);
            return;
        }
        RejectedRows rows = rejected();
        taker.acceptRejected(
                rows.withCodes(0, rows.codes().get(0).stream().map(name).collect(Collectors.toSet())));
    }

    void handTo(RowTaker taker) {
        handTo(taker, name -> name, 0);
    }
}
