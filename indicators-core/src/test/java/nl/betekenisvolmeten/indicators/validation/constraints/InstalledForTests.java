package nl.betekenisvolmeten.indicators.validation.constraints;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/** The provider that the service loader finds in tests: it has {@code installed@1} and the areas of 2024 only. */
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
}
