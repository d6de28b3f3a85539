package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.constraints.DefinitionProvider;

/** Asks a given provider, and then those that the service loader finds; these are not looked for before. */
public record InstalledDefinitions(DefinitionProvider first) implements DefinitionProvider {

    /**
     * Returns the installed definitions, after those given.
     *
     * @param first the one to ask first
     * @return both
     */
    public static DefinitionProvider after(DefinitionProvider first) {
        return new InstalledDefinitions(first);
    }

    static DefinitionProvider only() {
        return new InstalledDefinitions(DefinitionProvider.of(List.of(), List.of(), List.of()));
    }

    @Override
    public Optional<RuleSet> rules(FormatId format) {
        return ask(provider -> provider.rules(format));
    }

    @Override
    public Optional<AreaHierarchy> areas(String id, int year) {
        return ask(provider -> provider.areas(id, year));
    }

    @Override
    public Optional<IndicatorSet> indicators(String id, String version) {
        return ask(provider -> provider.indicators(id, version));
    }

    private <T> Optional<T> ask(Function<DefinitionProvider, Optional<T>> question) {
        Optional<T> answer = question.apply(first);
        return answer.isPresent()
                ? answer
                : installed().stream().map(question).flatMap(Optional::stream).findFirst();
    }

    private static List<DefinitionProvider> installed() {
        List<DefinitionProvider> providers = new ArrayList<>();
        try {
            ServiceLoader.load(DefinitionProvider.class).forEach(providers::add);
        } catch (ServiceConfigurationError e) {
            throw new IndicatorsException("an installed definition provider cannot be loaded: " + e.getMessage(), e);
        }
        return providers;
    }
}
