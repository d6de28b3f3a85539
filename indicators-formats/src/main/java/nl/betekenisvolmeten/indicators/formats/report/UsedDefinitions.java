package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.DefinitionKind;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.UsedDefinition;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** The definitions behind a figure, with their versions. */
final class UsedDefinitions {

    private final Definitions definitions;
    private final List<UsedDefinition> all = new ArrayList<>();

    UsedDefinitions(Definitions definitions) {
        this.definitions = definitions;
    }

    private void add(DefinitionKind kind, String id, String version, Provenance.Status status) {
        all.add(new UsedDefinition(kind, id, version, status));
    }

    void add(IndicatorSet set) {
        add(
                DefinitionKind.INDICATOR_SET,
                set.id(),
                set.version(),
                set.provenance().status());
    }

    void add(FormatDefinition format) {
        FormatId id = format.id();
        add(DefinitionKind.FORMAT, id.name(), id.version(), format.provenance().status());
    }

    void add(Definitions.PopulationList list) {
        add(
                DefinitionKind.POPULATION,
                list.id(),
                list.version(),
                list.provenance().status());
    }

    /** Adds inhabitants that someone brought along. */
    void addOwn(Population inhabitants) {
        add(DefinitionKind.POPULATION, inhabitants.id(), "-", Provenance.Status.DRAFT);
    }

    /** Adds the areas of a format's columns. */
    void addAreas(TableStructure structure) {
        structure.dimensions().stream()
                .filter(Dimension.Place.class::isInstance)
                .map(dimension -> ((Dimension.Place) dimension).areas().id())
                .distinct()
                .flatMap(id -> definitions.areas().find(id).stream())
                .forEach(list -> add(
                        DefinitionKind.AREAS,
                        list.id(),
                        list.version(),
                        list.provenance().status()));
    }

    List<UsedDefinition> all() {
        return all;
    }

    /** The checks of formats on cells and rows, each code once, in the order of their codes. */
    static List<Verdict> checks(Collection<FormatDefinition> formats) {
        TreeMap<FindingCode, Verdict> checks = new TreeMap<>();
        for (FormatDefinition format : formats) {
            format.ruleSet().verdicts().values().forEach(verdict -> checks.putIfAbsent(verdict.code(), verdict));
            format.ruleSet().rules().stream()
                    .map(Rule::verdict)
                    .forEach(verdict -> checks.putIfAbsent(verdict.code(), verdict));
        }
        return List.copyOf(checks.values());
    }
}
