package nl.betekenisvolmeten.indicators.validation.constraints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/**
 * Formats, areas and indicators at hand. Of two with one id, the last one added counts.
 *
 * @param rules the formats' rules
 * @param areas the areas
 * @param indicators the sets of indicators
 */
public record GivenDefinitions(List<RuleSet> rules, List<AreaHierarchy> areas, List<IndicatorSet> indicators)
        implements DefinitionProvider {

    private static final GivenDefinitions NONE = new GivenDefinitions(List.of(), List.of(), List.of());

    public GivenDefinitions {
        rules = List.copyOf(rules);
        areas = List.copyOf(areas);
        indicators = List.copyOf(indicators);
    }

    /**
     * Nothing at hand.
     *
     * @return to add to
     */
    public static GivenDefinitions none() {
        return NONE;
    }

    /**
     * These and the rules of a format.
     *
     * @param added the rules
     * @return the definitions
     */
    public GivenDefinitions withRules(RuleSet added) {
        return new GivenDefinitions(first(added, rules), areas, indicators);
    }

    /**
     * These and areas.
     *
     * @param added the areas
     * @return the definitions
     */
    public GivenDefinitions withAreas(AreaHierarchy added) {
        return new GivenDefinitions(rules, first(added, areas), indicators);
    }

    /**
     * These and a set of indicators.
     *
     * @param added the set
     * @return the definitions
     */
    public GivenDefinitions withIndicators(IndicatorSet added) {
        return new GivenDefinitions(rules, areas, first(added, indicators));
    }

    private static <T> List<T> first(T added, List<T> others) {
        List<T> all = new ArrayList<>();
        all.add(added);
        all.addAll(others);
        return all;
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
