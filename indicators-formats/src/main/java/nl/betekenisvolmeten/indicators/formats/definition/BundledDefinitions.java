package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.constraints.DefinitionProvider;

/** Makes the bundled definitions known to Bean Validation constraints: installed as a service. */
public final class BundledDefinitions implements DefinitionProvider {

    /** Called by the service loader. */
    public BundledDefinitions() {}

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
