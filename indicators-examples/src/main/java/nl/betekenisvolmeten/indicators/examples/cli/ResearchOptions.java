package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.comparison.Inference;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.MultipleTesting;
import nl.betekenisvolmeten.indicators.statistics.ProportionMethod;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.statistics.RateMethod;
import nl.betekenisvolmeten.indicators.statistics.StandardPopulation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code compare} that a researcher sets. Words are lower case; an area is a code or a name. */
final class ResearchOptions {

    @Option(names = "--confidence", descriptionKey = "compare.confidence", paramLabel = "LEVEL")
    private List<String> confidence = List.of("0.95");

    @Option(names = "--reference", descriptionKey = "compare.reference", paramLabel = "city|rest|AREA")
    private String reference = "city";

    @Option(
            names = "--change",
            descriptionKey = "compare.change",
            arity = "0..1",
            fallbackValue = "same-period-last-year",
            paramLabel = "same-period-last-year|previous-period")
    private Change.@Nullable Since change;

    @Option(names = "--inference", descriptionKey = "compare.inference", paramLabel = "super-population|register")
    private Inference inference = Inference.SUPER_POPULATION;

    @Option(names = "--standard", descriptionKey = "compare.standard", paramLabel = "none|esp2013|AREA")
    private String standard = "none";

    @Option(names = "--method", split = ",", descriptionKey = "compare.method", paramLabel = "METHOD")
    private List<String> methods = List.of();

    @Option(names = "--multiple-testing", descriptionKey = "compare.multipleTesting", paramLabel = "bh|holm|none")
    private MultipleTesting multipleTesting = MultipleTesting.BENJAMINI_HOCHBERG;

    @Option(names = "--overdispersion", descriptionKey = "compare.overdispersion", paramLabel = "none|spiegelhalter")
    private ComparisonOptions.Dispersion overdispersion = ComparisonOptions.Dispersion.NONE;

    @Option(names = "--ranks", descriptionKey = "compare.ranks", paramLabel = "pairwise|monte-carlo")
    private RankIntervals ranks = RankIntervals.PAIRWISE;

    @Option(names = "--seed", descriptionKey = "compare.seed", paramLabel = "N")
    private @Nullable Long seed;

    private final Texts texts;

    ResearchOptions(Subcommand command) {
        texts = command.texts;
    }

    /** Refuses an unknown word before any work is done; areas are known with the format. */
    void check() {
        confidences();
        if (seed != null && withoutAreas().ranking() != RankIntervals.MONTE_CARLO) {
            throw texts.wrong("usage.onlyWith", "--seed", "--ranks monte-carlo");
        }
        withoutAreas();
    }

    /** Returns the levels of confidence; judgements use the first. */
    List<Confidence> confidences() {
        return confidence.stream()
                // with a point in it a comma stands between numbers, and else it may be a decimal one
                .flatMap(text -> Arrays.stream(text.split(text.contains(".") ? "[,;]" : ";", -1)))
                .map(this::confidence)
                .toList();
    }

    /** Returns a level of confidence, written with a point or a comma. */
    private Confidence confidence(String text) {
        try {
            double level = Double.parseDouble(text.strip().replace(',', '.'));
            if (level >= Confidence.MIN_LEVEL && level <= Confidence.MAX_LEVEL) {
                return Confidence.of(level);
            }
        } catch (NumberFormatException e) {
            // told below, as any other value that is none
        }
        throw texts.wrong(
                "compare.confidence.wrong",
                text,
                BigDecimal.valueOf(Confidence.MIN_LEVEL).stripTrailingZeros().toPlainString(),
                BigDecimal.valueOf(Confidence.MAX_LEVEL).toPlainString());
    }

    ComparisonOptions options(AreaHierarchy areas, AreaLevel level) {
        List<Confidence> all = confidences();
        return withoutAreas()
                .withReference(reference(areas, level))
                .withStandard(standard(areas))
                .withOtherConfidences(all.subList(1, all.size()));
    }

    private ComparisonOptions withoutAreas() {
        ComparisonOptions options = ComparisonOptions.withDefaults()
                .withInference(inference)
                .withMultipleTesting(multipleTesting)
                .withDispersion(overdispersion)
                .withRanking(ranks, seed == null ? 1 : seed);
        return withMethods(change == null ? options : options.withChange(change));
    }

