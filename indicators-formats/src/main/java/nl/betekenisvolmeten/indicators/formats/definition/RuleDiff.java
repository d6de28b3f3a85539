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
        RuleWords before = RuleWords.of(from, later);
        RuleWords after = RuleWords.of(to, name -> name);
        diff.rules(before.byCode(), after.byCode(), before.severities(), after.severities());
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
        changes.add(new DefinitionDiff.Change(kind, level, subject, before, after));
    }
}
