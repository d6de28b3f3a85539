package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgreedTextTest {

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void of_period_isReadBackWithoutARemark(PeriodKind kind) {
        ColumnType.Time type = new ColumnType.Time(kind, Validity.always());
        Period period = Period.of(kind, 2026, 1);
        assertThat(AgreedText.of(type, period)).isEqualTo(period.code());
        assertThat(AgreedText.isAgreed(type, AgreedText.of(type, period))).isTrue();
    }

    @Test
    void isAgreed_otherNotationOrNoValue_isNot() {
        ColumnType.Time type = new ColumnType.Time(PeriodKind.QUARTER, Validity.always());
        assertThat(AgreedText.isAgreed(type, "2026-Q1")).isFalse();
        assertThat(AgreedText.isAgreed(type, "")).isFalse();
        assertThat(AgreedText.isAgreed(type, "ooit")).isFalse();
        assertThat(AgreedText.isAgreed(new ColumnType.Count(10), "7")).isTrue();
    }
}