    /** Returns options with the chosen methods, each for shares or for rates. */
    private ComparisonOptions withMethods(ComparisonOptions options) {
        Map<String, ProportionMethod> shares = byCode(ProportionMethod.values(), ProportionMethod::code);
        Map<String, RateMethod> rates = byCode(RateMethod.values(), RateMethod::code);
        rates.put("byar", RateMethod.BYAR_EXACT);
        ComparisonOptions chosen = options;
        for (String method : methods) {
            String code = method.strip().toLowerCase(Locale.ROOT);
            ProportionMethod share = shares.get(code);
            RateMethod rate = rates.get(code);
            if (share != null) {
                chosen = chosen.withMethods(share, chosen.rateMethod());
            } else if (rate != null) {
                chosen = chosen.withMethods(chosen.shareMethod(), rate);
            } else {
                Set<String> known = new TreeSet<>(shares.keySet());
                known.addAll(rates.keySet());
                throw texts.unknown("usage.choice", method, known, "--method");
            }
        }
        return chosen;
    }

    /** Registers the words that these options accept: those of the library. */
    static void register(CommandLine command) {
        register(command, Inference.class, byCode(Inference.values(), Inference::code));
        register(command, Change.Since.class, byCode(Change.Since.values(), Change.Since::code));
        register(
                command,
                ComparisonOptions.Dispersion.class,
                byCode(ComparisonOptions.Dispersion.values(), ComparisonOptions.Dispersion::code));
        register(command, RankIntervals.class, byCode(RankIntervals.values(), RankIntervals::code));
        register(
                command,
                MultipleTesting.class,
                Map.of(
                        "bh",
                        MultipleTesting.BENJAMINI_HOCHBERG,
                        "holm",
                        MultipleTesting.HOLM,
                        "none",
                        MultipleTesting.NONE));
    }

    private static <E> void register(CommandLine command, Class<E> type, Map<String, E> words) {
        command.registerConverter(
                type,
                text -> Optional.ofNullable(words.get(text.strip().toLowerCase(Locale.ROOT)))
                        .orElseThrow(() -> new TypeConversionException(text)));
    }

    private static <E> Map<String, E> byCode(E[] values, Function<E, String> code) {
        return Arrays.stream(values).collect(Collectors.toMap(code, any -> any, (a, b) -> a, TreeMap::new));
    }

    private ComparisonOptions.Reference reference(AreaHierarchy areas, AreaLevel level) {
        return switch (reference.strip().toLowerCase(Locale.ROOT)) {
            case "city" -> new ComparisonOptions.Reference.City();
            case "rest" -> new ComparisonOptions.Reference.RestOfCity();
            default -> new ComparisonOptions.Reference.OtherArea(area(areas, level, reference));
        };
    }

    private ComparisonOptions.Standard standard(AreaHierarchy areas) {
        String word = standard.strip().toLowerCase(Locale.ROOT);
        if (word.equals("none")) {
            return new ComparisonOptions.Standard.None();
        }
        return word.equals("esp2013")
                ? new ComparisonOptions.Standard.Of(StandardPopulation.EUROPEAN_2013)
                : new ComparisonOptions.Standard.OfArea(AreaCode.parse(
                                standard.strip().toUpperCase(Locale.ROOT))
                        .filter(code -> areas.find(code).isPresent())
                        .or(() -> Arrays.stream(AreaLevel.values())
                                .flatMap(level -> areas.findByName(level, standard).stream())
                                .map(Area::code)
                                .findFirst())
                        .orElseThrow(() -> texts.wrong("compare.standard.wrong", standard)));
    }

    private AreaCode area(AreaHierarchy areas, AreaLevel level, String text) {
        return AreaCode.parse(text.strip().toUpperCase(Locale.ROOT))
                .filter(code -> code.level() == level && areas.find(code).isPresent())
                .or(() -> areas.findByName(level, text).map(Area::code))
                .orElseThrow(() -> texts.wrong("compare.reference.wrong", text));
    }
}
