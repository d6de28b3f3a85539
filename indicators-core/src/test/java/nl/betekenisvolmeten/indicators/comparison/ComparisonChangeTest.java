package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.compare;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Direction;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import org.junit.jupiter.api.Test;

/** The same organisations a period earlier. */
class ComparisonChangeTest {

    private static final ComparisonPlan PLAN = plan(VISITS_PER_1000, new Direction.HigherIsBetter())
            .withOptions(ComparisonOptions.withDefaults().withChange());

    private static Row by(String organisation, String wijk, String period, long visits) {
        return new Row(
                organisation,
                wijk,
                period,
                "inloop",
                "onbekend",
                Row.of(wijk).with(VISITS, visits).numbers());
    }

    private static final Row[] ROWS = {
        by("A", WIJK_OOST, "2026KW01", 7),
        by("A", WIJK_OOST, "2026KW02", 20),
        // new in Oost, so no change in the work of those who were there
        by("B", WIJK_OOST, "2026KW02", 500),
        by("A", WIJK_WEST, "2026KW02", 30),
        by("B", WIJK_WEST, "2026KW01", 30),
    };

    private static Optional<Change> change(Comparison comparison, AreaCode area, String period) {
        return comparison.rows().stream()
                .filter(row -> row.key().area().code().equals(area)
                        && row.key().period().code().equals(period))
                .findFirst()
                .orElseThrow()
                .assessment()
                .change();
    }

    @Test
    void change_onlyThoseWhoReportedInBoth() {
        Change change = change(compare(PLAN, ROWS), OOST, "2026KW02").orElseThrow();

        assertThat(change.period().code()).isEqualTo("2026KW01");
        assertThat(change.reporters()).isEqualTo(1);
        assertThat(change.before().exact().orElseThrow()).isEqualByComparingTo("3.5");
        assertThat(change.now().exact().orElseThrow()).isEqualByComparingTo("10");
        assertThat(change.difference().value().exact().orElseThrow()).isEqualByComparingTo("6.5");
        // scipy 1.17.1: binomtest(20, 27, 0.5); limits of both as in Zou and Donner (2008)
        assertThat(change.pValue().map(PValue::value).orElseThrow()).isCloseTo(0.0191572904586792, within(1e-12));
        assertThat(change.pAdjusted()).isEqualTo(change.pValue());
        assertThat(change.difference().interval().orElseThrow().lower()).isCloseTo(1.1204565639957522, within(1e-9));
        assertThat(change.difference().interval().orElseThrow().upper()).isCloseTo(12.33328919049762, within(1e-9));
        assertThat(change.judgement()).isEqualTo(Judgement.BETTER);
    }

    @Test
    void change_nobodyInBothOrNoPeriodBefore_none() {
        Comparison comparison = compare(PLAN, ROWS);

        assertThat(change(comparison, WEST, "2026KW02")).isEmpty();
        assertThat(change(comparison, OOST, "2026KW01")).isEmpty();
    }

    @Test
    void change_ofAYear_matchesQuarterWithQuarter() {
        Comparison comparison = compare(
                PLAN.withPeriod(Period.ofYear(2026)),
                by("A", WIJK_OOST, "2025KW01", 10),
                by("A", WIJK_OOST, "2025KW02", 100),
                by("A", WIJK_OOST, "2026KW01", 12),
                by("A", WIJK_OOST, "2026KW03", 200));

        Change change = change(comparison, OOST, "2026JJ00").orElseThrow();
        assertThat(change.period().code()).isEqualTo("2025JJ00");
        assertThat(change.before().exact().orElseThrow()).isEqualByComparingTo("5");
        assertThat(change.now().exact().orElseThrow()).isEqualByComparingTo("6");
        // the row itself is of the whole year, and of that year only
        assertThat(comparison.rows().get(0).figure().numerator().exact().orElseThrow())
                .isEqualByComparingTo("212");
    }

    @Test
    void change_register_differenceOnly() {
        ComparisonPlan register = PLAN.withOptions(PLAN.options().withInference(Inference.REGISTER));
        Change change = change(compare(register, ROWS), OOST, "2026KW02").orElseThrow();

        assertThat(change.difference().value().exact().orElseThrow()).isEqualByComparingTo("6.5");
        assertThat(change.difference().interval()).isEmpty();
        assertThat(change.pValue()).isEmpty();
        assertThat(change.judgement()).isEqualTo(Judgement.NONE);
    }

    @Test
    void change_splitOverTwoComparers_theSame() {
        Comparer one = PLAN.newComparer();
        Comparer other = PLAN.newComparer();
        for (int i = 0; i < ROWS.length; i++) {
            (i % 2 == 0 ? one : other).accept(ROWS[i].observation());
        }
        one.combine(other);

        assertThat(one.result()).isEqualTo(compare(PLAN, ROWS));
    }
}
