package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import nl.betekenisvolmeten.indicators.model.Period;
import org.junit.jupiter.api.Test;

class PseudonymKeyTest {

    private static final Period FIRST = Period.ofQuarter(2026, 1);

    private static MatchedCounter.Key key(String secret) {
        return MatchedCounter.Key.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Python 3.11: hmac.new(b"0123456789abcdef", b"2026KW01\\x00Jan", "sha256").hexdigest()[:32]. */
    @Test
    void pseudonym_isTheHmacOfPeriodAndIdentity() {
        MatchedCounter.Key.Pseudonym pseudonym = key("0123456789abcdef").pseudonym("Jan", FIRST);
        assertThat(String.format("%016x%016x", pseudonym.high(), pseudonym.low()))
                .isEqualTo("152334fe508682af1c91b01b28f7fcf9");
    }

    @Test
    void pseudonym_otherPeriodOrSecret_isAnother() {
        MatchedCounter.Key.Pseudonym pseudonym = key("0123456789abcdef").pseudonym("Jan", FIRST);
        assertThat(key("0123456789abcdef").pseudonym("Jan", FIRST)).isEqualTo(pseudonym);
        assertThat(key("0123456789abcdef").pseudonym("Jan", FIRST.next())).isNotEqualTo(pseudonym);
        assertThat(key("0123456789abcdeg").pseudonym("Jan", FIRST)).isNotEqualTo(pseudonym);
    }

    @Test
    void toString_showsNothing() {
        MatchedCounter.Key key = key("0123456789abcdef");
        assertThat(key.toString() + key.pseudonym("Jan", FIRST)).isEqualTo("pseudonym keypseudonym");
    }

    @Test
    void of_shortSecret_isRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> key("short"))
                .hasMessageContaining("16 bytes: 5")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> key("0123456789abcdef").pseudonym(" ", FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("identity must not be blank: in 2026KW01");
    }
}
