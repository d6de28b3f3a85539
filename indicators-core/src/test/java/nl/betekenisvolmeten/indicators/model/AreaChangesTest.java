package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AreaChangesTest {

    private static final AreaCode A = AreaCode.of("WK051801");
    private static final AreaCode B = AreaCode.of("WK051802");
    private static final AreaCode C = AreaCode.of("WK051803");
    private static final AreaCode D = AreaCode.of("WK051804");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static AreaChanges changes(Map<AreaCode, Map<AreaCode, BigDecimal>> shares) {
        return new AreaChanges("oud", "nieuw", new LocalizedText("inwoners", "inhabitants"), shares);
    }

    @Test
    void sourcesOf_anAreaThatOthersJoined_hasItselfToo() {
        AreaChanges joined = changes(Map.of(A, Map.of(B, BigDecimal.ONE), B, Map.of(B, BigDecimal.ONE)));
        assertThat(joined.sourcesOf(B)).containsExactly(A, B);
        assertThat(joined.partsOf(B)).containsOnlyKeys(B);
        assertThat(joined.sourcesOf(A)).isEmpty();
    }

    @Test
    void new_sharesThatDoNotAddUp_areRefused() {
        assertThatThrownBy(() -> changes(Map.of(A, Map.of(B, HALF))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.5");
        assertThatThrownBy(() -> changes(Map.of(A, Map.of(B, BigDecimal.ONE, C, BigDecimal.ZERO))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share of WK051801 must be above 0: 0");
    }
}
