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
import nl.betekenisvolmeten.indicators.validation.DeliveryRule;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * What the rules of a version say, in the words of a definition file: those over rows, and those over a delivery and the
 * one before it.
 *
 * @param byCode for each code, all that is said under it
 * @param severities for each code, the most serious that breaking it gives
 */
record RuleWords(Map<String, String> byCode, Map<String, Severity> severities) {

    /** The words, with columns by the name that they have in the later version. */
    static RuleWords of(FormatDefinition format, Function<ColumnName, ColumnName> name) {
        RuleWords words = new RuleWords(new LinkedHashMap<>(), new LinkedHashMap<>());
        format.ruleSet().rules().forEach(rule -> words.add(rule.verdict(), words(rule, name)));
        String key = names(format.deliveryRules().key(), name);
        format.deliveryRules().rules().forEach(rule -> words.add(rule.verdict(), words(rule, key, name)));
        return words;
    }

    private void add(Verdict verdict, String said) {
        byCode.merge(verdict.code().value(), said, (one, other) -> one + "; " + other);
        severities.merge(verdict.code().value(), verdict.severity(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    private static String names(List<ColumnName> columns, Function<ColumnName, ColumnName> name) {
        return columns.stream().map(name).map(ColumnName::value).collect(Collectors.joining(", "));
    }

    private static String words(Rule rule, Function<ColumnName, ColumnName> name) {
        String terms = rule.terms(name::apply);
        return RuleLoader.kind(rule) + "(" + names(rule.columns(), name) + ")" + (terms.isEmpty() ? "" : " " + terms);
    }

    private static String words(DeliveryRule rule, String key, Function<ColumnName, ColumnName> name) {
        String limits = rule instanceof DeliveryRule.Jump jump ? " x" + jump.factor() + ", " + jump.difference() : "";
        return DeliveryRuleLoader.kind(rule) + "(" + names(rule.columns(), name) + ")" + limits + " BY " + key;
    }
}
