package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDocument;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Definitions by what people type, and those that commands take when nothing is typed.
 *
 * @param definitions the definitions at hand
 * @param texts words for what does not exist
 */
record Lookup(Definitions definitions, Texts texts) {

    /** Returns a format: {@code ID} for the latest version, or {@code ID@VERSION}. */
    FormatDefinition format(String wanted) {
        Optional<FormatDefinition> found = wanted.contains("@")
                ? FormatId.parse(wanted).flatMap(definitions.formats()::find)
                : definitions.formats().latest(wanted);
        return found.orElseThrow(() -> texts.unknown(
                "formats.unknown",
                wanted,
                Stream.concat(
                                definitions.formats().all().stream().map(FormatDefinition::id),
                                definitions.accounts().all().stream().map(AccountDefinition::id))
                        .toList()));
    }

    /**
     * Returns a definition of any kind: {@code ID} for the latest version, or {@code ID@VERSION}. If two kinds have the
     * id, the format is meant.
     */
    Optional<DefinitionDocument> document(String wanted) {
        return definitions.documents().stream()
                .filter(one -> wanted.equals(
                        wanted.contains("@") ? one.id().toString() : one.id().name()))
                .max(Comparator.comparing((DefinitionDocument one) -> one.kind().equals("format"))
                        .thenComparing(DefinitionDocument::id));
    }

    /** Returns a definition of any kind, which must exist. */
    DefinitionDocument anyDocument(String wanted) {
        return document(wanted)
                .orElseThrow(() -> texts.unknown(
                        "formats.unknown",
                        wanted,
                        definitions.documents().stream()
                                .map(DefinitionDocument::id)
                                .toList()));
    }

    /** Returns an account: its latest version, unless another is named. */
    Optional<AccountDefinition> account(String wanted) {
        if (wanted.contains("@")) {
            return FormatId.parse(wanted).flatMap(definitions.accounts()::find);
        }
        return definitions.accounts().latest(wanted);
    }

    /** Returns the sets, with the questions of indicators that are computed from answers. */
    List<IndicatorSet> indicatorSets() {
        return definitions.indicatorSets().all().stream()
                .map(definitions::withQuestions)
                .toList();
    }

    /** Returns the indicators of all sets; of several with one id the last, as the user's own sets come last. */
    List<Indicator> indicators() {
        return lastOfEachId(indicatorSets().stream().flatMap(set -> set.indicators().stream()));
    }

    private static List<Indicator> lastOfEachId(Stream<Indicator> all) {
        Map<IndicatorId, Indicator> last = new LinkedHashMap<>();
        all.forEach(indicator -> last.put(indicator.id(), indicator));
        return List.copyOf(last.values());
    }

    /** Returns the indicators that deliveries of a format contribute to. */
    List<Indicator> indicatorsFedBy(FormatDefinition format) {
        Set<ColumnName> columns = measures(format);
        return lastOfEachId(
                indicatorSets().stream().flatMap(set -> set.fedBy(format.id().name(), columns).stream()));
    }

    /**
     * Returns the indicators that the rows of a format feed, also those defined on totals among the files that
     * organisations counted themselves: these are read as totals over rows of the format.
     */
    List<Indicator> indicatorsFedBy(FormatDefinition format, DeliverySet set) {
        Stream<String> totals = set.formats().values().stream()
                .filter(own -> own.ownTotals()
                        .filter(over -> over.of().id().name().equals(format.id().name()))
                        .isPresent())
                .map(own -> own.id().name());
        Set<String> forms =
                Stream.concat(Stream.of(format.id().name()), totals).collect(Collectors.toCollection(TreeSet::new));
        return lastOfEachId(indicatorSets().stream()
                .flatMap(one -> forms.stream().flatMap(form -> one.fedBy(form, measures(format)).stream())));
    }

    private static Set<ColumnName> measures(FormatDefinition format) {
        Set<ColumnName> columns = new HashSet<>();
        format.ruleSet().structure().measures().forEach(measure -> columns.add(measure.name()));
        return columns;
    }

    /** Returns the columns that indicators of a form need and no version of it counts, by the ids of the indicators. */
    Map<IndicatorId, List<ColumnName>> unknownColumns(FormatDefinition format) {
        String form = format.id().name();
        Set<ColumnName> known = new HashSet<>();
        definitions.formats().ids().stream()
                .filter(id -> id.name().equals(form))
                .forEach(id -> known.addAll(measures(definitions.formats().get(id))));
        Map<IndicatorId, List<ColumnName>> unknown = new TreeMap<>();
        for (Indicator indicator : indicators()) {
            List<ColumnName> lacking = indicator.formula().columns().stream()
                    .filter(column -> !known.contains(column))
                    .toList();
            if (indicator.formula().format().equals(form) && !lacking.isEmpty()) {
                unknown.put(indicator.id(), lacking);
            }
        }
        return unknown;
    }

    /** Returns the indicators that are shown unless others are asked for. */
    List<Indicator> coreOf(List<Indicator> all) {
        Set<IndicatorId> core = indicatorSets().stream()
                .flatMap(set -> set.core().stream())
                .map(Indicator::id)
                .collect(Collectors.toSet());
        return all.stream().filter(indicator -> core.contains(indicator.id())).toList();
    }

    /** Returns what replaced an indicator that is no longer computed. */
    Optional<IndicatorSet.Retired> retired(String id) {
        return indicatorSets().stream()
                .flatMap(set -> set.retired().stream())
                .filter(old -> old.id().value().equals(id))
                .findFirst();
    }

    /** Returns the inhabitants that are used unless the user gives a file. */
    Definitions.PopulationList inhabitants() {
        return definitions.populations().get("denhaag-inwoners");
    }

    /** Returns the areas that are used if no delivery determines them. */
    AreaHierarchy areas() {
        return definitions.areas().get("denhaag").hierarchy();
    }

    String areaName(AreaCode code) {
        return areas().find(code).map(Area::name).orElse(code.value());
    }

    /** Returns the areas that deliveries of a format refer to. */
    static AreaHierarchy areas(TableStructure structure) {
        return structure.dimensions().stream()
                .filter(Dimension.Place.class::isInstance)
                .map(dimension -> ((Dimension.Place) dimension).areas())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a format without areas"));
    }
}
