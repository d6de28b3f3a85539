package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellResultTest {

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void isAgreed_periodAsWritten_isReadBackWithoutARemark(PeriodKind kind) {
        ColumnType.Time type = new ColumnType.Time(kind, Validity.always());
        Period period = Period.of(kind, 2026, 1);
        assertThat(type.notation().write(period)).isEqualTo(period.code());
        assertThat(type.read(type.notation().write(period)).isAgreed()).isTrue();
    }

    @Test
    void isAgreed_otherNotationOrNoValue_isNot() {
        ColumnType.Time type = new ColumnType.Time(PeriodKind.QUARTER, Validity.always());
        assertThat(type.read("2026-Q1").isAgreed()).isFalse();
        assertThat(type.read("").isAgreed()).isFalse();
        assertThat(type.read("ooit").isAgreed()).isFalse();
        assertThat(new ColumnType.Count(10).read("7").isAgreed()).isTrue();
    }
}
