package nl.betekenisvolmeten.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import org.junit.jupiter.api.Test;

class RowTakerTest {

    private static final Observation SUCCESSOR = row("41000002");
    private static final Observation PREDECESSOR = row("41000001");

    private final List<String> taken = new ArrayList<>();

    private static Observation row(String organisation) {
        return Observation.of(new String[] {organisation}, new long[0], new boolean[0]);
    }

    /** Says of each row by whom it was delivered. */
    private final class Linked implements RowTaker {
        @Override
        public void accept(Observation row) {
            accept(row, row);
        }

        @Override
        public void accept(Observation row, Observation delivered) {
            taken.add(row.code(0) + " of " + delivered.code(0));
        }
    }

    @Test
    void accept_lambda_ignoresWhoDelivered() {
        RowTaker plain = row -> taken.add(row.code(0));
        plain.accept(SUCCESSOR, PREDECESSOR);
        plain.accept(SUCCESSOR);
        assertThat(taken).containsExactly("41000002", "41000002");
    }

    @Test
    void andThen_linkedRow_bothAreToldInTurn() {
        RowTaker both = new Linked().andThen(row -> taken.add(row.code(0))).andThen(new Linked());
        both.accept(SUCCESSOR, PREDECESSOR);
        assertThat(taken).containsExactly("41000002 of 41000001", "41000002", "41000002 of 41000001");
    }

    @Test
    void andThen_plainRow_bothTakeIt() {
        RowTaker both = new Linked().andThen(new Linked());
        both.accept(SUCCESSOR);
        assertThat(taken).containsExactly("41000002 of 41000002", "41000002 of 41000002");
    }

    @Test
    void ofNothing_takesRowsAndBatches() {
        RowTaker nothing = RowTaker.ofNothing();
        nothing.accept(SUCCESSOR);
        nothing.accept(SUCCESSOR, PREDECESSOR);
        assertThat(nothing).isInstanceOf(BatchTaker.class);
    }
}
