package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is written is read back as the same period. */
class PeriodNotationProperties {

    @Property
    void write_anyPeriod_isReadBack(
            @ForAll Period.Notation notation,
            @ForAll PeriodKind kind,
            @ForAll @IntRange(min = 1900, max = 2999) int year,
            @ForAll @IntRange(max = 11) int index) {
        Period period = Period.of(kind, year, index % kind.perYear() + 1);
        String written = notation.write(period);
        if (notation == Period.Notation.DAY) {
            assertThat(Period.from(kind, LocalDate.parse(written))).isEqualTo(period);
        } else {
            assertThat(Period.read(written).map(Period.Read::period)).contains(period);
        }
    }

    @Example
    void write_dashed_isAsAgreed() {
        assertThat(Period.Notation.DASHED.write(Period.ofQuarter(2025, 4))).isEqualTo("2025-Q4");
        assertThat(Period.Notation.DASHED.write(Period.ofYear(2025))).isEqualTo("2025");
        assertThat(Period.Notation.DASHED.write(Period.of(PeriodKind.MONTH, 2025, 3)))
                .isEqualTo("2025-03");
        assertThat(Period.Notation.DASHED.write(Period.of(PeriodKind.HALF_YEAR, 2025, 2)))
                .isEqualTo("2025-H2");
        assertThat(Period.Notation.CODE.write(Period.ofQuarter(2025, 4))).isEqualTo("2025KW04");
    }
}
