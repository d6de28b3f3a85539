package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that rules find the same rows in batches as row by row: with their own loop, by pairs of codes or row by row.
 */
class RuleCompilerTest {

    private static final Verdict VERDICT = Cases.verdict();
    private static final List<ColumnName> NUMBERS = List.of(Cases.BEGIN, Cases.OPGESTART, Cases.AFGESLOTEN, Cases.EIND);
    private static final List<String> CELLS = List.of("", "0", "1", "2", "3", "5");

    /** Returns a code and four numbers, some of them empty, in every combination. */
    private static List<String[]> rows() {
        List<String[]> rows = new ArrayList<>();
        for (String form : List.of("KORT", "LANG", "GEEN")) {
            for (int i = 0; i < 1_296; i++) {
                rows.add(new String[] {
                    "2026KW01",
                    form,
                    CELLS.get(i % 6),
                    CELLS.get(i / 6 % 6),
                    CELLS.get(i / 36 % 6),
                    CELLS.get(i / 216),
                    "",
                    ""
                });
            }
        }
        return rows;
    }

    private static Stream<Rule> rules() {
        Stream<Rule> balances = Stream.of(BalanceRule.Comparison.values())
                .flatMap(comparison -> Stream.of(BalanceRule.Empty.values())
                        .map(empty -> new BalanceRule(
                                VERDICT,
                                Cases.EIND,
                                comparison,
                                List.of(Cases.BEGIN, Cases.OPGESTART),
                                List.of(Cases.AFGESLOTEN),
                                empty)));
        Optional<Rule.Filled.Where> where = Optional.of(new Rule.Filled.Where(Cases.VORM, Set.of("KORT", "LANG")));
        Stream<Rule> filled = Stream.of(Rule.Filled.Fill.values())
                .flatMap(fill -> Stream.of(Optional.<Rule.Filled.Where>empty(), where)
                        .map(one -> new Rule.Filled(VERDICT, List.of(Cases.BEGIN, Cases.EIND), fill, one)));
        Stream<Rule> others = Stream.of(
                new Rule.Within(VERDICT, Cases.OPGESTART, 1, 3),
                new Rule.AtMost(VERDICT, Cases.OPGESTART, Cases.BEGIN),
                new Rule.OnlyWith(VERDICT, Cases.EIND, Cases.BEGIN),
                new Rule.NotAllZero(VERDICT, NUMBERS),
                new Rule.OnlyTogether(
                        VERDICT, Cases.VORM, Cases.VORM, Map.of("KORT", Set.of("LANG"), "LANG", Set.of("LANG"))),
                new Rule.NotTogether(VERDICT, Cases.VORM, Cases.PERIODE, Map.of("KORT", Set.of("2026KW01"))),
                new Rule.Filled(VERDICT, List.of(Cases.VORM, Cases.BEGIN), Rule.Filled.Fill.ALL, Optional.empty()),
                new PersonRule.Squares(VERDICT, Cases.EIND, Cases.OPGESTART, Cases.BEGIN),
                new PersonRule.AllFirst(
                        VERDICT,
                        Cases.BEGIN,
                        Cases.EIND,
                        Cases.PERIODE,
                        new Rule.Filled.Where(Cases.VORM, Set.of("KORT"))));
        return Stream.of(balances, filled, others).flatMap(one -> one);
    }

