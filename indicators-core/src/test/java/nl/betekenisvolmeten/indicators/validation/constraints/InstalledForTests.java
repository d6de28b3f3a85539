package nl.betekenisvolmeten.indicators.validation.constraints;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/** The provider that the service loader finds in tests: it has {@code installed@1}, rules and indicators, and the areas of 2024. */
public final class InstalledForTests implements DefinitionProvider {

    @Override
    public Optional<RuleSet> rules(FormatId format) {
        return Optional.of(SmallFormat.rules("installed", "1"))
                .filter(rules -> rules.id().equals(format));
    }

    @Override
    public Optional<AreaHierarchy> areas(String id, int year) {
        return Optional.of(SmallFormat.areas(2024)).filter(areas -> areas.id().equals(id) && areas.year() == year);
    }

    @Override
    public Optional<IndicatorSet> indicators(String id, String version) {
        return Optional.of(SmallIndicators.set()).filter(set -> id.equals("installed") && version.equals("1"));
    }
}
