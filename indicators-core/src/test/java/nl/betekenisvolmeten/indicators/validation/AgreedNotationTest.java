package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import org.junit.jupiter.api.Test;

/** A format may agree on another notation of periods than the CBS code; the value stays the code. */
class AgreedNotationTest {

    private static final Period QUARTER = Period.ofQuarter(2025, 4);
    private static final ColumnType.Time DASHED =
            new ColumnType.Time(PeriodKind.QUARTER, Validity.between(QUARTER, QUARTER), Period.Notation.DASHED);

    @Test
    void read_agreedNotation_passesAndIsTheCode() {
        assertThat(DASHED.read("2025-Q4")).isEqualTo(new CellResult.Value("2025KW04", 0, CellResult.Notation.AGREED));
        assertThat(DASHED.agreed("2025KW04")).isEqualTo("2025-Q4");
    }

    @Test
    void read_anotherNotation_isReadWithAFinding() {
        assertThat(DASHED.read("2025KW04")).isEqualTo(new CellResult.Value("2025KW04", 0, CellResult.Notation.OTHER));
        assertThat(DASHED.read(" 2025-Q4")).isEqualTo(new CellResult.Value("2025KW04", 0, CellResult.Notation.OTHER));
    }

    @Test
    void read_anotherPeriod_saysWhatIsExpectedInTheAgreedNotation() {
        assertThat(((CellResult.Failure) DASHED.read("2025-Q3")).arguments())
                .isEqualTo(Map.of("expected", "2025-Q4", "reason", "early", "limit", "2025-Q4"));
        ColumnType.Time since =
                new ColumnType.Time(PeriodKind.QUARTER, Validity.since(QUARTER), Period.Notation.DASHED);
        assertThat(((CellResult.Failure) since.read("x")).arguments())
                .containsEntry("expected", "≥ 2025-Q4")
                .containsEntry("example", "2026-Q1");
    }

    @Test
    void agreed_otherColumns_isTheTextItself() {
        assertThat(new ColumnType.Count(10).agreed("2025KW04")).isEqualTo("2025KW04");
        assertThat(new ColumnType.Time(PeriodKind.QUARTER, Validity.always()).agreed("2025KW04"))
                .isEqualTo("2025KW04");
        assertThat(DASHED.agreed("")).isEmpty();
    }
}
