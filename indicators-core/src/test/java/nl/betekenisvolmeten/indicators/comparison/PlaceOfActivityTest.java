package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.NEW_PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.ExactTest;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import org.junit.jupiter.api.Test;

/** People counted where they come, divided by those who live there: what may be said between areas. */
class PlaceOfActivityTest {

    /** The column of new persons stands for those who live in the stadsdeel. */
    private static final ColumnName RESIDENTS = NEW_PERSONS;

    private static Formula rate(ColumnName column, ColumnName residents) {
        return new Formula.PopulationRate(
                "test",
                Per.THOUSAND,
                SmallCity.part(column),
                Optional.empty(),
                new Formula.PlaceOf(true, Optional.of(residents)));
    }

    private static Formula rate(ColumnName column) {
        return new Formula.PopulationRate(
                "test",
                Per.THOUSAND,
                SmallCity.part(column),
                Optional.empty(),
                new Formula.PlaceOf(true, Optional.empty()));
    }

    private static Comparison stadsdelen(Formula formula, Row... rows) {
        return SmallCity.compare(SmallCity.plan(formula, new Indicator.Direction.HigherIsBetter()), rows);
    }

    @Test
    void wijken_getNoVerdict() {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>(SmallCity.POPULATION.figures());
        SmallCity.WIJKEN.forEach(wijk -> figures.put(AreaCode.of(wijk), SmallCity.figures(1000)));
        ComparisonPlan plan = ComparisonPlan.of(
                SmallCity.STRUCTURE,
                List.of(SmallCity.indicator("maat", rate(VISITS), new Indicator.Direction.HigherIsBetter())),
                AreaLevel.WIJK,
                new Population("test", figures));
        Comparison comparison = SmallCity.compare(
                plan,
                Row.of(WIJK_OOST).with(VISITS, 400),
                Row.of(WIJK_WEST).with(VISITS, 10),
                Row.of(WIJK_ZUID).with(VISITS, 10));
        Comparison.Row oost = only(comparison, AreaCode.of(WIJK_OOST));
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NOT_DECIDED);
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.PLACE_OF_ACTIVITY);
        assertThat(oost.contrast().pValue()).isEmpty();
        assertThat(oost.assessment().funnel()).isEmpty();
        assertThat(oost.figure().value()).isEqualTo(CellValue.of(new BigDecimal("400")));
        Comparison.Row none = only(comparison, AreaCode.of(SmallCity.OTHER_WIJK_OOST));
        assertThat(none.assessment().judgement()).isEqualTo(Judgement.NONE);
        assertThat(none.assessment().reason()).contains(Judgement.Reason.MISSING);
    }

    @Test
    void stadsdelen_personsWithoutResidents_areNotDecided() {
        Comparison.Row oost = only(
                stadsdelen(
                        rate(PERSONS),
                        Row.of(WIJK_OOST).with(PERSONS, 400),
                        Row.of(WIJK_WEST).with(PERSONS, 10),
                        Row.of(WIJK_ZUID).with(PERSONS, 10)),
                OOST);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NOT_DECIDED);
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.VISITORS_INCLUDED);
    }

    /**
     * Oost has 400 participants, most of them from elsewhere: 10 of its 2,000 inhabitants came, where 50 of the 10,000 of the
     * city came to something in their own stadsdeel, so 10 are expected.
     */
    @Test
    void stadsdelen_persons_areJudgedByThoseWhoLiveThere() {
        Comparison.Row oost = only(
                stadsdelen(
                        rate(PERSONS, RESIDENTS),
                        Row.of(WIJK_OOST).with(PERSONS, 400).with(RESIDENTS, 10),
                        Row.of(WIJK_WEST).with(PERSONS, 15).with(RESIDENTS, 15),
                        Row.of(WIJK_ZUID).with(PERSONS, 25).with(RESIDENTS, 25)),
                OOST);
        assertThat(oost.figure().value()).isEqualTo(CellValue.of(new BigDecimal("200")));
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(oost.contrast().pValue().orElseThrow().value())
                .isCloseTo(ExactTest.poisson(10, 10).value(), within(1e-12));
    }

    /** 60 of 2,000 against 100 of 10,000: 20 are expected. */
    @Test
    void stadsdelen_moreResidents_areBetter() {
        Comparison.Row oost = only(
                stadsdelen(
                        rate(PERSONS, RESIDENTS),
                        Row.of(WIJK_OOST).with(PERSONS, 60).with(RESIDENTS, 60),
                        Row.of(WIJK_WEST).with(PERSONS, 300).with(RESIDENTS, 15),
                        Row.of(WIJK_ZUID).with(PERSONS, 500).with(RESIDENTS, 25)),
                OOST);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
        assertThat(oost.contrast().pValue().orElseThrow().value())
                .isCloseTo(ExactTest.poisson(60, 20).value(), within(1e-12));
        assertThat(oost.assessment().funnel()).contains(FunnelClass.HIGH_998);
    }

    /** Where one stadsdeel did not count its own inhabitants there is nothing to compare with. */
    @Test
    void stadsdelen_residentsNotCountedEverywhere_areNotDecided() {
        Comparison.Row oost = only(
                stadsdelen(
                        rate(PERSONS, RESIDENTS),
                        Row.of(WIJK_OOST).with(PERSONS, 60).with(RESIDENTS, 60),
                        Row.of(WIJK_WEST).with(PERSONS, 300),
                        Row.of(WIJK_ZUID).with(PERSONS, 500).with(RESIDENTS, 25)),
                OOST);
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.VISITORS_INCLUDED);
    }

    /** Events are no persons: between stadsdelen they are judged as they are. */
    @Test
    void stadsdelen_events_areJudged() {
        Comparison.Row oost = only(
                stadsdelen(
                        rate(VISITS),
                        Row.of(WIJK_OOST).with(VISITS, 400),
                        Row.of(WIJK_WEST).with(VISITS, 10),
                        Row.of(WIJK_ZUID).with(VISITS, 10)),
                OOST);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
        assertThat(oost.figure().inhabitantsDate()).contains("2026");
    }

    private static final Row[] ROWS = {
        Row.of(WIJK_OOST).with(PERSONS, 400).with(RESIDENTS, 60),
        Row.of(WIJK_WEST).with(PERSONS, 300).with(RESIDENTS, 15),
        Row.of(WIJK_ZUID).with(PERSONS, 500).with(RESIDENTS, 25)
    };

    private static Comparison residents(ComparisonOptions options, Row... rows) {
        return SmallCity.compare(
                SmallCity.plan(rate(PERSONS, RESIDENTS), new Indicator.Direction.HigherIsBetter())
                        .withOptions(options),
                rows);
    }

    private static final ComparisonOptions USUAL = ComparisonOptions.withDefaults();

    /** 60 of the 2,000 residents of Oost compared with 40 of 8,000 elsewhere. */
    @Test
    void stadsdelen_againstTheRest_residentsOfBoth() {
        Comparison.Row oost =
                only(residents(USUAL.withReference(new ComparisonOptions.Reference.RestOfCity()), ROWS), OOST);

        // the others have 100 to 800 persons, as it is not known how many came to more than one stadsdeel
        assertThat(oost.contrast().referenceValue())
                .isEqualTo(CellValue.between(new BigDecimal("12.5"), new BigDecimal("100")));
        // scipy 1.17.1: binomtest(60, 100, 0.2)
        assertThat(oost.contrast().pValue().orElseThrow().value()).isCloseTo(2.515819199533466e-18, within(1e-15));
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
    }

    /** 15 of 3,000 in West and 60 of 2,000 in Oost. */
    @Test
    void stadsdelen_againstAnotherArea_residentsOfBoth() {
        Comparison comparison = residents(USUAL.withReference(new ComparisonOptions.Reference.OtherArea(WEST)), ROWS);

        // scipy 1.17.1: binomtest(60, 75, 0.4)
        assertThat(only(comparison, OOST).contrast().pValue().orElseThrow().value())
                .isCloseTo(2.1885318892290487e-12, within(1e-15));
        assertThat(only(comparison, OOST).assessment().judgement()).isEqualTo(Judgement.BETTER);
        assertThat(only(comparison, WEST).assessment().judgement()).isEqualTo(Judgement.NONE);
        assertThat(only(comparison, WEST).assessment().reason()).isEmpty();
    }

    /** The number of persons in one row is unknown, but the number of residents among them is known and decides. */
    @Test
    void stadsdelen_onlyResidentsKnown_areJudged() {
        Comparison.Row oost = only(
                residents(
                        USUAL,
                        ROWS[0],
                        ROWS[1],
                        ROWS[2],
                        Row.of(WIJK_OOST).ofKind("taal").with(RESIDENTS, 0)),
                OOST);

        assertThat(oost.figure().complete()).isFalse();
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
    }

    @Test
    void stadsdelen_asARegister_noVerdict() {
        Comparison.Row oost = only(residents(USUAL.withInference(Inference.REGISTER), ROWS), OOST);

        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NONE);
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.REGISTER);
        assertThat(oost.contrast().pValue()).isEmpty();
    }

    /** There are 10 to 12 residents in Oost and 15 in West, which are added up for the city. */
    @Test
    void stadsdelen_boundsOfResidents_addUpForTheCity() {
        Comparison.Row oost = only(
                residents(
                        USUAL,
                        Row.of(WIJK_OOST).with(PERSONS, 400).with(RESIDENTS, 100),
                        Row.of(WIJK_OOST).ofKind("taal").with(PERSONS, 2).with(RESIDENTS, 2),
                        Row.of(WIJK_WEST).with(PERSONS, 300).with(RESIDENTS, 15)),
                OOST);

        // 100 to 102 on 2,000 against 115 to 117 on 5,000, which needs no test
        assertThat(oost.contrast().pValue()).isEmpty();
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
    }

    /** Rows without the column say nothing about residents. */
    @Test
    void stadsdelen_formatWithoutResidents_areNotDecided() {
        Comparison.Row oost = only(
                stadsdelen(
                        rate(PERSONS, ColumnName.of("bewoners")),
                        Row.of(WIJK_OOST).with(PERSONS, 400),
                        Row.of(WIJK_WEST).with(PERSONS, 10)),
                OOST);
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.VISITORS_INCLUDED);
    }
}
