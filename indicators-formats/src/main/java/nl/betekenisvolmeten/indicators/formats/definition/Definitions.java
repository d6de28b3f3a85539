package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.formats.internal.definition.AnswerParts;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.constraints.DefinitionProvider;

/**
 * The known definitions, with a catalogue for each kind. Immutable and thread-safe. Each {@code with} method returns a
 * copy with a definition added, which replaces one with the same id. Bean Validation constraints look up definitions
 * here too.
 *
 * <p>A municipality's own definition is read by a {@link DefinitionReader} and added:
 *
 * <pre>{@code
 * Definitions bundled = Definitions.bundled();
 * Checked<FormatDefinition> own = DefinitionReader.of(bundled).readFormat("own.json", stream);
 * Definitions definitions = bundled.with(own.orThrow());
 * definitions.formats().latest("own").ifPresent(format -> out.println(format.title()));
 * }</pre>
 */
public final class Definitions implements DefinitionProvider {

    private final Catalogues catalogues;

    private Definitions(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * Returns definitions without anything in them.
     *
     * @return empty catalogues
     */
    public static Definitions empty() {
        return new Definitions(Catalogues.EMPTY);
    }

    /**
     * Returns the definitions that come with the library. Each is read once, when it is first asked for.
     *
     * @return the bundled definitions
     * @throws IndicatorsException if the list of them is missing, which is a broken installation; a definition that is
     *     missing or broken gives the same when it is asked for, and the message names it
     */
    public static Definitions bundled() {
        return Bundle.definitions();
    }

    /**
     * Returns the formats, by name and version.
     *
     * @return the formats
     */
    public Catalogue<FormatId, FormatDefinition> formats() {
        return catalogues.of(DefinitionKind.FORMATS);
    }

    /**
     * Returns what identifies each format by its header. No bundled format is read for it.
     *
     * @return the outlines by name, then by version
     */
    public List<FormatDefinition.Outline> outlines() {
        return catalogues.outlines().all();
    }

    /**
     * Returns the divisions into areas, by name, such as {@code denhaag}.
     *
     * @return the areas
     */
    public Catalogue<String, AreaList> areas() {
        return catalogues.of(DefinitionKind.AREAS);
    }

    /**
     * Returns the sets of indicators, by name and version.
     *
     * @return the sets
     */
    public Catalogue<FormatId, IndicatorSet> indicatorSets() {
        return catalogues.of(DefinitionKind.INDICATOR_SETS);
    }

    /**
     * Returns the numbers of inhabitants, by name, such as {@code denhaag-inwoners}.
     *
     * @return the populations
     */
    public Catalogue<String, PopulationList> populations() {
        return catalogues.of(DefinitionKind.POPULATIONS);
    }

    /**
     * Returns the sets of targets, by name and version.
     *
     * @return the sets
     */
    public Catalogue<FormatId, TargetSet> targetSets() {
        return catalogues.of(DefinitionKind.TARGET_SETS);
    }

    /**
     * Returns the questionnaires, by name and version.
     *
     * @return the questionnaires
     */
    public Catalogue<FormatId, Questionnaire> questionnaires() {
        return catalogues.of(DefinitionKind.QUESTIONNAIRES);
    }

    /**
     * Returns an indicator that can be computed from deliveries: for a share of answers, the questions are looked up in
     * the latest version of its questionnaire.
     *
     * @param indicator the indicator
     * @return the indicator with the parts of its formula; the given one if it needs no questionnaire, or its
     *     questionnaire is not known
     */
    public Indicator withQuestions(Indicator indicator) {
        return AnswerParts.of(indicator, () -> questionnaires().all());
    }

    /**
     * Returns a set whose indicators can be computed from deliveries, as in {@link #withQuestions(Indicator)}.
     *
     * @param set the set
     * @return the set with the parts of its formulas
     */
    public IndicatorSet withQuestions(IndicatorSet set) {
        return AnswerParts.of(set, () -> questionnaires().all());
    }

    /**
     * Returns the accounts of several parts, by name and version.
     *
     * @return the accounts
     */
    public Catalogue<FormatId, AccountDefinition> accounts() {
        return catalogues.of(DefinitionKind.ACCOUNTS);
    }

    /**
     * Returns the counting protocols, by name and version.
     *
     * @return the protocols
     */
    public Catalogue<FormatId, ProtocolDefinition> protocols() {
        return catalogues.of(DefinitionKind.PROTOCOLS);
    }

    /**
     * Returns the policies on what is hidden in a publication, by name and version.
     *
     * @return the policies
     */
    public Catalogue<FormatId, DisclosurePolicy> policies() {
        return catalogues.of(DefinitionKind.POLICIES);
    }

    /**
     * Returns the plans of what is published together, by name and version.
     *
     * @return the plans
     */
    public Catalogue<FormatId, PublicationPlan> plans() {
        return catalogues.of(DefinitionKind.PLANS);
    }

    /**
     * Returns the code lists that have a file of their own, by name; formats may refer to them.
     *
     * @return the code lists
     */
    public Catalogue<String, Codelist> codelists() {
        return catalogues.of(DefinitionKind.CODELISTS);
    }

    /**
     * Returns the reporting contexts, which hold what is not in deliveries, by name and version.
     *
     * @return the contexts
     */
    public Catalogue<FormatId, ReportingContext> contexts() {
        return catalogues.of(DefinitionKind.CONTEXTS);
    }

    /**
     * Returns the definitions of every kind as they are written in files, in an order in which they can be read.
     * Definitions made by a program, rather than read with {@link DefinitionReader#readInto}, are not included.
     *
     * @return the documents
     * @throws IndicatorsException if a bundled definition is missing or broken
     */
    public List<DefinitionDocument> documents() {
        return catalogues.documents().all();
    }

    @Override
    public Optional<RuleSet> rules(FormatId format) {
        return formats().find(format).map(FormatDefinition::ruleSet);
    }

    @Override
    public Optional<AreaHierarchy> areas(String id, int year) {
        return areas().find(id).map(AreaList::hierarchy).filter(hierarchy -> hierarchy.year() == year);
    }

    @Override
    public Optional<IndicatorSet> indicators(String id, String version) {
        return FormatId.parse(id + "@" + version).flatMap(indicatorSets()::find);
    }

    /**
     * Returns these definitions and a format.
     *
     * @param format the format
     * @return a copy
     */
    public Definitions with(FormatDefinition format) {
        return with(DefinitionKind.FORMATS, format);
    }

    /**
     * Returns these definitions and a set of indicators.
     *
     * @param set the set
     * @return a copy
     * @throws IllegalArgumentException if its id and version do not have the shape of a {@link FormatId}
     */
    public Definitions with(IndicatorSet set) {
        return with(DefinitionKind.INDICATOR_SETS, set);
    }

    private <K extends Comparable<K>, T> Definitions with(DefinitionKind<K, T> kind, T definition) {
        return changed(all -> all.with(kind, definition));
    }

    /** Returns a copy with other catalogues. */
    Definitions changed(UnaryOperator<Catalogues> change) {
        return new Definitions(change.apply(catalogues));
    }

    /**
     * The areas of a year, with where they come from.
     *
     * @param hierarchy the areas; its id is the list's
     * @param version the version of the list
     * @param title its name
     * @param provenance what it rests on, with the licences to mention
     */
    public record AreaList(AreaHierarchy hierarchy, String version, LocalizedText title, Provenance provenance) {

        /**
         * Returns the list's name in definitions.
         *
         * @return such as {@code denhaag}
         */
        public String id() {
            return hierarchy.id();
        }
    }

    /**
     * Inhabitants of areas, with where the figures come from.
     *
     * @param population the figures; its id is the list's
     * @param version the version of the list
     * @param title its name
     * @param provenance what it rests on, with the licences to mention
     */
    public record PopulationList(Population population, String version, LocalizedText title, Provenance provenance) {

        /**
         * Returns the list's name in definitions.
         *
         * @return such as {@code denhaag-inwoners}
         */
        public String id() {
            return population.id();
        }
    }

    /** Makes the bundled definitions known to Bean Validation constraints: installed as a service. */
    public static final class Bundled implements DefinitionProvider {

        /** Called by the service loader. */
        public Bundled() {}

        @Override
        public Optional<RuleSet> rules(FormatId format) {
            return Definitions.bundled().rules(format);
        }

        @Override
        public Optional<AreaHierarchy> areas(String id, int year) {
            return Definitions.bundled().areas(id, year);
        }

        @Override
        public Optional<IndicatorSet> indicators(String id, String version) {
            return Definitions.bundled().indicators(id, version);
        }
    }
}
