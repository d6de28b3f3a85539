package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.CellValue;
import org.junit.jupiter.api.Test;

/** If there are several reasons why a total has no number, the most serious one counts. */
class TotalsTest {

    private static final CellValue REFUSED = new CellValue.NotDefined(CellValue.Reason.INCOMPLETE);
    private static final CellValue OTHER_REFUSED = new CellValue.NotDefined(CellValue.Reason.CONTRADICTION);
    private static final CellValue HIDDEN = new CellValue.Suppressed();
    private static final CellValue MISSING = new CellValue.Missing();
    private static final CellValue FIVE = CellValue.of(5);

    @Test
    void whyNone_severalReasons_ranksRefusedBeforeHiddenBeforeMissing() {
        assertThat(Totals.whyNone(List.of(FIVE, MISSING, HIDDEN, REFUSED))).contains(REFUSED);
        assertThat(Totals.whyNone(List.of(REFUSED, HIDDEN, MISSING, FIVE))).contains(REFUSED);
        assertThat(Totals.whyNone(List.of(MISSING, FIVE, HIDDEN))).contains(HIDDEN);
        assertThat(Totals.whyNone(List.of(HIDDEN, MISSING))).contains(HIDDEN);
        assertThat(Totals.whyNone(List.of(FIVE, MISSING))).contains(MISSING);
    }

    @Test
    void whyNone_equallySeriousReasons_returnsTheFirst() {
        assertThat(Totals.whyNone(List.of(OTHER_REFUSED, REFUSED))).contains(OTHER_REFUSED);
    }

    @Test
    void whyNone_numbersOnly_isEmpty() {
        assertThat(Totals.whyNone(List.of(FIVE, CellValue.of(0)))).isEmpty();
        assertThat(Totals.whyNone(List.of())).isEmpty();
    }
}
