package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change.Kind;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change.Level;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DeliveryRuleLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.RuleLoader;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** What differs in rules and checks. A rule is the same when its code is; a column's other name is no difference. */
final class RuleDiff {

    private final List<DefinitionDiff.Change> changes = new ArrayList<>();

    private RuleDiff() {}

    static List<DefinitionDiff.Change> of(Lineage lineage, FormatDefinition from, FormatDefinition to) {
        RuleDiff diff = new RuleDiff();
        from.ruleSet()
                .verdicts()
                .forEach((check, verdict) ->
                        diff.check(check.name(), verdict, to.ruleSet().verdict(check)));
        Function<ColumnName, ColumnName> later = name -> lineage.later(name).orElse(name);
        diff.rules(RuleWords.of(from, later), RuleWords.of(to, name -> name));
        return diff.changes;
    }

    private void check(String check, Verdict before, Verdict after) {
        if (!before.code().equals(after.code())) {
            add(
                    Kind.RULE_CHANGED,
                    Level.MINOR,
                    check,
                    before.code().value(),
                    after.code().value());
        }
        severity(after.code().value(), before.severity(), after.severity());
    }

    private void severity(String code, Severity before, Severity after) {
        if (before != after) {
            add(Kind.SEVERITY, level(after), code, before.name(), after.name());
        }
    }

    private static Level level(Severity severity) {
        return severity == Severity.ERROR ? Level.MAJOR : Level.MINOR;
    }

    private void rules(Map<String, RuleWords> before, Map<String, RuleWords> after) {
        before.forEach((code, rule) -> {
            RuleWords now = after.get(code);
            if (now == null) {
                add(Kind.RULE_REMOVED, Level.MINOR, code, rule.words(), "");
                return;
            }
            if (!now.words().equals(rule.words())) {
                add(Kind.RULE_CHANGED, level(now.severity()), code, rule.words(), now.words());
            }
            severity(code, rule.severity(), now.severity());
        });
        after.forEach((code, rule) -> {
            if (!before.containsKey(code)) {
                add(Kind.RULE_ADDED, level(rule.severity()), code, "", rule.words());
            }
        });
    }

    private void add(Kind kind, Level level, String subject, String before, String after) {
        changes.add(new DefinitionDiff.Change(kind, level, subject, before, after));
    }

    /**
     * What the rules of a version say under one code, in the words of a definition file: those over rows, and those over a
     * delivery and the one before it.
     *
     * @param words all that is said under the code
     * @param severity the most serious that breaking it gives
     */
    private record RuleWords(String words, Severity severity) {

        /** Returns the words of all rules by code; columns have the names of the later version. */
        static Map<String, RuleWords> of(FormatDefinition format, Function<ColumnName, ColumnName> name) {
            Map<String, RuleWords> byCode = new LinkedHashMap<>();
            format.ruleSet().rules().forEach(rule -> add(byCode, rule.verdict(), words(rule, name)));
            String key = names(format.deliveryRules().key(), name);
            format.deliveryRules().rules().forEach(rule -> add(byCode, rule.verdict(), words(rule, key, name)));
            return byCode;
        }

        private static void add(Map<String, RuleWords> byCode, Verdict verdict, String words) {
            byCode.merge(verdict.code().value(), new RuleWords(words, verdict.severity()), RuleWords::and);
        }

        private RuleWords and(RuleWords more) {
            return new RuleWords(
                    words + "; " + more.words, severity.compareTo(more.severity) >= 0 ? severity : more.severity);
        }

        private static String names(List<ColumnName> columns, Function<ColumnName, ColumnName> name) {
            return columns.stream().map(name).map(ColumnName::value).collect(Collectors.joining(", "));
        }

        private static String words(Rule rule, Function<ColumnName, ColumnName> name) {
            String terms = rule.terms(name::apply);
            return RuleLoader.kind(rule) + "(" + names(rule.columns(), name) + ")"
                    + (terms.isEmpty() ? "" : " " + terms);
        }

        private static String words(
                DeliveryRules.DeliveryRule rule, String key, Function<ColumnName, ColumnName> name) {
            String limits = rule instanceof DeliveryRules.DeliveryRule.Jump jump
                    ? " x" + jump.factor() + ", " + jump.difference()
                            + jump.reason()
                                    .map(reason -> " NOTE WITH " + name.apply(reason))
                                    .orElse("")
                    : "";
            String over = rule instanceof DeliveryRules.DeliveryRule.Continued continued
                            && !continued.over().isEmpty()
                    ? " OVER " + names(continued.over(), name)
                    : "";
            return DeliveryRuleLoader.kind(rule) + "(" + names(rule.columns(), name) + ")" + limits + " BY " + key
                    + over;
        }
    }
}
