package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;

/** Reads how an indicator is made from the columns of a format. */
final class FormulaLoader {

    private enum Type {
        TOTAL,
        PROPORTION,
        RATE,
        POPULATION_RATE,
        MEAN,
        ANSWERS
    }

    /** What a total may be of; the format's own columns say it too, so it is checked and not kept. */
    private enum Nature {
        FLOW,
        STOCK,
        DISTINCT
    }

    private enum Scale {
        ORDINAL_5,
        SCORE_10,
        YES_NO
    }

    private enum Place {
        ACTIVITY,
        RESIDENCE
    }

    private interface Fraction {
        Formula make(String format, Per per, Formula.Part numerator, Formula.Part denominator);
    }

    private FormulaLoader() {}

    static Optional<Formula> read(ObjectReader in) {
        Optional<String> format = Values.name(in, "format");
        return in.choice("type", Type.class)
                .map(type -> formula(in, type))
                .flatMap(maker -> in.build(() -> maker.apply(format.orElseThrow())));
    }

    /** Returns a function that makes a formula of the given type for a format. */
    private static Function<String, Formula> formula(ObjectReader in, Type type) {
        return switch (type) {
            case TOTAL -> {
                in.choiceOr(Nature.FLOW, "nature");
                Supplier<Formula.Part> part = parts(in);
                yield format -> new Formula.Total(format, part.get());
            }
            case PROPORTION -> fraction(in, Formula.Proportion::new);
            case RATE -> fraction(in, Formula.Rate::new);
            case POPULATION_RATE -> populationRate(in);
            case MEAN -> {
                Optional<ColumnName> column = Values.column(in, "column");
                Optional<ColumnName> weight = Values.column(in, "weight");
                yield format -> new Formula.Mean(format, column.orElseThrow(), weight.orElseThrow());
            }
            case ANSWERS -> {
                Optional<String> questionnaire = in.text("questionnaire");
                Optional<Scale> scale = in.choice("scale", Scale.class);
                List<String> favourable = in.texts("favourable");
                yield format -> new Formula.Answers(
                        format, questionnaire.orElseThrow(), scale.orElseThrow().name(), favourable);
            }
        };
    }

    private static Function<String, Formula> fraction(ObjectReader in, Fraction maker) {
        Optional<Long> per = in.whole("per", 1, Per.MAX);
        Optional<Formula.Part> numerator = part(in, "numerator");
        Optional<Formula.Part> denominator = part(in, "denominator");
        return format ->
                maker.make(format, Per.of(per.orElseThrow()), numerator.orElseThrow(), denominator.orElseThrow());
    }

    private static Function<String, Formula> populationRate(ObjectReader in) {
        Optional<Long> per = in.whole("per", 1, Per.MAX);
        Optional<Formula.Part> numerator = part(in, "numerator");
        Optional<ObjectReader> population = in.object("population");
        Optional<AgeBand> age = population.flatMap(inner -> inner.ifGiven().parsed("age", Values::age, "0-14, 65+"));
        Formula.PlaceOf place = population.map(FormulaLoader::place).orElse(Formula.PlaceOf.RESIDENCE);
        population.ifPresent(inner -> inner.build(() -> age));
        return format ->
                new Formula.PopulationRate(format, Per.of(per.orElseThrow()), numerator.orElseThrow(), age, place);
    }

    /**
     * Reads the rule that decides which area people belong to: where they live, unless the definition says otherwise.
     */
    private static Formula.PlaceOf place(ObjectReader in) {
        boolean activity = in.has("place")
                && in.choice("place", Place.class)
                        .filter(Place.ACTIVITY::equals)
                        .isPresent();
        Optional<ColumnName> residents =
                activity && in.has("residents") ? Values.column(in, "residents") : Optional.empty();
        return new Formula.PlaceOf(activity, residents);
    }

    private static Optional<Formula.Part> part(ObjectReader in, String property) {
        return in.object(property).flatMap(inner -> inner.build(parts(inner)));
    }

    /** Reads a column and the codes that count, to be made once all of its object is read. */
    private static Supplier<Formula.Part> parts(ObjectReader in) {
        Optional<ColumnName> column = Values.column(in, "column");
        Map<ColumnName, Set<String>> where = in.or(
                Map.<ColumnName, Set<String>>of(),
                "where",
                name -> in.object(name).map(Values::codesByColumn));
        return () -> new Formula.Part(column.orElseThrow(), where);
    }
}
