package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.HOURS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.compare;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.indicator;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.populationRate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import org.junit.jupiter.api.Test;

class ComparisonTextTest {

    private static final Row[] ROWS = {
        Row.of(WIJK_OOST).with(VISITS, 7).with(PERSONS, 3).with(HOURS, 1_250),
        Row.of(WIJK_OOST).with(VISITS, 0).with(PERSONS, 5).with(HOURS, 0),
        Row.of(WIJK_WEST).with(VISITS, 36).with(PERSONS, 4).with(HOURS, 100)
    };

    private static List<String> text(Comparison comparison, Language language) {
        return comparison.toText(language).lines().toList();
    }

    @Test
    void toText_figureIntervalCityJudgementAndCoverage_othersBelow() {
        assertThat(text(compare(plan(VISITS_PER_1000, new Indicator.Direction.HigherIsBetter()), ROWS), Language.NL))
                .startsWith(
                        "tekst, 1e kwartaal 2026",
                        "gebied  cijfer  95% zeker tussen  hele gemeente   oordeel  geleverd",
                        "------  ------  ----------------  -------------  --------  --------",
                        "Oost       3,5      1,41 en 7,21            8,6  slechter   1 van 1",
                        "West        12      8,40 en 16,6            8,6     beter   1 van 1",
                        "Zuid - niet geleverd.",
                        "")
                .anySatisfy(line -> assertThat(line).startsWith("Let op: Geleverd voor 2026KW01: 2 van de 3"));
    }

    @Test
    void toText_personsAndHours_boundsInWordsAndNoColumnsWithoutUse() {
        assertThat(text(compare(plan(populationRate(PERSONS)), ROWS), Language.EN))
                .contains(
                        "Oost   at least 2.5     0.81 and 7.88      at least 1 and  cannot be said    1 of 1",
                        "      and at most 4                           at most 2.4")
                .contains("Zuid - not delivered.");
    }

    @Test
    void toText_register_hasNoIntervalsAndNoJudgement() {
        ComparisonPlan register = plan(VISITS_PER_1000)
                .withOptions(ComparisonOptions.withDefaults().withInference(Inference.REGISTER));
        assertThat(text(compare(register, ROWS), Language.NL)).contains("gebied  cijfer  hele gemeente  geleverd");
    }

    @Test
    void toText_otherReference_isNamed() {
        ComparisonPlan withWest = plan(VISITS_PER_1000)
                .withOptions(ComparisonOptions.withDefaults()
                        .withReference(new ComparisonOptions.Reference.OtherArea(WEST)));
        assertThat(text(compare(withWest, ROWS), Language.NL))
                .anySatisfy(line -> assertThat(line).startsWith("gebied  cijfer  95% zeker tussen  West"));
        ComparisonPlan withRest = plan(VISITS_PER_1000)
                .withOptions(
                        ComparisonOptions.withDefaults().withReference(new ComparisonOptions.Reference.RestOfCity()));
        assertThat(text(compare(withRest, ROWS), Language.EN))
                .anySatisfy(line -> assertThat(line).contains("rest of municipality"));
    }

    @Test
    void toText_excludedAndNothing_areSaid() {
        ComparisonPlan totals = plan(
                indicator(
                        "uren",
                        new Formula.Total("test", SmallCity.part(HOURS)),
                        new Indicator.Direction.NoJudgement()),
                indicator(
                        "bezoeken",
                        new Formula.Total("test", SmallCity.part(VISITS)),
                        new Indicator.Direction.NoJudgement()));
        assertThat(text(compare(totals, ROWS), Language.NL))
                .startsWith(
                        "Er is niets vergeleken.",
                        "Niet vergeleken, want dit zijn aantallen, en grote gebieden hebben er vanzelf meer: uren, bezoeken.");
    }
}
