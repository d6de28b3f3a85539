package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.table.Figure;
import org.junit.jupiter.api.Test;

/** Computes figures of an indicator from the totals of the parts of its formula. */
class SeriesTest {

    private static final ColumnName YOUNG = ColumnName.of("jongeren");
    private static final Formula.Part PERSONS = new Formula.Part(World.PERSONS, Map.of());
    private static final Formula.Part VISITS = new Formula.Part(World.VISITS, Map.of(YOUNG, Set.of("ja")));
    private static final Figure NOTHING = Figure.of(new CellValue.Missing(), 0, 0);

    private static Indicator indicator(Formula formula) {
        return SmallCity.indicator("bezoeken", formula, new Indicator.Direction.NoJudgement(), AreaLevel.WIJK);
    }

    private static Figure figure(long value) {
        return Figure.of(CellValue.of(value), 2, 1);
    }

    private static Figure figure(Formula formula, Figure... totals) {
        return Series.figure(indicator(formula), List.of(totals), rate -> CellValue.of(1_000));
    }

    @Test
    void of_aFormula_returnsATotalForEachPart() {
        assertThat(Series.of(indicator(new Formula.Rate("test", Per.ONE, VISITS, PERSONS))))
                .containsExactly(
                        new Series.Total("bezoeken/0", World.VISITS, Selection.of(Map.of(YOUNG, Set.of("ja")))),
                        new Series.Total("bezoeken/1", World.PERSONS, Selection.all()));
    }

    @Test
    void figure_withoutRows_aTotalIsZeroAndAMeanIsMissing() {
        assertThat(figure(new Formula.Total("test", PERSONS), NOTHING).value()).isEqualTo(CellValue.of(0));
        Figure empty = Figure.of(new CellValue.Missing(), 0, 1);
        assertThat(figure(new Formula.Total("test", PERSONS), empty)).isEqualTo(empty);
        assertThat(figure(new Formula.Mean("test", World.VISITS, World.PERSONS), NOTHING))
                .isEqualTo(NOTHING);
    }

    @Test
    void figure_ofARate_isTheQuotientOfItsParts() {
        Figure rate = figure(new Formula.Rate("test", Per.ONE, VISITS, PERSONS), figure(30), figure(12));
        assertThat(rate.value().exact().orElseThrow()).isEqualByComparingTo(new BigDecimal("2.5"));
        assertThat(rate.numerator()).contains(CellValue.of(30));
        assertThat(rate.denominator()).contains(CellValue.of(12));
        assertThat(rate.cellsKnown()).isEqualTo(4);
        assertThat(rate.cellsMissing()).isEqualTo(2);
    }

    @Test
    void figure_perInhabitants_isDividedByTheInhabitants() {
        Figure rate = figure(new Formula.PopulationRate("test", Per.HUNDRED, PERSONS, Optional.empty()), figure(30));
        assertThat(rate.value().exact().orElseThrow()).isEqualByComparingTo(BigDecimal.valueOf(3));
    }

    @Test
    void figure_ofAPartLargerThanItsWhole_hasNoValue() {
        Formula share = new Formula.Proportion("test", Per.HUNDRED, VISITS, PERSONS);
        assertThat(figure(share, figure(3), figure(12)).value().exact().orElseThrow())
                .isEqualByComparingTo(BigDecimal.valueOf(25));
        assertThat(figure(share, figure(13), figure(12)).value())
                .isEqualTo(new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR));
    }
}
