package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Reads a column: what it holds, what part it plays, and its texts. */
final class ColumnLoader {

    private static final String NAME = "a-z 0-9 _";
    private static final String CONCEPT = "A-Z 0-9 _";

    private enum Role {
        REPORTER,
        PLACE,
        TIME,
        CATEGORY,
        MEASURE,
        ATTRIBUTE
    }

    private enum Nature {
        FLOW,
        STOCK,
        DISTINCT,
        MEAN,
        DISTRIBUTION
    }

    private ColumnLoader() {}

    static Optional<Column> read(ObjectReader in, FormatParts parts, Set<String> seen) {
        Optional<ColumnName> name = in.parsed("name", ColumnName::of, NAME);
        in.mustDiffer("name", seen);
        Optional<ColumnType> type = in.object("type").flatMap(inner -> ColumnTypeLoader.read(inner, parts));
        Optional<Boolean> required = in.flag("required");
        Optional<LocalizedText> title = Values.localized(in, "title");
        Optional<LocalizedText> agreement = Values.localized(in, "agreement");
        Optional<String> concept = in.parsedIfGiven("concept", Column::checkConcept, CONCEPT);
        Optional<Function<ColumnName, ColumnRule.Part>> part =
                in.choice("role", Role.class).flatMap(role -> part(in, role, type, parts));
        return in.build(() -> new Column(
                new ColumnRule(
                        name.orElseThrow(),
                        type.orElseThrow(),
                        required.orElseThrow(),
                        part.orElseThrow().apply(name.orElseThrow())),
                title.orElseThrow(),
                agreement.orElseThrow(),
                concept));
    }

    /** The part that the column plays; what does not fit its type is refused when the part is made. */
    private static Optional<Function<ColumnName, ColumnRule.Part>> part(
            ObjectReader in, Role role, Optional<ColumnType> type, FormatParts parts) {
        return switch (role) {
            case REPORTER -> dimension(Dimension.Reporter::new);
            case TIME ->
                dimension(name -> {
                    fitting(role, ColumnType.Time.class, type);
                    return new Dimension.Time(name);
                });
            case PLACE ->
                dimension(name -> {
                    ColumnType.Place place = fitting(role, ColumnType.Place.class, type);
                    return new Dimension.Place(name, place.areas(), place.level(), place.byName(), place.residuals());
                });
            case CATEGORY -> {
                Set<String> partition = partition(in, type);
                yield dimension(name -> new Dimension.Category(name, partition));
            }
            case MEASURE -> measure(in, type, parts);
            case ATTRIBUTE -> Optional.of(name -> new ColumnRule.Part.OfAttribute());
        };
    }

    private static Optional<Function<ColumnName, ColumnRule.Part>> dimension(Function<ColumnName, Dimension> maker) {
        return Optional.of(name -> new ColumnRule.Part.OfDimension(maker.apply(name)));
    }

    private static <T extends ColumnType> T fitting(Role role, Class<T> wanted, Optional<ColumnType> type) {
        return type.filter(wanted::isInstance)
                .map(wanted::cast)
                .orElseThrow(() -> new IllegalArgumentException("role " + role + " with another kind of type"));
    }

    private static Set<String> partition(ObjectReader in, Optional<ColumnType> type) {
        List<Json.Text> codes = in.differentTextsIfGiven("partition");
        if (type.isPresent() && !codes.isEmpty()) {
            if (type.get() instanceof ColumnType.Code list) {
                List<String> known = RuleLoader.codes(list.codes());
                codes.stream()
                        .filter(code -> !list.codes().contains(code.value()))
                        .forEach(code -> in.scope().notFound(code, "partition", known));
            } else {
                in.attempt(() -> {
                    throw new IllegalArgumentException("a partition without a code list");
                });
            }
        }
        return new HashSet<>(Values.strings(codes));
    }

    private static Optional<Function<ColumnName, ColumnRule.Part>> measure(
            ObjectReader in, Optional<ColumnType> type, FormatParts parts) {
        Optional<Nature> nature = in.choice("nature", Nature.class);
        Optional<ColumnName> weight = nature.filter(Nature.MEAN::equals).flatMap(mean -> parts.column(in, "weight"));
        boolean partitioned = nature.filter(Nature.DISTINCT::equals).isEmpty()
                || !in.has("partitioned")
                || in.flag("partitioned").orElse(true);
        Measure.Moment moment = nature.filter(Nature.STOCK::equals).isPresent() && in.has("moment")
                ? in.choice("moment", Measure.Moment.class).orElse(Measure.Moment.END)
                : Measure.Moment.END;
        return nature.map(known ->
                name -> new ColumnRule.Part.OfMeasure(measure(name, known, type, weight, partitioned, moment)));
    }

    private static Measure measure(
            ColumnName name,
            Nature nature,
            Optional<ColumnType> type,
            Optional<ColumnName> weight,
            boolean partitioned,
            Measure.Moment moment) {
        int scale = type.flatMap(ColumnType::decimals)
                .orElseThrow(() -> new IllegalArgumentException("measure " + name + " is not a number"));
        return switch (nature) {
            case FLOW -> new Measure.Flow(name, scale);
            case STOCK -> new Measure.Stock(name, scale, moment);
            case DISTINCT -> new Measure.Distinct(name, partitioned);
            case MEAN -> new Measure.Mean(name, scale, weight.orElseThrow());
            case DISTRIBUTION -> answers(name, scale);
        };
    }

    private static Measure answers(ColumnName name, int scale) {
        if (scale != 0) {
            throw new IllegalArgumentException("answers " + name + " are counted in whole numbers");
        }
        return new Measure.Answers(name);
    }
}
