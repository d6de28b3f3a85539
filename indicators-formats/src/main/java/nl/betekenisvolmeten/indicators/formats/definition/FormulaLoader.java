package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;

/** Reads how an indicator is made from the columns of a format. */
final class FormulaLoader {

    private static final String NAME = "a-z 0-9 _";

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

    private FormulaLoader() {}

    static Optional<Formula> read(ObjectReader in) {
        Optional<String> format = in.parsed("format", DefinitionHeader::name, "a-z 0-9 -");
        return in.choice("type", Type.class).flatMap(type -> switch (type) {
            case TOTAL -> total(in, format);
            case PROPORTION -> fraction(in, format, Formula.Proportion::new);
            case RATE -> fraction(in, format, Formula.Rate::new);
            case POPULATION_RATE -> populationRate(in, format);
            case MEAN -> mean(in, format);
            case ANSWERS -> answers(in, format);
        });
    }

    private interface Fraction {
        Formula make(String format, Per per, Formula.Part numerator, Formula.Part denominator);
    }

    private static Optional<Formula> total(ObjectReader in, Optional<String> format) {
        in.choice("nature", Nature.class);
        Optional<ColumnName> column = in.parsed("column", ColumnName::of, NAME);
        Map<ColumnName, Set<String>> where = where(in);
        return in.build(() -> new Formula.Total(format.orElseThrow(), new Formula.Part(column.orElseThrow(), where)));
    }

    private static Optional<Formula> fraction(ObjectReader in, Optional<String> format, Fraction maker) {
        Optional<Long> per = in.whole("per", 1, Per.MAX);
        Optional<Formula.Part> numerator = part(in, "numerator");
        Optional<Formula.Part> denominator = part(in, "denominator");
        return in.build(() -> maker.make(
                format.orElseThrow(), Per.of(per.orElseThrow()), numerator.orElseThrow(), denominator.orElseThrow()));
    }

    private static Optional<Formula> populationRate(ObjectReader in, Optional<String> format) {
        Optional<Long> per = in.whole("per", 1, Per.MAX);
        Optional<Formula.Part> numerator = part(in, "numerator");
        Optional<ObjectReader> population = in.object("population");
        Optional<AgeBand> age =
                population.flatMap(inner -> inner.parsedIfGiven("age", PopulationLoader::age, "0-14, 65+"));
        population.ifPresent(inner -> inner.build(() -> age));
        return in.build(() -> new Formula.PopulationRate(
                format.orElseThrow(), Per.of(per.orElseThrow()), numerator.orElseThrow(), age));
    }

    private static Optional<Formula> mean(ObjectReader in, Optional<String> format) {
        Optional<ColumnName> column = in.parsed("column", ColumnName::of, NAME);
        Optional<ColumnName> weight = in.parsed("weight", ColumnName::of, NAME);
        return in.build(() -> new Formula.Mean(format.orElseThrow(), column.orElseThrow(), weight.orElseThrow()));
    }

    private static Optional<Formula> answers(ObjectReader in, Optional<String> format) {
        Optional<String> questionnaire = in.text("questionnaire");
        Optional<Scale> scale = in.choice("scale", Scale.class);
        List<String> favourable = Values.strings(in.differentTexts("favourable"));
        return in.build(() -> new Formula.Answers(
                format.orElseThrow(),
                questionnaire.orElseThrow(),
                scale.orElseThrow().name(),
                favourable));
    }

    private static Optional<Formula.Part> part(ObjectReader in, String property) {
        return in.object(property).flatMap(inner -> {
            Optional<ColumnName> column = inner.parsed("column", ColumnName::of, NAME);
            Map<ColumnName, Set<String>> where = where(inner);
            return inner.build(() -> new Formula.Part(column.orElseThrow(), where));
        });
    }

    private static Map<ColumnName, Set<String>> where(ObjectReader in) {
        return in.object("where").map(FormulaLoader::codesByColumn).orElse(Map.of());
    }

    private static Map<ColumnName, Set<String>> codesByColumn(ObjectReader in) {
        Map<ColumnName, Set<String>> where = new TreeMap<>();
        for (String name : in.names()) {
            Set<String> codes = new LinkedHashSet<>(Values.strings(in.differentTexts(name)));
            if (ColumnName.isValid(name)) {
                where.put(ColumnName.of(name), codes);
            } else {
                in.scope().nameNotAllowed(name, NAME);
            }
        }
        return where;
    }
}
