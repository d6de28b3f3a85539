package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.validation.CellCheck;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Reads a format. */
final class FormatLoader {

    private FormatLoader() {}

    /** A rule and where it stands. */
    private record PlacedRule(ObjectReader in, Rule rule) {}

    static Optional<FormatDefinition> read(ObjectReader in, Definitions definitions) {
        Optional<DefinitionHeader> head = DefinitionHeader.read(in);
        List<ObjectReader> columnItems = atMost(in, "columns", DefinitionLimits.COLUMNS);
        FormatParts parts = FormatParts.read(in, columnItems, definitions);
        Set<String> names = new HashSet<>();
        List<Column> columns = columnItems.stream()
                .flatMap(item -> ColumnLoader.read(item, parts, names).stream())
                .toList();
        Map<CellCheck, Verdict> verdicts =
                in.object("checks").map(VerdictLoader::checks).orElse(Map.of());
        List<PlacedRule> rules = rules(in, new RuleLoader(parts, columns));
        Optional<RuleSet> ruleSet = head.flatMap(known -> ruleSet(in, known.id(), columns, rules, verdicts));
        Optional<Migration> migration = in.has("migration")
                ? in.object("migration")
                        .flatMap(inner -> migration(inner, head, columns, columnItems.size(), definitions))
                : Optional.empty();
        Optional<DeliveryRules> previous = DeliveryRuleLoader.read(in, parts, ruleSet);
        return in.build(() -> {
            DefinitionHeader known = head.orElseThrow();
            return new FormatDefinition(
                    known.id(),
                    known.title(),
                    parts.validity().orElseThrow(),
                    known.provenance(),
                    columns,
                    ruleSet.orElseThrow(),
                    migration,
                    previous.orElseThrow());
        });
    }

    /** A migration to columns that are themselves wrong is not looked at: it would only give the same errors again. */
    private static Optional<Migration> migration(
            ObjectReader in,
            Optional<DefinitionHeader> head,
            List<Column> columns,
            int wanted,
            Definitions definitions) {
        return columns.size() == wanted
                ? head.flatMap(known -> MigrationLoader.read(in, known.id(), columns, definitions))
                : Optional.empty();
    }

    static List<ObjectReader> atMost(ObjectReader in, String property, int limit) {
        List<ObjectReader> items = in.objects(property);
        if (items.size() <= limit) {
            return items;
        }
        in.scope().beyondLimit(property, limit);
        return items.subList(0, limit);
    }

    private static List<PlacedRule> rules(ObjectReader in, RuleLoader loader) {
        List<PlacedRule> rules = new ArrayList<>();
        for (ObjectReader item : atMost(in, "rules", DefinitionLimits.RULES)) {
            loader.read(item).ifPresent(rule -> rules.add(new PlacedRule(item, rule)));
        }
        return rules;
    }

    /** Rules that do not fit the columns are found one by one, so that each is pointed at. */
    private static Optional<RuleSet> ruleSet(
            ObjectReader in,
            FormatId id,
            List<Column> columns,
            List<PlacedRule> rules,
            Map<CellCheck, Verdict> checks) {
        List<ColumnRule> columnRules = columns.stream().map(Column::rule).toList();
        Optional<RuleSet> bare = in.attempt(() -> new RuleSet(id, columnRules, List.of(), checks));
        if (bare.isEmpty()) {
            return bare;
        }
        rules.forEach(one -> one.in().attempt(() -> new RuleSet(id, columnRules, List.of(one.rule()), checks)));
        return in.attempt(() -> new RuleSet(
                id, columnRules, rules.stream().map(PlacedRule::rule).toList(), checks));
    }
}
