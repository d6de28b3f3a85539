package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change.Kind;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Comparability.Cause;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Comparability.Reason;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Comparability.Verdict;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/** Judges for each indicator what the differences between two versions mean for it. */
final class Comparabilities {

    /** Changes of a column by which its figures mean something else, or must be read with care. */
    private static final Map<Kind, Cause> CAUSES = Map.of(
            Kind.TYPE, Cause.TYPE,
            Kind.PART, Cause.TYPE,
            Kind.COLUMN_RENAMED, Cause.RENAMED,
            Kind.NOTATION, Cause.NOTATION,
            Kind.REQUIRED, Cause.OBLIGATION,
            Kind.OPTIONAL, Cause.OBLIGATION,
            Kind.AGREEMENT, Cause.AGREEMENT);

    private static final Set<Kind> OF_RULES = Set.of(Kind.RULE_ADDED, Kind.RULE_REMOVED, Kind.RULE_CHANGED);

    private final Lineage lineage;
    private final Lineage back;
    private final FormatDefinition from;
    private final FormatDefinition to;
    private final List<DefinitionDiff.Change> changes;

    Comparabilities(Lineage lineage, FormatDefinition from, FormatDefinition to, List<DefinitionDiff.Change> changes) {
        this.lineage = lineage;
        back = lineage.reversed();
        this.from = from;
        this.to = to;
        this.changes = changes;
    }

    /** Returns the verdicts on the indicators whose columns all exist in at least one of the two versions. */
    List<DefinitionDiff.Comparability> of(List<IndicatorSet> sets) {
        return sets.stream()
                .flatMap(set -> set.indicators().stream())
                .filter(indicator -> indicator.formula().format().equals(to.id().name()))
                .filter(indicator -> !indicator.formula().columns().isEmpty())
                .filter(indicator -> isFed(indicator, from) || isFed(indicator, to))
                .map(this::judge)
                .toList();
    }

    private static boolean isFed(Indicator indicator, FormatDefinition format) {
        return indicator.formula().columns().stream()
                .allMatch(column -> format.column(column).isPresent());
    }

    private DefinitionDiff.Comparability judge(Indicator indicator) {
        Set<Reason> reasons = new LinkedHashSet<>();
        if (!lineage.isDeclared()) {
            reasons.add(new Reason(Cause.NO_STEPS, "", ""));
        } else {
            indicator.formula().columns().forEach(column -> column(column, reasons));
            indicator
                    .formula()
                    .parts()
                    .forEach(part -> part.where().forEach((dimension, codes) -> codes(dimension, codes, reasons)));
        }
        Verdict verdict = reasons.stream()
                .map(reason -> reason.cause().verdict())
                .max(Comparator.naturalOrder())
                .orElse(Verdict.COMPARABLE);
        boolean bounded = reasons.stream()
                .filter(reason -> reason.cause().verdict() == Verdict.NOT_COMPARABLE)
                .allMatch(reason -> reason.cause() == Cause.CODES && hasOrigins(indicator, reason.column()));
        return new DefinitionDiff.Comparability(
                indicator.id(), verdict, List.copyOf(reasons), from.validity(), bounded);
    }

    /** Returns whether rows of the earlier version may have each of the codes that an indicator counts. */
    private boolean hasOrigins(Indicator indicator, String dimension) {
        ColumnName name = ColumnName.of(dimension);
        return pair(name).map(Pair::earlier).stream()
                .filter(earlier -> earlier.rule().type() instanceof ColumnType.Code)
                .allMatch(earlier -> {
                    Set<String> reached = lineage.reached(
                            earlier.name(), ((ColumnType.Code) earlier.rule().type()).codes());
                    return indicator.formula().parts().stream()
                            .allMatch(part -> reached.containsAll(part.where().getOrDefault(name, Set.of())));
                });
    }

    /** What an indicator's column is in both versions, whichever of the two the indicator speaks of. */
    private record Pair(Column earlier, Column later) {}

    private Optional<Pair> pair(ColumnName name) {
        Optional<Column> later = to.column(name).or(() -> lineage.later(name).flatMap(to::column));
        Optional<Column> earlier =
                later.flatMap(column -> back.later(column.name())).flatMap(from::column);
        return earlier.isPresent() && later.isPresent()
                ? Optional.of(new Pair(earlier.get(), later.get()))
                : Optional.empty();
    }

    private void column(ColumnName name, Set<Reason> reasons) {
        Optional<Pair> pair = pair(name);
        if (pair.isEmpty()) {
            reasons.add(new Reason(Cause.COLUMN, name.value(), ""));
            return;
        }
        String column = pair.get().later().name().value();
        for (DefinitionDiff.Change change : changes) {
            Cause cause = CAUSES.get(change.kind());
            if (cause != null && change.subject().equals(column)) {
                reasons.add(new Reason(cause, column, details(cause, change)));
            }
            if (OF_RULES.contains(change.kind()) && isAbout(change, pair.get())) {
                reasons.add(new Reason(Cause.RULE, column, change.subject()));
            }
        }
        persons(pair.get(), reasons);
    }

    private static String details(Cause cause, DefinitionDiff.Change change) {
        return cause == Cause.AGREEMENT || cause == Cause.OBLIGATION ? "" : change.before() + " → " + change.after();
    }

    private boolean isAbout(DefinitionDiff.Change change, Pair pair) {
        return isAbout(change, from.ruleSet(), pair.earlier().name())
                || isAbout(change, to.ruleSet(), pair.later().name());
    }

    /** Returns whether a change is to a rule that reads a column and refuses rows; other rules do not change counts. */
    private static boolean isAbout(DefinitionDiff.Change change, RuleSet rules, ColumnName column) {
        return rules.rules().stream()
                .filter(rule -> rule.verdict().severity() == Severity.ERROR)
                .filter(rule -> rule.verdict().code().value().equals(change.subject()))
                .map(Rule::columns)
                .anyMatch(columns -> columns.contains(column));
    }

    /**
     * Adds the reason that groups of persons changed. Distinct persons of groups that share nobody add up; when such
     * groups change, less is known about the total.
     */
    private void persons(Pair pair, Set<Reason> reasons) {
        if (!(pair.later().rule().part() instanceof ColumnRule.Part.OfMeasure part
                && part.measure() instanceof Measure.Distinct persons
                && persons.partitioned())) {
            return;
        }
        for (Column column : from.columns()) {
            if (column.rule().part() instanceof ColumnRule.Part.OfDimension of
                    && of.dimension() instanceof Dimension.Category category
                    && !category.partition().isEmpty()
                    && column.rule().type() instanceof ColumnType.Code codes) {
                Set<String> changed = lineage.changed(column.name(), codes.codes());
                if (!changed.isEmpty()) {
                    reasons.add(new Reason(Cause.PERSONS, column.name().value(), String.join(", ", changed)));
                }
            }
        }
    }

    private void codes(ColumnName dimension, Set<String> codes, Set<Reason> reasons) {
        Optional<Pair> pair = pair(dimension);
        if (pair.isEmpty()) {
            reasons.add(new Reason(Cause.COLUMN, dimension.value(), ""));
        } else if (pair.get().earlier().rule().type() instanceof ColumnType.Code earlier) {
            List<String> changed = codes.stream()
                    .filter(code -> !lineage.isSame(pair.get().earlier().name(), earlier.codes(), code))
                    .sorted()
                    .toList();
            if (!changed.isEmpty()) {
                reasons.add(new Reason(Cause.CODES, dimension.value(), String.join(", ", changed)));
            }
        }
    }
}
