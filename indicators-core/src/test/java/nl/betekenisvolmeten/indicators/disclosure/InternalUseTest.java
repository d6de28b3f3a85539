package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class InternalUseTest {

    @Test
    void of_withoutPurpose_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InternalUse.of(List.of(), ""))
                .withMessage("purpose must not be blank: ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InternalUse.of(List.of(), " \t"))
                .withMessage("purpose must not be blank: ' \t'");
    }

    @Test
    void toString_forALog_saysWhatForAndNoFigures() {
        InternalUse<List<Integer>> use = InternalUse.of(List.of(41), "verantwoording");

        assertThat(use.table()).containsExactly(41);
        assertThat(use.purpose()).isEqualTo("verantwoording");
        assertThat(use).hasToString("InternalUse[verantwoording]");
    }
}
