package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayCellsTest {

    private static final ColumnType IN_2026 =
            new ColumnType.Day(Validity.between(Period.ofQuarter(2026, 1), Period.ofQuarter(2026, 4)));

    private static CellResult.Value value(String text, CellResult.Notation notation) {
        return new CellResult.Value(text, 0, notation);
    }

    @Test
    void day_iso_isTheAgreedNotation() {
        assertThat(IN_2026.read("2026-02-28")).isEqualTo(value("2026-02-28", CellResult.Notation.AGREED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "28-2-2026",
                "28/02/2026",
                "28.2.2026",
                " 2026-2-28 ",
                "2026-02-28T14:30",
                "2026-02-28 00:00:00",
                "28-2-2026 9:05"
            })
    void day_asPeopleWriteIt_isReadWithAnotherNotation(String text) {
        assertThat(IN_2026.read(text)).isEqualTo(value("2026-02-28", CellResult.Notation.OTHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "28-2-26", "2025-12-31", "2027-01-01", "2-28-2026", "45000", "2026KW01", "x"})
    void day_unknownOrOutside_fails(String text) {
        CellResult.Failure failure = (CellResult.Failure) IN_2026.read(text);
        assertThat(failure.failed()).isEqualTo(RuleSet.CellCheck.PERIOD);
        assertThat(failure.arguments()).containsEntry("expected", "2026-01-31, ≥ 2026-01-01, ≤ 2026-12-31");
    }

    /** Day 46125 of a spreadsheet that counts from 30 December 1899. */
    @Test
    void day_numberOfASpreadsheet_isNotReadButSuggested() {
        CellResult.Failure failure = (CellResult.Failure) IN_2026.read("46125");
        assertThat(failure.suggestions()).containsExactly("2026-04-13");
        assertThat(((CellResult.Failure) IN_2026.read("13 april 2026")).suggestions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "04/05/2026, 2026-05-04, 2026-04-05",
        "1-12-2026, 2026-12-01, 2026-01-12",
        "3.2.2026 9:05, 2026-02-03, 2026-03-02"
    })
    void twoReadings_dayAndMonthBelow13_givesBoth(String text, String dayFirst, String monthFirst) {
        CellResult.Failure failure = DayCells.twoReadings(text).orElseThrow();
        assertThat(failure.failed()).isEqualTo(RuleSet.CellCheck.PERIOD);
        assertThat(failure.arguments())
                .containsEntry("reason", "two_readings")
                .containsEntry("day_first", dayFirst)
                .containsEntry("month_first", monthFirst);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13/4/2026", "4/13/2026", "4/4/2026", "04-4-2026", "2026-04-05", "31/2/2026", "x", ""})
    void twoReadings_clear_isEmpty(String text) {
        assertThat(DayCells.twoReadings(text)).isEmpty();
    }

    @Test
    void day_bounds_areIncluded() {
        assertThat(IN_2026.read("2026-01-01")).isInstanceOf(CellResult.Value.class);
        assertThat(IN_2026.read("2026-12-31")).isInstanceOf(CellResult.Value.class);
        assertThat(new ColumnType.Day(Validity.always()).read("1999-05-01")).isInstanceOf(CellResult.Value.class);
        assertThat(IN_2026.read(" ")).isEqualTo(CellResult.empty());
        assertThat(IN_2026.decimals()).isEmpty();
    }

    @Test
    void code_emptyCell_standsForTheCodeThatWasAgreed() {
        ColumnType type = new ColumnType.Code(Cases.VORMEN, Optional.of("GEEN"));
        assertThat(type.read("  ")).isEqualTo(value("GEEN", CellResult.Notation.AGREED));
        assertThat(type.read("KORT")).isEqualTo(value("KORT", CellResult.Notation.AGREED));
        assertThat(new ColumnType.Code(Cases.VORMEN).read("")).isEqualTo(CellResult.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType.Code(Cases.VORMEN, Optional.of("ANDERS")))
                .withMessageContaining("ANDERS");
    }
}
