package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.formats.internal.definition.CodelistLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.IndicatorSetLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.QuestionnaireLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.SelectedCodes;
import nl.betekenisvolmeten.indicators.formats.internal.definition.TargetSetLoader;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** A kind of definition: how its files are recognised, what identifies one, and how one is read. */
final class DefinitionKind<K extends Comparable<K>, T> {

    static final DefinitionKind<FormatId, FormatDefinition> FORMATS =
            versioned("formats", "format", "columns", FormatDefinition::id, FormatLoader::read);
    static final DefinitionKind<FormatId, IndicatorSet> INDICATOR_SETS = versioned(
            "indicators",
            "indicators",
            "indicators",
            set -> FormatId.of(set.id(), set.version()),
            (root, all) -> IndicatorSetLoader.read(root));
    static final DefinitionKind<String, Definitions.PopulationList> POPULATIONS = new DefinitionKind<>(
            "populations",
            "population",
            "figures",
            name -> name,
            Definitions.PopulationList::id,
            PopulationLoader::read);
    static final DefinitionKind<FormatId, AccountDefinition> ACCOUNTS =
            versioned("accounts", "account", "parts", AccountDefinition::id, AccountLoader::read);
    static final DefinitionKind<FormatId, Questionnaire> QUESTIONNAIRES = versioned(
            "questionnaires",
            "questionnaire",
            "questions",
            Questionnaire::id,
            (root, all) -> QuestionnaireLoader.read(root));
    static final DefinitionKind<FormatId, TargetSet> TARGET_SETS = versioned(
            "targets",
            "targets",
            "targets",
            set -> FormatId.of(set.id(), set.version()),
            (root, all) -> TargetSetLoader.read(root));
    static final DefinitionKind<FormatId, ProtocolDefinition> PROTOCOLS =
            versioned("protocols", "protocol", "measures", ProtocolDefinition::id, ProtocolLoader::read);
    static final DefinitionKind<FormatId, DisclosurePolicy> POLICIES = versioned(
            "policies", "policy", "threshold", DisclosurePolicy::id, (root, all) -> PublicationLoader.readPolicy(root));
    static final DefinitionKind<FormatId, PublicationPlan> PLANS =
            versioned("plans", "plan", "tables", PublicationPlan::id, PublicationLoader::readPlan);
    static final DefinitionKind<String, Definitions.AreaList> AREAS = new DefinitionKind<>(
            "areas", "areas", "areas", name -> name, Definitions.AreaList::id, (root, all) -> AreaLoader.read(root));

    static final DefinitionKind<String, Codelist> CODELISTS = new DefinitionKind<>(
            "codelists", "codelist", "items", name -> name, Codelist::id, (root, all) -> CodelistLoader.read(root));
    static final DefinitionKind<FormatId, ReportingContext> CONTEXTS =
            versioned("contexts", "context", "deliveries", ReportingContext::id, ContextLoader::read);

    /** Populations name their areas too, so areas come last. */
    private static final List<DefinitionKind<?, ?>> ALL = List.of(
            FORMATS,
            INDICATOR_SETS,
            POPULATIONS,
            ACCOUNTS,
            QUESTIONNAIRES,
            TARGET_SETS,
            PROTOCOLS,
            POLICIES,
            PLANS,
            AREAS,
            CODELISTS,
            CONTEXTS);

    /** Properties that only contexts have; each is optional. */
    private static final List<String> OF_CONTEXTS =
            List.of("deliveries", "agreements", "successions", "overlaps", "areaChanges", "periods");

    private final String folder;
    private final String word;
    private final String property;
    private final Function<String, K> parser;
    private final Function<T, K> key;
    private final BiFunction<ObjectReader, Definitions, Optional<T>> loader;

    private DefinitionKind(
            String folder,
            String word,
            String property,
            Function<String, K> parser,
            Function<T, K> key,
            BiFunction<ObjectReader, Definitions, Optional<T>> loader) {
        this.folder = folder;
        this.word = word;
        this.property = property;
        this.parser = parser;
        this.key = key;
        this.loader = loader;
    }

    /** Returns a kind whose definitions have a version. */
    private static <T> DefinitionKind<FormatId, T> versioned(
            String folder,
            String word,
            String property,
            Function<T, FormatId> key,
            BiFunction<ObjectReader, Definitions, Optional<T>> loader) {
        return new DefinitionKind<>(folder, word, property, DefinitionKind::id, key, loader);
    }

    /** Returns the id at the start of an index entry. */
    private static FormatId id(String entry) {
        return FormatId.parse(entry.split(" ", 2)[0])
                .orElseThrow(() -> new IllegalArgumentException("not an id: '" + entry + "'"));
    }

    /** Returns the kind of a bundled file, from its folder; a format if the folder is unknown. */
    static DefinitionKind<?, ?> ofFile(String name) {
        return ALL.stream()
                .filter(kind -> name.startsWith(kind.folder + "/"))
                .findFirst()
                .orElse(FORMATS);
    }

    /**
     * Returns the kind of a file, from the property that only its kind has; otherwise a format, the kind that people
     * define most.
     */
    static DefinitionKind<?, ?> of(ObjectReader root) {
        return ALL.stream()
                .filter(kind -> root.has(kind.property))
                .findFirst()
                .orElseGet(() -> OF_CONTEXTS.stream().anyMatch(root::has) ? CONTEXTS : FORMATS);
    }

    /** Returns the words for all kinds. */
    static List<String> words() {
        return ALL.stream().map(kind -> kind.word).toList();
    }

    String word() {
        return word;
    }

    K parse(String entry) {
        return parser.apply(entry);
    }

    K key(T definition) {
        return key.apply(definition);
    }

    Optional<T> load(ObjectReader root, Definitions known) {
        return loader.apply(root, known);
    }

    /** Reads a definition and adds it to those that are known; a set of indicators must select codes of their forms. */
    Optional<Definitions> loadInto(ObjectReader root, Definitions known) {
        Optional<T> read = load(root, known);
        if (equals(INDICATOR_SETS) && read.isPresent()) {
            SelectedCodes.check(
                    root,
                    form -> known.formats().ids().stream()
                            .filter(id -> id.name().equals(form))
                            .flatMap(id -> known.formats().get(id).columns().stream())
                            .map(Column::rule)
                            .toList());
        }
        return read.map(definition -> known.changed(all -> all.with(this, definition)
                .documented(this, key(definition), Lazy.of(new DefinitionDocument(word, root.json())))));
    }
}
