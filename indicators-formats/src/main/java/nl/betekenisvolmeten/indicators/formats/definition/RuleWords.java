package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.BalanceRule;
import nl.betekenisvolmeten.indicators.validation.DeliveryRule;
import nl.betekenisvolmeten.indicators.validation.FilledRule;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * What the rules of a version say, in the words of a definition file: those over rows, and those over a delivery and the
 * one before it.
 *
 * @param byCode for each code, all that is said under it
 * @param severities for each code, the gravest that breaking it gives
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
        return rule.getClass().getSimpleName() + "(" + names(rule.columns(), name) + ")" + details(rule, name);
    }

    private static String details(Rule rule, Function<ColumnName, ColumnName> name) {
        if (rule instanceof Rule.NotTogether together) {
            return " " + pairs(together.pairs());
        }
        if (rule instanceof Rule.OnlyTogether together) {
            return " " + pairs(together.pairs());
        }
        if (rule instanceof Rule.Within within) {
            return " " + within.lower() + " - " + within.upper();
        }
        if (rule instanceof BalanceRule balance) {
            String minus = balance.minus().isEmpty() ? "" : " MINUS " + names(balance.minus(), name);
            return " " + balance.comparison() + minus + " " + balance.empty();
        }
        return rule instanceof FilledRule filled ? details(filled) : "";
    }

    private static String details(FilledRule rule) {
        return " " + rule.fill()
                + rule.where()
                        .map(where -> " WHERE " + pairs(Map.of(where.column().value(), where.codes())))
                        .orElse("");
    }

    private static String words(DeliveryRule rule, String key, Function<ColumnName, ColumnName> name) {
        String limits = rule instanceof DeliveryRule.Jump jump ? " x" + jump.factor() + ", " + jump.difference() : "";
        return rule.getClass().getSimpleName() + "(" + names(rule.columns(), name) + ")" + limits + " BY " + key;
    }

    private static String pairs(Map<String, Set<String>> pairs) {
        return pairs.entrySet().stream()
                .map(pair ->
                        pair.getKey() + ": " + pair.getValue().stream().sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }
}
