package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Figure;
import org.junit.jupiter.api.Test;

/** What the totals of an indicator's formula make, with 50 old among 200 persons in two or more cells each. */
class SeriesTest {

    private static final LocalizedText TEXT = LocalizedText.of("tekst", "text");
    private static final Formula.Part OLD = new Formula.Part(World.PERSONS, Map.of(World.AGE, Set.of("67+")));
    private static final Formula.Part ALL = new Formula.Part(World.PERSONS, Map.of());
    private static final Figure FIFTY = Figure.of(CellValue.of(50), 2, 1);
    private static final Figure TWO_HUNDRED = Figure.of(CellValue.of(200), 4, 3);
    private static final Figure NO_ROWS = Figure.of(new CellValue.Missing(), 0, 0);

    private static Indicator indicator(Formula formula) {
        return new Indicator(
                IndicatorId.of("maat"),
                TEXT,
                TEXT,
                Optional.empty(),
                Indicator.Kind.KEY_FIGURE,
                Indicator.Aspect.OUTPUT,
                TEXT,
                formula,
                new Indicator.Direction.NoJudgement(),
                Set.of(AreaLevel.WIJK),
                PeriodKind.QUARTER,
                new Indicator.Counting(TEXT, List.of(), List.of()),
                List.of(),
                Indicator.Use.withDefaults());
    }

    private static Figure figure(Formula formula, Figure... totals) {
        return Series.figure(indicator(formula), List.of(totals), rate -> CellValue.of(4_000));
    }

    private static Figure quotient(String value, long above, long below) {
        return new Figure(
                CellValue.of(new BigDecimal(value)),
                Optional.of(CellValue.of(above)),
                Optional.of(CellValue.of(below)),
                6,
                4);
    }

    @Test
    void of_aFormula_isATotalOfEachPart() {
        assertThat(Series.of(indicator(new Formula.Proportion("f", Per.HUNDRED, OLD, ALL))))
                .containsExactly(
                        new Series.Total("maat/0", World.PERSONS, Selection.of(Map.of(World.AGE, Set.of("67+")))),
                        new Series.Total("maat/1", World.PERSONS, Selection.all()));
    }

    @Test
    void figure_ofATotal_isZeroWithoutRows() {
        Formula total = new Formula.Total("f", ALL);
        assertThat(figure(total, FIFTY)).isEqualTo(FIFTY);
        assertThat(figure(total, NO_ROWS)).isEqualTo(Figure.of(CellValue.of(0), 0, 0));
        assertThat(figure(total, Figure.of(new CellValue.Missing(), 0, 2)).value())
                .isEqualTo(new CellValue.Missing());
    }

    @Test
    void figure_ofAMean_isMissingWithoutRows() {
        Formula mean = new Formula.Mean("f", AllNatures.MARK, AllNatures.CASES);
        assertThat(figure(mean, FIFTY)).isEqualTo(FIFTY);
        assertThat(figure(mean, NO_ROWS)).isEqualTo(NO_ROWS);
    }

    @Test
    void figure_ofAProportion_isAShareUnlessThePartIsAboveItsWhole() {
        Formula share = new Formula.Proportion("f", Per.HUNDRED, OLD, ALL);
        assertThat(figure(share, FIFTY, TWO_HUNDRED)).isEqualTo(quotient("25", 50, 200));
        assertThat(figure(share, NO_ROWS, TWO_HUNDRED).value()).isEqualTo(CellValue.of(0));
        Figure contradiction = figure(share, TWO_HUNDRED, FIFTY);
        assertThat(contradiction.value()).isEqualTo(new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR));
        assertThat(contradiction.numerator()).contains(CellValue.of(200));
    }

    /** Numbers that count different things may be in any proportion. */
    @Test
    void figure_ofARate_mayBeAboveOne() {
        Formula rate = new Formula.Rate("f", Per.ONE, ALL, OLD);
        assertThat(figure(rate, TWO_HUNDRED, FIFTY)).isEqualTo(quotient("4", 200, 50));
    }

    @Test
    void figure_ofAPopulationRate_isPerInhabitants() {
        Formula rate = new Formula.PopulationRate("f", Per.THOUSAND, ALL, Optional.empty());
        assertThat(figure(rate, FIFTY))
                .isEqualTo(new Figure(
                        CellValue.of(new BigDecimal("12.5")),
                        Optional.of(CellValue.of(50)),
                        Optional.of(CellValue.of(4_000)),
                        2,
                        1));
    }

    /** 50 favourable answers of 50 and 200; a question without answers adds nothing. */
    @Test
    void figure_ofAnswers_isTheShareOfAllThatCount() {
        Formula.Part yes = new Formula.Part(ColumnName.of("ja"), Map.of());
        Formula.Part no = new Formula.Part(ColumnName.of("nee"), Map.of());
        Formula answers = new Formula.Answers(
                "f",
                "vragenlijst",
                "schaal",
                List.of("ja"),
                List.of(yes),
                List.of(yes, no),
                Map.of(),
                Optional.empty());
        assertThat(figure(answers, FIFTY, FIFTY, TWO_HUNDRED).value()).isEqualTo(CellValue.of(20));
        assertThat(figure(answers, FIFTY, FIFTY, NO_ROWS).value()).isEqualTo(CellValue.of(100));
    }
}