    /** Returns which rows of a batch are suspect; the first one already is, whatever it contains. */
    private static boolean[] suspects(RuleSet rules, List<String[]> rows) {
        ColumnBatch batch = new BatchAccess().newBatch(Validator.of(rules));
        batch.start(rows.size());
        batch.suspect()[0] = true;
        for (int i = 0; i < rows.size(); i++) {
            batch.ids(0)[i] = batch.dictionary(0).id(rows.get(i)[0]);
            batch.ids(1)[i] = batch.dictionary(1).id(rows.get(i)[1]);
            for (int n = 2; n < 2 + NUMBERS.size(); n++) {
                String text = rows.get(i)[n];
                batch.known(n)[i] = !text.isEmpty();
                batch.values(n)[i] = text.isEmpty() ? 7 : Long.parseLong(text);
            }
        }
        RuleCompiler.compile(rules).orElseThrow().mark(batch);
        return batch.suspect();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void mark_isWhatTheRowChecksFind(Rule rule) {
        List<String[]> rows = rows();
        RuleSet rules = Cases.rules(rule);
        boolean[] suspects = suspects(rules, rows);
        Set<Integer> broken = new HashSet<>(Set.of(0));
        ValidationRun run = Validator.of(rules)
                .start(
                        Location.nowhere(),
                        finding -> broken.add((int) finding.location().row().orElseThrow() - 1),
                        RowTaker.ofNothing());
        for (int i = 0; i < rows.size(); i++) {
            run.row(i + 1, rows.get(i));
        }
        assertThat(broken).hasSizeGreaterThan(1).hasSizeLessThan(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(suspects[i]).as("%s", (Object) rows.get(i)).isEqualTo(broken.contains(i));
        }
        assertThat(suspects[rows.size()]).isFalse();
    }

    @Test
    void compile_ruleAboutAnAttribute_isForTheRowPath() {
        Rule remark = new Rule.Filled(VERDICT, List.of(Cases.OPMERKING), Rule.Filled.Fill.ALL, Optional.empty());
        assertThat(RuleCompiler.compile(Cases.rules(remark))).isEmpty();
        Rule code = new Rule.Filled(VERDICT, List.of(Cases.VORM), Rule.Filled.Fill.ALL, Optional.empty());
        assertThat(RuleCompiler.compile(Cases.rules(code))).isPresent();
        assertThat(RuleCompiler.compile(Cases.rules(code, remark))).isEmpty();
        Rule key = new Rule.UniqueKey(VERDICT, List.of(Cases.VORM, Cases.OPMERKING));
        assertThat(RuleCompiler.compile(Cases.rules(key))).isEmpty();
        Rule together = new Rule.OnlyTogether(VERDICT, Cases.VORM, Cases.VORM, Map.of("KORT", Set.of("KORT")));
        assertThat(RuleCompiler.compile(Cases.rules(together))).isPresent();
    }

    private static Rule.Filled all(ColumnName... columns) {
        return Cases.filled(Rule.Filled.Fill.ALL, columns);
    }

    /** Each rule marks rows independently; a key marks none. */
    @Test
    void compile_severalRules_marksByEach() {
        Rule key = new Rule.UniqueKey(VERDICT, List.of(Cases.VORM));
        List<String[]> rows =
                List.of(rows().get(0), rows().get(1), rows().get(1 + 216), rows().get(216), rows().get(1 + 216));
        boolean[] suspects = suspects(Cases.rules(all(Cases.BEGIN), key, all(Cases.EIND)), rows);
        assertThat(suspects).startsWith(true, true, false, true, false);
    }

    /** By hand: sums of squares of 5 events of 2 persons are 13 (2 and 3) to 17 (1 and 4). */
    @ParameterizedTest
    @CsvSource({
        "12, 5, 2, true",
        "13, 5, 2, false",
        "17, 5, 2, false",
        "18, 5, 2, true",
        // each person one event
        "3, 3, 3, false",
        "4, 3, 3, true",
        // no events, no squares
        "1, 0, 0, true",
        "0, 0, 0, false",
        // other contradictions belong to other rules
        "9, 2, 0, false",
        "9, 2, 3, false",
        "1, 2000000001, 1, false",
        "1, 2000000000, 1, true",
        "4000000000000000000, 2000000000, 1, false"
    })
    void squares_areAsManyAsTheEventsAllow(long squares, long events, long persons, boolean isBroken) {
        assertThat(PersonRule.Squares.isBroken(squares, events, persons)).isEqualTo(isBroken);
    }

    @Test
    void squares_ofARow_areComparedWithItsEventsAndPersons() {
        Rule rule = new PersonRule.Squares(VERDICT, Cases.EIND, Cases.OPGESTART, Cases.BEGIN);
        assertThat(Cases.summary(rule, "2026KW01", "KORT", "2", "5", "", "13")).isEmpty();
        assertThat(Cases.summary(rule, "2026KW01", "KORT", "2", "", "", "18")).isEmpty();
        assertThat(Cases.findings(rule, "2026KW01", "KORT", "2", "5", "", "18"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .isEqualTo(
                                Map.of("left", "eind", "left_value", "18", "right", "opgestart", "right_value", "5")));
    }

    @Test
    void allFirst_holdsInPeriodsThatBeginOnTheFirstOfJanuary() {
        assertThat(PersonRule.AllFirst.isBroken("2026KW01", 3, 4)).isTrue();
        assertThat(PersonRule.AllFirst.isBroken("2026JJ00", 3, 4)).isTrue();
        assertThat(PersonRule.AllFirst.isBroken("2026KW01", 4, 4)).isFalse();
        assertThat(PersonRule.AllFirst.isBroken("2026KW02", 3, 4)).isFalse();
        Rule rule = new PersonRule.AllFirst(
                VERDICT,
                Cases.BEGIN,
                Cases.EIND,
                Cases.PERIODE,
                new Rule.Filled.Where(Cases.VORM, Set.of("KORT", "GEEN")));
        assertThat(rule.columns()).containsExactly(Cases.BEGIN, Cases.EIND, Cases.PERIODE, Cases.VORM);
        assertThat(Cases.summary(rule, "2026KW02", "KORT", "3", "", "", "4")).isEmpty();
        assertThat(Cases.summary(rule, "2026KW01", "LANG", "3", "", "", "4")).isEmpty();
        assertThat(Cases.findings(rule, "2026KW01", "KORT", "3", "", "", "4"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .isEqualTo(Map.of("left", "begin", "left_value", "3", "right", "eind", "right_value", "4")));
    }

    /** Returns the terms of each rule other than its columns, as definitions show them. */
    @Test
    void terms_areInTheWordsOfADefinition() {
        Map<String, Set<String>> pairs = Map.of("LANG", Set.of("KORT", "GEEN"), "KORT", Set.of("LANG"));
        assertThat(new Rule.NotTogether(VERDICT, Cases.VORM, Cases.PERIODE, pairs).terms(name -> name))
                .isEqualTo("KORT: LANG, LANG: GEEN KORT");
        assertThat(new Rule.OnlyTogether(VERDICT, Cases.VORM, Cases.VORM, pairs).terms(name -> name))
                .isEqualTo("KORT: LANG, LANG: GEEN KORT");
        assertThat(new Rule.Within(VERDICT, Cases.EIND, 1900, 2026).terms(name -> name))
                .isEqualTo("1900 - 2026");
        assertThat(all(Cases.BEGIN).terms(name -> name)).isEqualTo("ALL");
        assertThat(Cases.filledWhere(Rule.Filled.Fill.ANY, Set.of("LANG", "KORT"), Cases.BEGIN)
                        .terms(name -> name))
                .isEqualTo("ANY WHERE vorm: KORT LANG");
        assertThat(new BalanceRule(
                                VERDICT,
                                Cases.EIND,
                                BalanceRule.Comparison.AT_MOST,
                                List.of(Cases.BEGIN),
                                List.of(Cases.OPGESTART, Cases.AFGESLOTEN),
                                BalanceRule.Empty.LEFT_OUT)
                        .terms(name -> name))
                .isEqualTo("AT_MOST MINUS opgestart, afgesloten LEFT_OUT");
        assertThat(new Rule.AtMost(VERDICT, Cases.BEGIN, Cases.EIND).terms(name -> name))
                .isEmpty();
    }

    @Test
    void columns_areThoseThatTheRuleReads() {
        assertThat(new Rule.AtMost(VERDICT, Cases.BEGIN, Cases.EIND).columns())
                .containsExactly(Cases.BEGIN, Cases.EIND);
        assertThat(new Rule.OnlyWith(VERDICT, Cases.BEGIN, Cases.EIND).columns())
                .containsExactly(Cases.BEGIN, Cases.EIND);
        assertThat(new Rule.WithinPopulation(VERDICT, Forms.DEELNEMERS, Forms.WIJK, Forms.LEEFTIJD, Forms.POPULATION)
                        .columns())
                .containsExactly(Forms.DEELNEMERS, Forms.WIJK, Forms.LEEFTIJD);
        assertThat(new Rule.NotTogether(VERDICT, Cases.VORM, Cases.PERIODE, Map.of()).columns())
                .containsExactly(Cases.VORM, Cases.PERIODE);
        assertThat(new Rule.OnlyTogether(VERDICT, Cases.VORM, Cases.PERIODE, Map.of()).columns())
                .containsExactly(Cases.VORM, Cases.PERIODE);
        assertThat(new Rule.Within(VERDICT, Cases.EIND, 1, 2).columns()).containsExactly(Cases.EIND);
        assertThat(Cases.filledWhere(Rule.Filled.Fill.ANY, Set.of("LANG"), Cases.BEGIN, Cases.EIND)
                        .columns())
                .containsExactly(Cases.BEGIN, Cases.EIND, Cases.VORM);
        assertThat(new PersonRule.Squares(VERDICT, Cases.EIND, Cases.OPGESTART, Cases.BEGIN).columns())
                .containsExactly(Cases.EIND, Cases.OPGESTART, Cases.BEGIN);
    }
}
