package nl.betekenisvolmeten.indicators.validation.constraints;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/** Formats, areas and indicators at hand; see {@link DefinitionProvider#of}. */
record GivenDefinitions(List<RuleSet> rules, List<AreaHierarchy> areas, List<IndicatorSet> indicators)
        implements DefinitionProvider {

    public GivenDefinitions {
        rules = List.copyOf(rules);
        areas = List.copyOf(areas);
        indicators = List.copyOf(indicators);
    }

    @Override
    public Optional<RuleSet> rules(FormatId format) {
        return rules.stream().filter(one -> one.id().equals(format)).findFirst();
    }

    @Override
    public Optional<AreaHierarchy> areas(String id, int year) {
        return areas.stream()
                .filter(one -> one.id().equals(id) && one.year() == year)
                .findFirst();
    }

    @Override
    public Optional<IndicatorSet> indicators(String id, String version) {
        return indicators.stream()
                .filter(one -> one.id().equals(id) && one.version().equals(version))
                .findFirst();
    }
}
