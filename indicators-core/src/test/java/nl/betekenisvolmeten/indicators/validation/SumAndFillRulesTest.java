package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.BalanceRule.Comparison;
import nl.betekenisvolmeten.indicators.validation.BalanceRule.Empty;
import nl.betekenisvolmeten.indicators.validation.Rule.Filled.Fill;
import org.junit.jupiter.api.Test;

class SumAndFillRulesTest {

    private static final String Q = "2026KW01";
    private static final String BROKEN = "TF-R01 ";

    private static BalanceRule caseload(Empty empty) {
        return new BalanceRule(
                Cases.verdict(),
                Cases.EIND,
                Comparison.EQUAL,
                List.of(Cases.BEGIN, Cases.OPGESTART),
                List.of(Cases.AFGESLOTEN),
                empty);
    }

    /** De Badde 2021: 106 open, 253 started, 215 closed, 144 left. */
    @Test
    void balance_equal_holdsOnlyForTheSum() {
        BalanceRule rule = caseload(Empty.UNKNOWN);
        assertThat(Cases.summary(rule, Q, "KORT", "106", "253", "215", "144")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "106", "253", "215", "145")).containsExactly(BROKEN + "eind");
        assertThat(Cases.summary(rule, Q, "KORT", "0", "3", "5", "0")).containsExactly(BROKEN + "eind");
    }

    @Test
    void balance_broken_tellsTheSumAndWhatItIsOf() {
        Finding finding = Cases.findings(caseload(Empty.UNKNOWN), Q, "KORT", "106", "253", "215", "150")
                .get(0);
        assertThat(finding.arguments())
                .contains(
                        entry("left", "eind"),
                        entry("left_value", "150"),
                        entry("right", "begin + opgestart - afgesloten"),
                        entry("right_value", "144"));
    }

    @Test
    void balance_atMost_holdsUpToTheSum() {
        BalanceRule rule = new BalanceRule(
                Cases.verdict(),
                Cases.EIND,
                Comparison.AT_MOST,
                List.of(Cases.BEGIN, Cases.OPGESTART),
                List.of(),
                Empty.UNKNOWN);
        assertThat(Cases.summary(rule, Q, "KORT", "106", "253", "", "359")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "106", "253", "", "360")).containsExactly(BROKEN + "eind");
    }

    @Test
    void balance_atLeast_holdsFromTheSumOn() {
        BalanceRule rule = new BalanceRule(
                Cases.verdict(),
                Cases.EIND,
                Comparison.AT_LEAST,
                List.of(Cases.BEGIN, Cases.OPGESTART),
                List.of(),
                Empty.UNKNOWN);
        assertThat(Cases.summary(rule, Q, "KORT", "106", "253", "", "359")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "106", "253", "", "360")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "106", "253", "", "358")).containsExactly(BROKEN + "eind");
    }

    @Test
    void filled_atMostOne_namesTheLastOfTwo() {
        Rule.Filled rule = Cases.filled(Fill.AT_MOST_ONE, Cases.BEGIN, Cases.OPGESTART, Cases.EIND);
        assertThat(Cases.summary(rule, Q, "KORT")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "", "3")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "1", "3")).containsExactly(BROKEN + "opgestart");
        assertThat(Cases.summary(rule, Q, "KORT", "1", "", "", "0")).containsExactly(BROKEN + "eind");
    }

    @Test
    void balance_emptyOrFailedCell_isNoSum() {
        BalanceRule rule = caseload(Empty.UNKNOWN);
        assertThat(Cases.summary(rule, Q, "KORT", "106", "", "215", "7")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "106", "253", "215", "")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "106", "x", "215", "7")).containsExactly("TF-V03 opgestart");
    }

    @Test
    void balance_emptyLeftOut_sumsTheRest() {
        BalanceRule rule = caseload(Empty.LEFT_OUT);
        assertThat(Cases.summary(rule, Q, "KORT", "7", "", "", "7")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "7", "", "", "8")).containsExactly(BROKEN + "eind");
        assertThat(Cases.summary(rule, Q, "KORT", "", "", "", "0")).isEmpty();
        Finding none = Cases.findings(rule, Q, "KORT", "", "", "", "8").get(0);
        assertThat(none.arguments()).contains(entry("right", "0"), entry("right_value", "0"));
        assertThat(Cases.summary(rule, Q, "KORT", "7", "x", "", "8")).containsExactly("TF-V03 opgestart");
    }

    @Test
    void filled_all_anyAndNone_sayWhichCellIsWrong() {
        assertThat(Cases.summary(Cases.filled(Fill.ALL, Cases.BEGIN, Cases.EIND), Q, "KORT", "1", "", "", ""))
                .containsExactly(BROKEN + "eind");
        assertThat(Cases.summary(Cases.filled(Fill.ALL, Cases.BEGIN, Cases.EIND), Q, "KORT", "1", "", "", "0"))
                .isEmpty();
        assertThat(Cases.summary(Cases.filled(Fill.ANY, Cases.BEGIN, Cases.EIND), Q, "KORT"))
                .containsExactly("TF-R01");
        assertThat(Cases.summary(Cases.filled(Fill.ANY, Cases.BEGIN, Cases.EIND), Q, "KORT", "", "", "", "0"))
                .isEmpty();
        assertThat(Cases.summary(Cases.filled(Fill.NONE, Cases.BEGIN, Cases.EIND), Q, "KORT", "", "", "", "0"))
                .containsExactly(BROKEN + "eind");
        assertThat(Cases.summary(Cases.filled(Fill.NONE, Cases.BEGIN, Cases.EIND), Q, "KORT"))
                .isEmpty();
    }

    @Test
    void filled_cellThatFailed_isNotJudgedAgain() {
        assertThat(Cases.summary(Cases.filled(Fill.NONE, Cases.BEGIN), Q, "KORT", "x"))
                .containsExactly("TF-V03 begin");
        assertThat(Cases.summary(Cases.filled(Fill.ALL, Cases.BEGIN, Cases.EIND), Q, "KORT", "x", "", "", ""))
                .containsExactly("TF-V03 begin");
    }

    @Test
    void filled_where_appliesToItsCodesOnly() {
        Rule.Filled rule = Cases.filledWhere(Fill.ALL, Set.of("LANG", "GEEN"), Cases.EIND);
        assertThat(Cases.summary(rule, Q, "KORT")).isEmpty();
        assertThat(Cases.summary(rule, Q, "LANG")).containsExactly(BROKEN + "eind");
        assertThat(Cases.summary(rule, Q, "???")).containsExactly("TF-V02 vorm");
        assertThat(Cases.findings(rule, Q, "GEEN").get(0).arguments())
                .contains(entry("column", "eind"), entry("right", "vorm"), entry("right_value", "GEEN"));
    }

    @Test
    void onlyTogether_otherCode_isBroken() {
        Rule.OnlyTogether rule = new Rule.OnlyTogether(
                Cases.verdict(), Cases.VORM, Cases.VORM, Map.of("KORT", Set.of("KORT"), "LANG", Set.of("KORT")));
        assertThat(Cases.summary(rule, Q, "KORT")).isEmpty();
        assertThat(Cases.summary(rule, Q, "LANG")).containsExactly(BROKEN + "vorm");
        assertThat(Cases.summary(rule, Q, "GEEN")).isEmpty();
        assertThat(Cases.summary(rule, Q, "")).containsExactly("TF-V01 vorm");
    }

    @Test
    void within_bounds_areIncludedInWholeUnits() {
        Rule.Within rule = new Rule.Within(Cases.verdict(), Cases.DAGEN, 1, 2);
        assertThat(Cases.summary(rule, Q, "KORT", "", "", "", "", "1")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "", "", "", "", "2")).isEmpty();
        assertThat(Cases.summary(rule, Q, "KORT", "", "", "", "", "0,9")).containsExactly(BROKEN + "dagen");
        assertThat(Cases.summary(rule, Q, "KORT", "", "", "", "", "2,1")).containsExactly(BROKEN + "dagen");
        assertThat(Cases.summary(rule, Q, "KORT")).isEmpty();
    }

    private static void refused(Rule rule, String named) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cases.rules(rule)).withMessageContaining(named);
    }

    @Test
    void rules_thatDoNotFitTheColumns_areRefused() {
        Verdict verdict = Cases.verdict();
        List<ColumnName> begin = List.of(Cases.BEGIN);
        refused(
                new BalanceRule(verdict, Cases.EIND, Comparison.EQUAL, List.of(Cases.DAGEN), List.of(), Empty.UNKNOWN),
                "dagen");
        refused(new BalanceRule(verdict, Cases.VORM, Comparison.EQUAL, begin, List.of(), Empty.UNKNOWN), "vorm");
        refused(
                new BalanceRule(verdict, Cases.EIND, Comparison.EQUAL, begin, List.of(Cases.OPMERKING), Empty.UNKNOWN),
                "opmerking");
        refused(Cases.filledWhere(Fill.ALL, Set.of("ANDERS"), Cases.EIND), "ANDERS");
        refused(
                new Rule.Filled(
                        verdict, begin, Fill.ALL, Optional.of(new Rule.Filled.Where(Cases.PERIODE, Set.of("x")))),
                "periode");
        refused(new Rule.OnlyTogether(verdict, Cases.BEGIN, Cases.VORM, Map.of()), "begin");
        refused(new Rule.Within(verdict, Cases.VORM, 1, 2), "vorm");
    }

    @Test
    void rules_withoutColumnsOrWithBoundsOutOfOrder_areRefused() {
        Verdict verdict = Cases.verdict();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BalanceRule(
                        verdict, Cases.EIND, Comparison.EQUAL, List.of(), List.of(Cases.BEGIN), Empty.UNKNOWN))
                .withMessageContaining("parts must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule.Filled(verdict, List.of(), Fill.ALL, Optional.empty()))
                .withMessageContaining("columns must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule.Within(verdict, Cases.BEGIN, 3, 2))
                .withMessageContaining("3, 2");
        long most = 1_000_000_000_000L;
        assertThat(new Rule.Within(verdict, Cases.BEGIN, -most, most).upper()).isEqualTo(most);
        assertThat(new Rule.Within(verdict, Cases.BEGIN, 3, 3).lower()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule.Within(verdict, Cases.BEGIN, 1, most + 1))
                .withMessageContaining("1000000000001");
    }
}
