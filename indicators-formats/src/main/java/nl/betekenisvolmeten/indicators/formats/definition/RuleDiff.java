package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change.Kind;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change.Level;
import nl.betekenisvolmeten.indicators.model.ColumnName;
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
}
