package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final FormatRegistry formats;
    private final Map<String, IndicatorSet> indicatorSets;
    private final Map<String, AreaList> areaLists;
    private final Map<String, PopulationList> populations;
    private final Lazy<MoreDefinitions> extras;

    private Definitions(
            FormatRegistry formats,
            Map<String, IndicatorSet> indicatorSets,
            Map<String, AreaList> areaLists,
            Map<String, PopulationList> populations,
            Lazy<MoreDefinitions> extras) {
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
        return new Definitions(FormatRegistry.EMPTY, Map.of(), Map.of(), Map.of(), Lazy.of(MoreDefinitions.NONE));
    }

    /**
     * The definitions that come with the library. Each is read once, when it is first asked for.
     *
     * @return the registry
     * @throws IndicatorsException if the list of them is missing, which is a broken installation; a definition that is
     *     missing or broken gives the same when it is asked for, and the message names it
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
        return formats.find(id);
    }

    /**
     * All formats.
     *
     * @return the formats by name, then by version
     */
    public List<FormatDefinition> formats() {
        return formats.all();
    }

    /**
     * What tells each format by its header. Of bundled formats nothing else is read for it.
     *
     * @return the outlines by name, then by version
     */
    public List<FormatOutline> outlines() {
        return List.copyOf(formats.outlines().values());
    }

    /**
     * The latest version of a format.
     *
     * @param name the format's name, without version
     * @return the format with the highest version, or empty when there is none of that name
     */
    public Optional<FormatDefinition> latest(String name) {
        return formats.latest(name);
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
        return List.copyOf(extras.get().targets().values());
    }

    /**
     * A questionnaire.
     *
     * @param id the questionnaire and its version
     * @return the questionnaire, or empty when it is not known
     */
    public Optional<Questionnaire> questionnaire(FormatId id) {
        return Optional.ofNullable(extras.get().questionnaires().get(id));
    }

    /**
     * An account of several parts.
     *
     * @param id the account and its version
     * @return the account, or empty when it is not known
     */
    public Optional<AccountDefinition> account(FormatId id) {
        return Optional.ofNullable(extras.get().accounts().get(id));
    }

    /**
     * All accounts of several parts.
     *
     * @return the accounts, in the order in which they were added
     */
    public List<AccountDefinition> accounts() {
        return List.copyOf(extras.get().accounts().values());
    }

    /**
     * All questionnaires.
     *
     * @return the questionnaires, in the order in which they were added
     */
    public List<Questionnaire> questionnaires() {
        return List.copyOf(extras.get().questionnaires().values());
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
        return withFormat(FormatOutline.from(format), Lazy.of(format));
    }

    /**
     * These definitions and a set of indicators.
     *
     * @param set the set; it takes the place of one with the same id and version
     * @return a new registry
     */
    public Definitions with(IndicatorSet set) {
        return withIndicatorSet(MoreDefinitions.key(set.id(), set.version()), Lazy.of(set));
    }

    /**
     * These definitions and areas. Formats that were read before keep the areas that they had.
     *
     * @param areas the areas; they take the place of those with the same id
     * @return a new registry
     */
    public Definitions with(AreaList areas) {
        return withAreas(areas.id(), Lazy.of(areas));
    }

    /**
     * These definitions and inhabitants. Formats that were read before keep the figures that they had.
     *
     * @param population the figures; they take the place of those with the same id
     * @return a new registry
     */
    public Definitions with(PopulationList population) {
        return withPopulation(population.id(), Lazy.of(population));
    }

    /**
     * These definitions and targets.
     *
     * @param set the targets; they take the place of those with the same id and version
     * @return a new registry
     */
    public Definitions with(TargetSet set) {
        return with(extras.get().with(set));
    }

    /**
     * These definitions and a questionnaire.
     *
     * @param questionnaire the questionnaire; it takes the place of one with the same id and version
     * @return a new registry
     */
    public Definitions with(Questionnaire questionnaire) {
        return with(extras.get().with(questionnaire));
    }

    /**
     * These definitions and an account of several parts.
     *
     * @param account the account; it takes the place of one with the same id and version
     * @return a new registry
     */
    public Definitions with(AccountDefinition account) {
        return with(extras.get().with(account));
    }

    /**
     * A counting protocol.
     *
     * @param id the protocol and its version
     * @return the protocol, or empty when it is not known
     */
    public Optional<ProtocolDefinition> protocol(FormatId id) {
        return Optional.ofNullable(extras.get().protocols().get(id));
    }

    /**
     * All counting protocols.
     *
     * @return the protocols, in the order in which they were added
     */
    public List<ProtocolDefinition> protocols() {
        return List.copyOf(extras.get().protocols().values());
    }

    /**
     * These definitions and a counting protocol.
     *
     * @param protocol the protocol; it takes the place of one with the same id and version
     * @return a new registry
     */
    public Definitions with(ProtocolDefinition protocol) {
        return with(extras.get().with(protocol));
    }

    private Definitions with(MoreDefinitions more) {
        return withMore(Lazy.of(more));
    }

    Definitions withMore(Lazy<MoreDefinitions> more) {
        return new Definitions(formats, indicatorSets, areaLists, populations, more);
    }

    Definitions withFormat(FormatOutline outline, Lazy<FormatDefinition> format) {
        return new Definitions(formats.with(outline, format), indicatorSets, areaLists, populations, extras);
    }

    /** The key is the id and the version, as {@code id@version}. */
    Definitions withIndicatorSet(String key, Lazy<IndicatorSet> set) {
        return new Definitions(formats, LazyMap.plus(indicatorSets, key, set), areaLists, populations, extras);
    }

    Definitions withAreas(String id, Lazy<AreaList> areas) {
        return new Definitions(formats, indicatorSets, LazyMap.plus(areaLists, id, areas), populations, extras);
    }

    Definitions withPopulation(String id, Lazy<PopulationList> population) {
        return new Definitions(formats, indicatorSets, areaLists, LazyMap.plus(populations, id, population), extras);
    }

    MoreDefinitions more() {
        return extras.get();
    }

    /** The other versions of a format, by version. */
    Map<String, FormatDefinition> otherVersions(FormatId format) {
        return formats.otherVersions(format);
    }
}
