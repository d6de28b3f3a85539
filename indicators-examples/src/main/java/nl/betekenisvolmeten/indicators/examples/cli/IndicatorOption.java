package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import picocli.CommandLine.Option;

/** The option that names indicators. */
final class IndicatorOption {

    private static final String ALL = "all";

    @Option(names = "--indicator", split = ",", descriptionKey = "compare.indicator", paramLabel = "ID")
    private List<String> indicators = List.of();

    private final Texts texts;

    IndicatorOption(Subcommand command) {
        texts = command.texts;
    }

    boolean isGiven() {
        return !indicators.isEmpty();
    }

    /** Returns the names as they were typed. */
    List<String> ids() {
        return indicators;
    }

    /** Returns the named indicators among some; an unknown name is wrong usage. */
    List<Indicator> among(List<Indicator> all, Lookup lookup) {
        List<String> ids = indicators.stream().map(String::strip).distinct().toList();
        return ids.contains(ALL)
                ? all
                : ids.stream().map(id -> find(id, all, lookup)).toList();
    }

    private Indicator find(String id, List<Indicator> all, Lookup lookup) {
        Optional<Indicator> found = all.stream()
                .filter(indicator -> indicator.id().value().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            lookup.retired(id).ifPresent(old -> {
                throw texts.wrong("compare.retired", id, old.reason().in(texts.language()), instead(old));
            });
        }
        return found.orElseThrow(() -> texts.unknown(
                "compare.noIndicator",
                id,
                all.stream().map(one -> one.id().value()).toList()));
    }

    /** Returns the options that give the replacement of an indicator. */
    private static String instead(IndicatorSet.Retired old) {
        StringBuilder options = new StringBuilder("--indicator ").append(old.successor());
        old.where()
                .forEach((column, codes) ->
                        options.append(" --where ").append(column).append('=').append(String.join(",", codes)));
        return options.toString();
    }
}
