package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Loads a definition of any kind, by the property that only its kind has. */
final class DefinitionLoader {

    private static final Map<String, BiFunction<ObjectReader, Definitions, Optional<Definitions>>> KINDS =
            new LinkedHashMap<>();

    static {
        KINDS.put("columns", (root, all) -> FormatLoader.read(root, all).map(all::with));
        KINDS.put("indicators", (root, all) -> IndicatorSetLoader.read(root).map(all::with));
        KINDS.put("figures", (root, all) -> PopulationLoader.read(root, all).map(all::with));
        KINDS.put("parts", (root, all) -> AccountLoader.read(root, all).map(all::with));
        KINDS.put("questions", (root, all) -> QuestionnaireLoader.read(root).map(all::with));
        KINDS.put("targets", (root, all) -> TargetSetLoader.read(root).map(all::with));
        KINDS.put("measures", (root, all) -> ProtocolLoader.read(root, all).map(all::with));
        // inhabitants name their areas too, so these come last
        KINDS.put("areas", (root, all) -> AreaLoader.read(root).map(all::with));
    }

    private DefinitionLoader() {}

    static Optional<Definitions> read(ObjectReader root, Definitions known) {
        for (Map.Entry<String, BiFunction<ObjectReader, Definitions, Optional<Definitions>>> kind : KINDS.entrySet()) {
            if (root.has(kind.getKey())) {
                return kind.getValue().apply(root, known);
            }
        }
        // tells what a format lacks, as that is what people define most
        return FormatLoader.read(root, known).map(known::with);
    }
}
