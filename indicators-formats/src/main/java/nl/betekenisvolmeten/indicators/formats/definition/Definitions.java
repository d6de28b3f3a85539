package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.constraints.DefinitionProvider;

/**
 * The definitions at hand: formats, indicator sets, areas, inhabitants, targets and questionnaires. Immutable; {@code with} gives a registry with
 * one more, in place of an earlier one with the same id (and version). Bean Validation constraints find them here too.
 *
 * <p>The bundled ones are no more than a beginning. A municipality's own definition is read by a {@link
 * DefinitionReader} and added:
 *
 * <pre>{@code
 * Definitions bundled = Definitions.bundled();
 * Checked<FormatDefinition> own = DefinitionReader.of(bundled).readFormat("own.json", stream);
 * Definitions definitions = bundled.with(own.orThrow());
 * }</pre>
 */
public final class Definitions implements DefinitionProvider {

    private final Map<FormatId, FormatDefinition> formats;
    private final Map<String, IndicatorSet> indicatorSets;
    private final Map<String, AreaList> areaLists;
    private final Map<String, PopulationList> populations;
    private final MoreDefinitions extras;

    private Definitions(
            Map<FormatId, FormatDefinition> formats,
            Map<String, IndicatorSet> indicatorSets,
            Map<String, AreaList> areaLists,
            Map<String, PopulationList> populations,
            MoreDefinitions extras) {
        this.formats = formats;
        this.indicatorSets = indicatorSets;
        this.areaLists = areaLists;
        this.populations = populations;
        this.extras = extras;
    }

    /**
     * A registry without anything.
     *
     * @return the empty registry
     */
    public static Definitions empty() {
        return new Definitions(Map.of(), Map.of(), Map.of(), Map.of(), MoreDefinitions.NONE);
    }

    /**
     * The definitions that come with the library. They are read once.
     *
     * @return the registry
     * @throws IndicatorsException if one is missing or broken, which is a broken installation; the message names it
     */
    public static Definitions bundled() {
        return Bundle.definitions();
    }

    /**
     * The format with an id.
     *
     * @param id the format and its version
     * @return the format, or empty when it is not known
     */
    public Optional<FormatDefinition> find(FormatId id) {
        return Optional.ofNullable(formats.get(id));
    }

    /**
     * All formats.
     *
     * @return the formats by name, then by version
     */
    public List<FormatDefinition> formats() {
        return List.copyOf(formats.values());
    }

    /**
     * The latest version of a format.
     *
     * @param name the format's name, without version
     * @return the format with the highest version, or empty when there is none of that name
     */
    public Optional<FormatDefinition> latest(String name) {
        return formats.values().stream()
                .filter(format -> format.id().name().equals(name))
                .max(Comparator.comparing(FormatDefinition::id));
    }

    /**
     * A set of indicators.
     *
     * @param id the set
     * @param version its version
     * @return the set, or empty when it is not known
     */
    public Optional<IndicatorSet> indicatorSet(String id, String version) {
        return Optional.ofNullable(indicatorSets.get(MoreDefinitions.key(id, version)));
    }

    /**
     * All sets of indicators.
     *
     * @return the sets, in the order in which they were added
     */
    public List<IndicatorSet> indicatorSets() {
        return List.copyOf(indicatorSets.values());
    }

    /**
     * Areas.
     *
     * @param id such as {@code denhaag}
     * @return the areas, or empty when they are not known
     */
    public Optional<AreaList> areas(String id) {
        return Optional.ofNullable(areaLists.get(id));
    }

    /**
     * Inhabitants of areas.
     *
     * @param id such as {@code denhaag-inwoners}
     * @return the figures, or empty when they are not known
     */
    public Optional<PopulationList> population(String id) {
        return Optional.ofNullable(populations.get(id));
    }

    /**
     * All sets of targets.
     *
     * @return the sets, in the order in which they were added
     */
    public List<TargetSet> targetSets() {
        return List.copyOf(extras.targets().values());
    }

    /**
     * A questionnaire.
     *
     * @param id the questionnaire and its version
     * @return the questionnaire, or empty when it is not known
     */
    public Optional<Questionnaire> questionnaire(FormatId id) {
        return Optional.ofNullable(extras.questionnaires().get(id));
    }

