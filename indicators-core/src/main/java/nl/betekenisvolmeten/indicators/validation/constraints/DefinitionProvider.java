package nl.betekenisvolmeten.indicators.validation.constraints;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/**
 * Where the constraints of this package find formats, areas and indicators by the ids that annotations name.
 *
 * <p>One is given to {@link BeanValidation#of}: made by {@link #of}, or one's own. Those that are installed are
 * found with {@link java.util.ServiceLoader}, and asked for what the given one does not have; they are made anew
 * whenever a constraint is set up, so they had better hold what they read in a static field. Implementations are
 * thread-safe.
 */
public interface DefinitionProvider {

    /**
     * Returns a provider of definitions at hand. If two have one id, the first counts.
     *
     * @param rules the formats' rules
     * @param areas the areas
     * @param indicators the sets of indicators
     * @return the provider
     */
    static DefinitionProvider of(List<RuleSet> rules, List<AreaHierarchy> areas, List<IndicatorSet> indicators) {
        return new GivenDefinitions(rules, areas, indicators);
    }

    /**
     * Returns the rules of a format.
     *
     * @param format the format and its version
     * @return the rules, or empty when this provider does not have them
     */
    default Optional<RuleSet> rules(FormatId format) {
        return Optional.empty();
    }

    /**
     * Returns the areas of a year.
     *
     * @param id such as {@code denhaag}
     * @param year the year
     * @return the areas, or empty when this provider does not have them
     */
    default Optional<AreaHierarchy> areas(String id, int year) {
        return Optional.empty();
    }

    /**
     * Returns a set of indicators.
     *
     * @param id such as {@code denhaag-welzijn}
     * @param version such as {@code 2026.1}
     * @return the set, or empty when this provider does not have it
     */
    default Optional<IndicatorSet> indicators(String id, String version) {
        return Optional.empty();
    }
}
