package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Validity;

/** Reads a set of indicators. */
final class IndicatorSetLoader {

    private IndicatorSetLoader() {}

    static Optional<IndicatorSet> read(ObjectReader in) {
        Optional<DefinitionHeader> head = DefinitionHeader.read(in);
        Optional<Validity> validity = DefinitionHeader.validity(in);
        Map<String, String> sources = sources(in);
        Set<String> ids = new HashSet<>();
        List<Indicator> indicators = in.objects("indicators").stream()
                .flatMap(item -> IndicatorLoader.read(item, sources, ids).stream())
                .toList();
        return in.build(() -> {
            DefinitionHeader known = head.orElseThrow();
            return new IndicatorSet(
                    known.id().name(),
                    known.id().version(),
                    known.title(),
                    validity.orElseThrow(),
                    known.provenance(),
                    indicators);
        });
    }

    /** The ids of the sources, also where something else is wrong with one. */
    static Map<String, String> sources(ObjectReader in) {
        Map<String, String> ids = new LinkedHashMap<>();
        in.peekObjects("provenance").stream()
                .flatMap(provenance -> provenance.peekObjects("sources").stream())
                .forEach(source -> source.peek("id").ifPresent(id -> ids.put(id, id)));
        return ids;
    }
}
