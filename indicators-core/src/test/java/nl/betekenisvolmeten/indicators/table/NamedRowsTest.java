package nl.betekenisvolmeten.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows whose columns are filled by name. */
class NamedRowsTest {

    private static final AreaCode CITY = AreaCode.of("GM0518");

    private static final AreaHierarchy AREAS = AreaHierarchy.of(
            "test", 2026, List.of(Area.of(CITY, "Den Haag"), Area.of(AreaCode.of("WK051838"), "Laakkwartier", CITY)));

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Place(ColumnName.of("wijk"), AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(ColumnName.of("periode")),
                    new Dimension.Category(ColumnName.of("leeftijdsgroep"), Set.of("67+"))),
            List.of(
                    new Measure.Flow(ColumnName.of("bezoeken"), 0),
                    new Measure.Flow(ColumnName.of("vrijwilligersuren"), 2)));

    private static CountTable.Row row() {
        return CountTable.builder(STRUCTURE).row();
    }

    private static CountTable.Row filled() {
        return row().code("organisatie", "91000011").code("wijk", "WK051838").code("periode", "2026KW01");
    }

    @Test
    void add_namedColumns_isTheObservation() {
        CountTable table = CountTable.builder(STRUCTURE)
                .row()
                .value("vrijwilligersuren", new BigDecimal("12.5"))
                .code("periode", "2026KW01")
                .code("wijk", "WK051838")
                .code("organisatie", "91000011")
                .code("leeftijdsgroep", "67+")
                .value("bezoeken", 80)
                .add()
                .row()
                .code("organisatie", "91000011")
                .code("wijk", "WK051838")
                .code("periode", "2026KW02")
                .value("bezoeken", 0)
                .add()
                .build();
        assertThat(table.observation(0))
                .isEqualTo(Observation.of(
                        new String[] {"91000011", "WK051838", "2026KW01", "67+"},
                        new long[] {80, 1250},
                        new boolean[] {true, true}));
        // a category that was not named is an empty cell, a number that was not given is not zero
        assertThat(table.observation(1))
                .isEqualTo(Observation.of(
                        new String[] {"91000011", "WK051838", "2026KW02", ""},
                        new long[] {0, 0},
                        new boolean[] {true, false}));
    }

    @ParameterizedTest
    @CsvSource({
        "straat, x, no dimension straat",
        "bezoeken, 80, no dimension bezoeken",
        "wijk, WK051839, not a code of wijk: 'WK051839'",
        "wijk, Laakkwartier, not a code of wijk: 'Laakkwartier'",
        "periode, 1e kwartaal, not a code of periode: '1e kwartaal'",
        "leeftijdsgroep, ' ', not a code of leeftijdsgroep: ' '"
    })
    void code_thatCannotBe_isMisuse(String column, String code, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row().code(column, code))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "wijk, 1, no measure wijk",
        "bezoeken, 1.5, bezoeken takes at most 0 decimals and 18 digits: 1.5",
        "vrijwilligersuren, 0.125, vrijwilligersuren takes at most 2 decimals and 18 digits: 0.125",
        "vrijwilligersuren, 1E17, vrijwilligersuren takes at most 2 decimals and 18 digits: 1E+17",
        "bezoeken, 1E-1000000000, bezoeken takes at most 0 decimals and 18 digits: 1E-1000000000",
        "bezoeken, 9300000000000000000, bezoeken takes at most 0 decimals and 18 digits: 9300000000000000000",
        "bezoeken, 1E1000000000, bezoeken takes at most 0 decimals and 18 digits: 1E+1000000000"
    })
    void value_thatDoesNotFit_isMisuse(String column, BigDecimal value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row().value(column, value))
                .withMessage(message);
    }

    @Test
    void value_decimalsThatAreZero_fit() {
        CountTable table =
                filled().value("bezoeken", new BigDecimal("80.00")).add().build();
        assertThat(table.observation(0).value(0)).hasValue(80);
    }

    @Test
    void setTwice_isMisuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filled().code("wijk", "WK051838"))
                .withMessage("code of wijk is already set: WK051838");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filled().value("bezoeken", 1).value("bezoeken", 2))
                .withMessage("value of bezoeken is already set");
    }

    @Test
    void add_withoutReporterPeriodOrArea_isMisuse() {
        assertThatIllegalStateException()
                .isThrownBy(() -> row().code("organisatie", "91000011")
                        .code("wijk", "WK051838")
                        .add())
                .withMessage("no code for periode");
    }

    @Test
    void add_twice_isMisuse() {
        CountTable.Row row = filled();
        row.add();
        assertThatIllegalStateException().isThrownBy(row::add).withMessage("row was already added");
    }
}
