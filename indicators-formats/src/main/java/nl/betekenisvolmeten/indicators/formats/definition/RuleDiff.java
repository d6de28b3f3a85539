package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionChange.Kind;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionChange.Level;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** What differs in rules and checks. A rule is the same when its code is; a column's other name is no difference. */
final class RuleDiff {

    private final List<DefinitionChange> changes = new ArrayList<>();

    private RuleDiff() {}

    static List<DefinitionChange> of(Lineage lineage, RuleSet from, RuleSet to) {
        RuleDiff diff = new RuleDiff();
        from.verdicts().forEach((check, verdict) -> diff.check(check.name(), verdict, to.verdict(check)));
        diff.rules(
                byCode(from, name -> lineage.later(name).orElse(name)),
                byCode(to, name -> name),
                severities(from),
                severities(to));
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

    private void rules(
            Map<String, String> before,
            Map<String, String> after,
            Map<String, Severity> severitiesBefore,
            Map<String, Severity> severitiesAfter) {
        before.forEach((code, words) -> {
            String other = after.get(code);
            if (other == null) {
                add(Kind.RULE_REMOVED, Level.MINOR, code, words, "");
                return;
            }
            Severity now = severitiesAfter.getOrDefault(code, Severity.NOTE);
            if (!other.equals(words)) {
                add(Kind.RULE_CHANGED, level(now), code, words, other);
            }
            severity(code, severitiesBefore.getOrDefault(code, Severity.NOTE), now);
        });
        after.forEach((code, words) -> {
            if (!before.containsKey(code)) {
                add(Kind.RULE_ADDED, level(severitiesAfter.getOrDefault(code, Severity.NOTE)), code, "", words);
            }
        });
    }

    private void add(Kind kind, Level level, String subject, String before, String after) {
        changes.add(new DefinitionChange(kind, level, subject, before, after));
    }

    private static Map<String, Severity> severities(RuleSet rules) {
        Map<String, Severity> severities = new LinkedHashMap<>();
        rules.rules()
                .forEach(rule -> severities.merge(
                        rule.verdict().code().value(),
                        rule.verdict().severity(),
                        (a, b) -> a.compareTo(b) >= 0 ? a : b));
        return severities;
    }

    private static Map<String, String> byCode(RuleSet rules, Function<ColumnName, ColumnName> name) {
        Map<String, String> byCode = new LinkedHashMap<>();
        rules.rules()
                .forEach(rule -> byCode.merge(
                        rule.verdict().code().value(), words(rule, name), (one, other) -> one + "; " + other));
        return byCode;
    }

    private static String words(Rule rule, Function<ColumnName, ColumnName> name) {
        String columns =
                rule.columns().stream().map(name).map(ColumnName::value).collect(Collectors.joining(", "));
        String kind = rule.getClass().getSimpleName();
        return rule instanceof Rule.NotTogether together
                ? kind + "(" + columns + ") " + pairs(together)
                : kind + "(" + columns + ")";
    }

    private static String pairs(Rule.NotTogether rule) {
        return rule.pairs().entrySet().stream()
                .map(pair ->
                        pair.getKey() + ": " + pair.getValue().stream().sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }
}
