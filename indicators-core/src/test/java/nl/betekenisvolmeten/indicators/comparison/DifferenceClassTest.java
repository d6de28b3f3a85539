package nl.betekenisvolmeten.indicators.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceClassTest {

    private static CellValue exact(String value) {
        return CellValue.of(new BigDecimal(value));
    }

    /** On the margin is within it. */
    @ParameterizedTest
    @CsvSource({
        "89.9, 100, 0.1, SMALLER",
        "90, 100, 0.1, ABOUT_EQUAL",
        "110, 100, 0.1, ABOUT_EQUAL",
        "110.1, 100, 0.1, LARGER",
        "110.1, 100, 0.2, ABOUT_EQUAL",
        "100.1, 100, 0, LARGER",
        "0, 0, 0.1, ABOUT_EQUAL",
        "1, 0, 0.1, LARGER"
    })
    void exact_byTheMargin(String own, String reference, String margin, Comparison.DifferenceClass expected) {
        assertThat(Comparison.DifferenceClass.of(exact(own), exact(reference), new BigDecimal(margin)))
                .contains(expected);
    }

    @Test
    void bounds_onlyWhereAllOfThemAgree() {
        CellValue between = CellValue.between(new BigDecimal(80), new BigDecimal(120));
        BigDecimal margin = new BigDecimal("0.1");
        assertThat(Comparison.DifferenceClass.of(between, exact("100"), margin)).isEmpty();
        assertThat(Comparison.DifferenceClass.of(between, exact("60"), margin))
                .contains(Comparison.DifferenceClass.LARGER);
        assertThat(Comparison.DifferenceClass.of(between, exact("140"), margin))
                .contains(Comparison.DifferenceClass.SMALLER);
        assertThat(Comparison.DifferenceClass.of(between, exact("100"), new BigDecimal("0.2")))
                .contains(Comparison.DifferenceClass.ABOUT_EQUAL);
        assertThat(Comparison.DifferenceClass.of(new CellValue.Missing(), exact("1"), margin))
                .isEmpty();
    }

    /** 12 of 2,000 in Oost against 45 of 10,000 in the city: 6 against 4.5, a third more, with no judgement on it. */
    @Test
    void row_hasAClassWhateverTheJudgement() {
        Comparison comparison = SmallCity.compare(
                SmallCity.plan(SmallCity.VISITS_PER_1000),
                Row.of(SmallCity.WIJK_OOST).with(SmallCity.VISITS, 12),
                Row.of(SmallCity.WIJK_WEST).with(SmallCity.VISITS, 13),
                Row.of(SmallCity.WIJK_ZUID).with(SmallCity.VISITS, 20));
        Comparison.Row oost = SmallCity.only(comparison, SmallCity.OOST);
        assertThat(oost.differenceClass()).contains(Comparison.DifferenceClass.LARGER);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(SmallCity.only(comparison, SmallCity.WEST).differenceClass())
                .contains(Comparison.DifferenceClass.ABOUT_EQUAL);
    }

    @Test
    void margin_isThatOfTheIndicator() {
        Indicator usual = SmallCity.indicator("maat", SmallCity.VISITS_PER_1000, new Indicator.Direction.NoJudgement());
        Indicator.Use wide = new Indicator.Use(Optional.of(Indicator.Level.CORE), new BigDecimal("0.5"));
        Indicator own = new Indicator(
                usual.id(),
                usual.name(),
                usual.definition(),
                usual.ambition(),
                usual.kind(),
                usual.aspect(),
                usual.unit(),
                usual.formula(),
                usual.direction(),
                usual.levels(),
                usual.periodicity(),
                usual.counting(),
                usual.basis(),
                wide);
        Comparison comparison = SmallCity.compare(
                SmallCity.plan(own),
                Row.of(SmallCity.WIJK_OOST).with(SmallCity.VISITS, 12),
                Row.of(SmallCity.WIJK_WEST).with(SmallCity.VISITS, 13),
                Row.of(SmallCity.WIJK_ZUID).with(SmallCity.VISITS, 20));
        assertThat(SmallCity.only(comparison, SmallCity.OOST).differenceClass())
                .contains(Comparison.DifferenceClass.ABOUT_EQUAL);
        Assertions.assertThatThrownBy(() -> new Indicator.Use(Optional.empty(), new BigDecimal("-0.1")))
                .hasMessageContaining("-0.1");
    }

    /** Rows of another kind are no activity of the kind asked for: Oost has 12 of them, West none. */
    @Test
    void where_onlyRowsOfTheCodesCount() {
        ComparisonPlan plan =
                SmallCity.plan(SmallCity.VISITS_PER_1000).withWhere(Map.of(SmallCity.KIND, Set.of("eten", "koffie")));
        Comparison comparison = SmallCity.compare(
                plan,
                Row.of(SmallCity.WIJK_OOST).ofKind("eten").with(SmallCity.VISITS, 12),
                Row.of(SmallCity.WIJK_OOST).ofKind("inloop").with(SmallCity.VISITS, 30),
                Row.of(SmallCity.WIJK_WEST).ofKind("inloop").with(SmallCity.VISITS, 13));
        assertThat(SmallCity.only(comparison, SmallCity.OOST).figure().numerator())
                .isEqualTo(exact("12"));
        assertThat(SmallCity.only(comparison, SmallCity.WEST).figure().numerator())
                .isEqualTo(exact("0"));
        Assertions.assertThatThrownBy(() -> plan.withWhere(Map.of(ColumnName.of("nergens"), Set.of("x"))))
                .hasMessageContaining("nergens");
    }
}