    /**
     * An account of several parts.
     *
     * @param id the account and its version
     * @return the account, or empty when it is not known
     */
    public Optional<AccountDefinition> account(FormatId id) {
        return Optional.ofNullable(extras.accounts().get(id));
    }

    /**
     * All accounts of several parts.
     *
     * @return the accounts, in the order in which they were added
     */
    public List<AccountDefinition> accounts() {
        return List.copyOf(extras.accounts().values());
    }

    /**
     * All questionnaires.
     *
     * @return the questionnaires, in the order in which they were added
     */
    public List<Questionnaire> questionnaires() {
        return List.copyOf(extras.questionnaires().values());
    }

    @Override
    public Optional<RuleSet> rules(FormatId format) {
        return find(format).map(FormatDefinition::ruleSet);
    }

    @Override
    public Optional<AreaHierarchy> areas(String id, int year) {
        return areas(id).map(AreaList::hierarchy).filter(hierarchy -> hierarchy.year() == year);
    }

    @Override
    public Optional<IndicatorSet> indicators(String id, String version) {
        return indicatorSet(id, version);
    }

    Map<String, AreaList> areaLists() {
        return areaLists;
    }

    Map<String, PopulationList> populations() {
        return populations;
    }

    /**
     * These definitions and a format.
     *
     * @param format the format; it takes the place of one with the same name and version
     * @return a new registry
     */
    public Definitions with(FormatDefinition format) {
        Map<FormatId, FormatDefinition> more = new TreeMap<>(formats);
        more.put(format.id(), format);
        return new Definitions(Collections.unmodifiableMap(more), indicatorSets, areaLists, populations, extras);
    }

    /**
     * These definitions and a set of indicators.
     *
     * @param set the set; it takes the place of one with the same id and version
     * @return a new registry
     */
    public Definitions with(IndicatorSet set) {
        return new Definitions(
                formats,
                MoreDefinitions.plus(indicatorSets, MoreDefinitions.key(set.id(), set.version()), set),
                areaLists,
                populations,
                extras);
    }

    /**
     * These definitions and areas. Formats that were read before keep the areas that they had.
     *
     * @param areas the areas; they take the place of those with the same id
     * @return a new registry
     */
    public Definitions with(AreaList areas) {
        return new Definitions(
                formats, indicatorSets, MoreDefinitions.plus(areaLists, areas.id(), areas), populations, extras);
    }

    /**
     * These definitions and inhabitants. Formats that were read before keep the figures that they had.
     *
     * @param population the figures; they take the place of those with the same id
     * @return a new registry
     */
    public Definitions with(PopulationList population) {
        return new Definitions(
                formats,
                indicatorSets,
                areaLists,
                MoreDefinitions.plus(populations, population.id(), population),
                extras);
    }

    /**
     * These definitions and targets.
     *
     * @param set the targets; they take the place of those with the same id and version
     * @return a new registry
     */
    public Definitions with(TargetSet set) {
        return with(extras.with(set));
    }

    /**
     * These definitions and a questionnaire.
     *
     * @param questionnaire the questionnaire; it takes the place of one with the same id and version
     * @return a new registry
     */
    public Definitions with(Questionnaire questionnaire) {
        return with(extras.with(questionnaire));
    }

    /**
     * These definitions and an account of several parts.
     *
     * @param account the account; it takes the place of one with the same id and version
     * @return a new registry
     */
    public Definitions with(AccountDefinition account) {
        return with(extras.with(account));
    }

    /**
     * A counting protocol.
     *
     * @param id the protocol and its version
     * @return the protocol, or empty when it is not known
     */
    public Optional<ProtocolDefinition> protocol(FormatId id) {
        return Optional.ofNullable(extras.protocols().get(id));
    }

    /**
     * All counting protocols.
     *
     * @return the protocols, in the order in which they were added
     */
    public List<ProtocolDefinition> protocols() {
        return List.copyOf(extras.protocols().values());
    }

    /**
     * These definitions and a counting protocol.
     *
     * @param protocol the protocol; it takes the place of one with the same id and version
     * @return a new registry
     */
    public Definitions with(ProtocolDefinition protocol) {
        return with(extras.with(protocol));
    }

    private Definitions with(MoreDefinitions more) {
        return new Definitions(formats, indicatorSets, areaLists, populations, more);
    }
}
