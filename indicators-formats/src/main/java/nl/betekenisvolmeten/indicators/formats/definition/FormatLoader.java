package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionHeader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionLimits;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DeliveryRuleLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.FormatParts;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.RuleLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.formats.internal.definition.VerdictLoader;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
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
        List<ObjectReader> columnItems = in.objects("columns", DefinitionLimits.COLUMNS);
        FormatParts parts = FormatParts.read(
                in,
                columnItems,
                definitions.codelists().all(),
                (item, property) -> definitions.areas().named(item, property).map(Definitions.AreaList::hierarchy),
                (item, property) ->
                        definitions.populations().named(item, property).map(Definitions.PopulationList::population));
        Set<String> names = new HashSet<>();
        List<Column> columns = FormatDefinition.withAreas(
                columnItems.stream()
                        .flatMap(item -> ColumnLoader.read(item, parts, names).stream())
                        .toList(),
                definitions.areas());
        List<ColumnRule> columnRules = columns.stream().map(Column::rule).toList();
        Map<RuleSet.CellCheck, Verdict> verdicts =
                in.or(VerdictLoader.USUAL, "checks", name -> in.object(name).map(VerdictLoader::checks));
        List<PlacedRule> rules = rules(in, new RuleLoader(parts, columnRules));
        Optional<RuleSet> ruleSet = head.flatMap(known -> ruleSet(in, known.id(), columnRules, rules, verdicts));
        // a migration to columns that are themselves wrong would only give the same errors again
        boolean good = columns.size() == columnItems.size();
        List<ObjectReader> migrationItems = in.oneOrMoreIfGiven("migration");
        List<Migration> migrations = head.filter(any -> good)
                .map(known -> migrations(migrationItems, in.isTrusted(), known.id(), columns, definitions))
                .orElse(List.of());
        Optional<Period> readableFrom = in.has("readableFrom") ? Values.period(in, "readableFrom") : Optional.empty();
        DeliveryRuleLoader previous = new DeliveryRuleLoader(parts, ruleSet);
        Optional<DeliveryRules> deliveryRules = in.objectIfGiven("previous", previous::read);
        Optional<FormatDefinition.OwnTotals> totals =
                in.objectIfGiven("totals", inner -> totals(inner, parts, definitions));
        FormatDefinition.Handover handover = handover(in.ifGiven());
        return in.build(() -> {
            DefinitionHeader known = head.orElseThrow();
            return new FormatDefinition(
                    known.id(),
                    known.title(),
                    parts.validity().orElseThrow(),
                    known.provenance(),
                    columns,
                    ruleSet.orElseThrow(),
                    migrations,
                    readableFrom,
                    deliveryRules.orElse(DeliveryRules.none()),
                    totals,
                    handover);
        });
    }

    private static FormatDefinition.Handover handover(ObjectReader in) {
        List<String> recipients = in.texts("recipients");
        OptionalInt due = in.whole("dueAfterDays", 0, ContextLoader.MAX_DAYS).stream()
                .mapToInt(Long::intValue)
                .findFirst();
        return new FormatDefinition.Handover(recipients, due);
    }

    private static Optional<FormatDefinition.OwnTotals> totals(
            ObjectReader in, FormatParts parts, Definitions definitions) {
        Optional<FormatDefinition> of = definitions.formats().named(in, "of");
        Optional<ColumnName> column = parts.column(in, "column");
        Optional<String> all = in.text("all");
        return in.build(
                () -> new FormatDefinition.OwnTotals(of.orElseThrow(), column.orElseThrow(), all.orElseThrow()));
    }

    /** Reads the migrations; those of a trusted file when they are first asked for, as few deliveries need them. */
    private static List<Migration> migrations(
            List<ObjectReader> items, boolean trusted, FormatId id, List<Column> columns, Definitions definitions) {
        Function<ObjectReader, Optional<Migration>> read = item -> MigrationLoader.read(item, id, columns, definitions);
        return trusted
                ? new Lazy.OfList<>(() -> items.stream()
                        .map(item -> read.apply(item).orElseThrow())
                        .toList())
                : items.stream().flatMap(item -> read.apply(item).stream()).toList();
    }

    private static List<PlacedRule> rules(ObjectReader in, RuleLoader loader) {
        List<PlacedRule> rules = new ArrayList<>();
        for (ObjectReader item : in.ifGiven().objects("rules", DefinitionLimits.RULES)) {
            loader.read(item).ifPresent(rule -> rules.add(new PlacedRule(item, rule)));
        }
        return rules;
    }

    /**
     * Returns the set of rules. Each rule is first tried by itself, so that every rule that does not fit the columns is
     * reported at its own place.
     */
    private static Optional<RuleSet> ruleSet(
            ObjectReader in,
            FormatId id,
            List<ColumnRule> columns,
            List<PlacedRule> rules,
            Map<RuleSet.CellCheck, Verdict> checks) {
        Optional<RuleSet> bare = in.attempt(() -> new RuleSet(id, columns, List.of(), checks));
        if (bare.isEmpty()) {
            return bare;
        }
        rules.forEach(placed -> placed.in().attempt(() -> new RuleSet(id, columns, List.of(placed.rule()), checks)));
        return in.attempt(() ->
                new RuleSet(id, columns, rules.stream().map(PlacedRule::rule).toList(), checks));
    }
}
