package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DeliveryRuleLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.RuleLoader;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * What the rules of a version say under one code, in the words of a definition file: those over rows, and those over a
 * delivery and the one before it.
 *
 * @param words all that is said under the code
 * @param severity the most serious that breaking it gives
 */
record RuleWords(String words, Severity severity) {

    /** The words by code, with columns by the name that they have in the later version. */
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
        return RuleLoader.kind(rule) + "(" + names(rule.columns(), name) + ")" + (terms.isEmpty() ? "" : " " + terms);
    }

    private static String words(DeliveryRules.DeliveryRule rule, String key, Function<ColumnName, ColumnName> name) {
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
        return DeliveryRuleLoader.kind(rule) + "(" + names(rule.columns(), name) + ")" + limits + " BY " + key + over;
    }
}
