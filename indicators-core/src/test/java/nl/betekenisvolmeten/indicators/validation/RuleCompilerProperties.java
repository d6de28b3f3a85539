package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;

/** In columns, rules find the rows that they find one by one: with a loop of their own, by pairs of codes or row by row. */
class RuleCompilerProperties {

    private static final Verdict VERDICT = Cases.verdict();
    private static final List<ColumnName> NUMBERS = List.of(Cases.BEGIN, Cases.OPGESTART, Cases.AFGESLOTEN, Cases.EIND);

    /** The cells of a row: a code and four numbers, of which some are empty. */
    record Row(String form, List<String> numbers) {
        String[] cells() {
            return new String[] {
                "2026KW01", form, numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), "", ""
            };
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<String> number = Arbitraries.of("", "0", "1", "2", "3", "5");
        return Combinators.combine(
                        Arbitraries.of("KORT", "LANG", "GEEN"), number.list().ofSize(4))
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Rule> rules() {
        Arbitrary<Rule> balance = Combinators.combine(
                        Arbitraries.of(BalanceRule.Comparison.values()), Arbitraries.of(BalanceRule.Empty.values()))
                .as((comparison, empty) -> new BalanceRule(
                        VERDICT,
                        Cases.EIND,
                        comparison,
                        List.of(Cases.BEGIN, Cases.OPGESTART),
                        List.of(Cases.AFGESLOTEN),
                        empty));
        Arbitrary<Rule> filled = Combinators.combine(
                        Arbitraries.of(Rule.Filled.Fill.values()), Arbitraries.of(true, false))
                .as((fill, everywhere) -> new Rule.Filled(
                        VERDICT,
                        List.of(Cases.BEGIN, Cases.EIND),
                        fill,
                        everywhere
                                ? Optional.empty()
                                : Optional.of(new Rule.Filled.Where(Cases.VORM, Set.of("KORT", "LANG")))));
        Rule within = new Rule.Within(VERDICT, Cases.OPGESTART, 1, 3);
        Rule atMost = new Rule.AtMost(VERDICT, Cases.OPGESTART, Cases.BEGIN);
        Rule onlyWith = new Rule.OnlyWith(VERDICT, Cases.EIND, Cases.BEGIN);
        Rule notAllZero = new Rule.NotAllZero(VERDICT, NUMBERS);
        Rule pairs = new Rule.OnlyTogether(
                VERDICT, Cases.VORM, Cases.VORM, Map.of("KORT", Set.of("LANG"), "LANG", Set.of("LANG")));
        Rule rowByRow =
                new Rule.Filled(VERDICT, List.of(Cases.VORM, Cases.BEGIN), Rule.Filled.Fill.ALL, Optional.empty());
        return Arbitraries.oneOf(
                balance, filled, Arbitraries.of(within, atMost, onlyWith, notAllZero, pairs, rowByRow));
    }

    private static boolean[] suspects(RuleSet rules, List<Row> rows) {
        ColumnBatch batch = new BatchAccess().newBatch(Validator.of(rules));
        batch.start(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            batch.ids(1)[i] = batch.dictionary(1).id(rows.get(i).form());
            for (int n = 0; n < NUMBERS.size(); n++) {
                String text = rows.get(i).numbers().get(n);
                batch.known(2 + n)[i] = !text.isEmpty();
                batch.values(2 + n)[i] = text.isEmpty() ? 7 : Long.parseLong(text);
            }
        }
        RuleCompiler.compile(rules).orElseThrow().mark(batch);
        return java.util.Arrays.copyOf(batch.suspect(), rows.size());
    }

    @Property
    void mark_anyRows_isWhatTheRowChecksFind(@ForAll("rules") Rule rule, @ForAll("rows") List<Row> rows) {
        boolean[] suspects = suspects(Cases.rules(rule), rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(suspects[i])
                    .as("%s of %s", rows.get(i), rule)
                    .isEqualTo(!Cases.findings(rule, rows.get(i).cells()).isEmpty());
        }
    }

    @Example
    void compile_ruleAboutAnAttribute_isForTheRowPath() {
        Rule remark = new Rule.Filled(VERDICT, List.of(Cases.OPMERKING), Rule.Filled.Fill.ALL, Optional.empty());
        assertThat(RuleCompiler.compile(Cases.rules(remark))).isEmpty();
        Rule code = new Rule.Filled(VERDICT, List.of(Cases.VORM), Rule.Filled.Fill.ALL, Optional.empty());
        assertThat(RuleCompiler.compile(Cases.rules(code))).isPresent();
        Rule key = new Rule.UniqueKey(VERDICT, List.of(Cases.VORM, Cases.OPMERKING));
        assertThat(RuleCompiler.compile(Cases.rules(key))).isEmpty();
        Rule together = new Rule.OnlyTogether(VERDICT, Cases.VORM, Cases.VORM, Map.of("KORT", Set.of("KORT")));
        assertThat(RuleCompiler.compile(Cases.rules(together))).isPresent();
    }
}
