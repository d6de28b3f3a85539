package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.comparison.Dispersion;
import nl.betekenisvolmeten.indicators.comparison.Inference;
import nl.betekenisvolmeten.indicators.comparison.Reference;
import nl.betekenisvolmeten.indicators.comparison.Standard;
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
import picocli.CommandLine.Option;

/** The options of {@code compare} that a researcher sets. Words are lower case; an area is a code or a name. */
final class ResearchOptions {

    @Option(names = "--confidence", descriptionKey = "compare.confidence", paramLabel = "LEVEL")
    private List<String> confidence = List.of("0.95");

    @Option(names = "--reference", descriptionKey = "compare.reference", paramLabel = "city|rest|AREA")
    private String reference = "city";

    @Option(names = "--change", descriptionKey = "compare.change")
    private boolean change;

    @Option(names = "--inference", descriptionKey = "compare.inference", paramLabel = "super-population|register")
    private String inference = "super-population";

    @Option(names = "--standard", descriptionKey = "compare.standard", paramLabel = "none|esp2013|AREA")
    private String standard = "none";

    @Option(
            names = "--method",
            split = ",",
            splitSynopsisLabel = ",",
            descriptionKey = "compare.method",
            paramLabel = "METHOD")
    private List<String> methods = List.of();

    @Option(names = "--multiple-testing", descriptionKey = "compare.multipleTesting", paramLabel = "bh|holm|none")
    private String multipleTesting = "bh";

    @Option(names = "--overdispersion", descriptionKey = "compare.overdispersion", paramLabel = "none|spiegelhalter")
    private String overdispersion = "none";

    @Option(names = "--ranks", descriptionKey = "compare.ranks", paramLabel = "pairwise|monte-carlo")
    private String ranks = "pairwise";

    @Option(names = "--seed", descriptionKey = "compare.seed", paramLabel = "N")
    private @Nullable Long seed;

    private final Texts texts;

    ResearchOptions(Subcommand command) {
        texts = command.texts;
    }

    /** Tells of a word that is none before any work is done; areas are known with the format. */
    void check() {
        confidences();
        if (seed != null && withoutAreas().ranking() != RankIntervals.MONTE_CARLO) {
            throw texts.wrong("usage.onlyWith", "--seed", "--ranks monte-carlo");
        }
        withoutAreas();
    }

    /** The first confidence judges. */
    List<Confidence> confidences() {
        return confidence.stream()
                // with a point in it a comma stands between numbers, and else it may be a decimal one
                .flatMap(text -> Arrays.stream(text.split(text.contains(".") ? "[,;]" : ";", -1)))
                .map(this::confidence)
                .toList();
    }

    /** With a point or a comma. */
    private Confidence confidence(String text) {
        try {
            double level = Double.parseDouble(text.strip().replace(',', '.'));
            if (level > 0 && level <= Confidence.MAX_LEVEL) {
                return Confidence.of(level);
            }
        } catch (NumberFormatException e) {
            // told below, as any other value that is none
        }
        throw texts.wrong("compare.confidence.wrong", text);
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
                .withInference(choice("--inference", inference, byCode(Inference.values(), Inference::code)))
                .withMultipleTesting(choice(
                        "--multiple-testing",
                        multipleTesting,
                        Map.of(
                                "bh",
                                MultipleTesting.BENJAMINI_HOCHBERG,
                                "holm",
                                MultipleTesting.HOLM,
                                "none",
                                MultipleTesting.NONE)))
                .withDispersion(
                        choice("--overdispersion", overdispersion, byCode(Dispersion.values(), Dispersion::code)))
                .withRanking(
                        choice("--ranks", ranks, byCode(RankIntervals.values(), RankIntervals::code)),
                        seed == null ? 1 : seed);
        return withMethods(change ? options.withChange() : options);
    }

    /** Each method is one for shares or for rates. */
    private ComparisonOptions withMethods(ComparisonOptions options) {
        Map<String, ProportionMethod> shares = byCode(ProportionMethod.values(), ProportionMethod::code);
        Map<String, RateMethod> rates = byCode(RateMethod.values(), RateMethod::code);
        rates.put("byar", RateMethod.BYAR_EXACT);
        ComparisonOptions chosen = options;
        for (String method : methods) {
            String code = method.strip().toLowerCase(Locale.ROOT);
            if (shares.containsKey(code)) {
                chosen = chosen.withMethods(choice("--method", code, shares), chosen.rateMethod());
            } else {
                Map<String, Object> known = new TreeMap<>(shares);
                known.putAll(rates);
                choice("--method", code, known);
                chosen = chosen.withMethods(chosen.shareMethod(), choice("--method", code, rates));
            }
        }
        return chosen;
    }

    private static <E> Map<String, E> byCode(E[] values, Function<E, String> code) {
        return Arrays.stream(values).collect(Collectors.toMap(code, any -> any, (a, b) -> a, TreeMap::new));
    }

    private <E> E choice(String option, String word, Map<String, E> choices) {
        E chosen = choices.get(word.strip().toLowerCase(Locale.ROOT));
        if (chosen == null) {
            throw texts.unknown("usage.choice", word, new TreeMap<>(choices).keySet(), option);
        }
        return chosen;
    }

    private Reference reference(AreaHierarchy areas, AreaLevel level) {
        return switch (reference.strip().toLowerCase(Locale.ROOT)) {
            case "city" -> new Reference.City();
            case "rest" -> new Reference.RestOfCity();
            default -> new Reference.OtherArea(area(areas, level, reference));
        };
    }

    private Standard standard(AreaHierarchy areas) {
        String word = standard.strip().toLowerCase(Locale.ROOT);
        if (word.equals("none")) {
            return new Standard.None();
        }
        return word.equals("esp2013")
                ? new Standard.Of(StandardPopulation.EUROPEAN_2013)
                : new Standard.OfArea(AreaCode.parse(standard.strip().toUpperCase(Locale.ROOT))
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
