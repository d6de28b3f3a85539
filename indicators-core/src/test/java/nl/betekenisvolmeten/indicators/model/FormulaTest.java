package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormulaTest {

    private static final Formula.Part PART = new Formula.Part(ColumnName.of("bezoeken"), Map.of());

    @Test
    void per_notAPowerOfTenUpToAMillion_isRefused() {
        for (long per : new long[] {-1, 0, 12, 99, 10_000_000, Long.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Formula.Proportion("x", per, PART, PART))
                    .withMessageContaining(Long.toString(per));
            assertThatIllegalArgumentException().isThrownBy(() -> new Formula.Rate("x", per, PART, PART));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Formula.PopulationRate("x", per, PART, Optional.empty()));
        }
        for (long per = 1; per <= Formula.MOST_PER; per *= 10) {
            assertThat(new Formula.Rate("x", per, PART, PART).per()).isEqualTo(per);
        }
    }
}
