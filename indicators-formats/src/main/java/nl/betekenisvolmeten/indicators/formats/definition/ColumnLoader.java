package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ColumnTypeLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.FormatParts;
import nl.betekenisvolmeten.indicators.formats.internal.definition.KnownCodes;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Reads a column: what it holds, what part it plays, and its texts. */
final class ColumnLoader {

    private static final long MOST_PERIODS = 400;

    private enum Role {
        REPORTER,
        PLACE,
        TIME,
        CATEGORY,
        MEASURE,
        ATTRIBUTE;

        /** Returns the default role of a column type. */
        static Role of(ColumnType type) {
            if (type instanceof ColumnType.Kvk) {
                return REPORTER;
            }
            if (type instanceof ColumnType.Place) {
                return PLACE;
            }
            if (type instanceof ColumnType.Time) {
                return TIME;
            }
            if (type instanceof ColumnType.Code) {
                return CATEGORY;
            }
            return type.decimals().isPresent() ? MEASURE : ATTRIBUTE;
        }
    }

    private enum Nature {
        FLOW,
        STOCK,
        DISTINCT,
        MEAN,
        DISTRIBUTION
    }

    /** Makes the part that a column plays; what does not fit its type is refused then. */
    private interface PartMaker {
        ColumnRule.Part make(ColumnName name, ColumnType type);
    }

    private ColumnLoader() {}

    static Optional<Column> read(ObjectReader in, FormatParts parts, Set<String> seen) {
        Optional<ColumnName> name = Values.column(in, "name");
        in.mustDiffer("name", seen);
        Optional<ColumnType> type = ColumnTypeLoader.read(in, "type", parts);
        boolean required = in.or(true, "required", in::flag);
        boolean mayBeEmpty = in.or(!required, "mayBeEmpty", in::flag);
        LocalizedText title =
                Values.localizedOr(in, "title", name.map(ColumnName::value).orElse(Values.NAMELESS));
        LocalizedText agreement = Values.localizedOr(in, "agreement", title);
        Optional<String> concept = in.ifGiven().parsed("concept", Column::checkConcept, "A-Z 0-9 _");
        KnownCodes codes = type.map(KnownCodes::of).orElse(KnownCodes.ANY);
        boolean onForm = in.or(true, "onForm", in::flag);
        Role usual = type.map(Role::of).orElse(Role.ATTRIBUTE);
        Optional<Role> role = in.or(Optional.of(usual), "role", any -> Optional.of(in.choice(any, Role.class)));
        Optional<PartMaker> part = role.map(known -> part(in, known, codes, parts));
        return in.build(() -> new Column(
                new ColumnRule(
                        name.orElseThrow(),
                        type.orElseThrow(),
                        required,
                        mayBeEmpty,
                        part.orElseThrow().make(name.orElseThrow(), type.orElseThrow())),
                title,
                agreement,
                concept,
                onForm));
    }

    private static PartMaker part(ObjectReader in, Role role, KnownCodes codes, FormatParts parts) {
        return switch (role) {
            case REPORTER -> dimension((name, type) -> new Dimension.Reporter(name));
            case TIME ->
                dimension((name, type) -> {
                    fitting(role, ColumnType.Time.class, type);
                    return new Dimension.Time(name);
                });
            case PLACE ->
                dimension((name, type) -> {
                    ColumnType.Place place = fitting(role, ColumnType.Place.class, type);
                    return new Dimension.Place(name, place.areas(), place.level(), place.byName(), place.residuals());
                });
            case CATEGORY -> {
                Set<String> partition = new HashSet<>(codes.texts(in.ifGiven(), "partition"));
                yield dimension((name, type) -> {
                    if (!partition.isEmpty() && !(type instanceof ColumnType.Code)) {
                        throw new IllegalArgumentException("a partition without a code list");
                    }
                    return new Dimension.Category(name, partition);
                });
            }
            case MEASURE -> measure(in, parts);
            case ATTRIBUTE -> (name, type) -> new ColumnRule.Part.OfAttribute();
        };
    }

    private static PartMaker dimension(BiFunction<ColumnName, ColumnType, Dimension> maker) {
        return (name, type) -> new ColumnRule.Part.OfDimension(maker.apply(name, type));
    }

    private static <T extends ColumnType> T fitting(Role role, Class<T> wanted, ColumnType type) {
        if (wanted.isInstance(type)) {
            return wanted.cast(type);
        }
        throw new IllegalArgumentException("role " + role + " with another kind of type");
    }

    private static PartMaker measure(ObjectReader in, FormatParts parts) {
        Optional<BiFunction<ColumnName, Integer, Measure>> maker = in.or(
                        Optional.of(Nature.FLOW), "nature", any -> Optional.of(in.choice(any, Nature.class)))
                .map(nature -> measure(in, nature, parts));
        return (name, type) -> {
            int scale = type.decimals()
                    .orElseThrow(() -> new IllegalArgumentException("measure " + name + " is not a number"));
            return new ColumnRule.Part.OfMeasure(maker.orElseThrow().apply(name, scale));
        };
    }

    /** Returns a function that makes a measure of the given nature from its name and scale. */
    private static BiFunction<ColumnName, Integer, Measure> measure(ObjectReader in, Nature nature, FormatParts parts) {
        return switch (nature) {
            case FLOW -> {
                Set<ColumnName> over = Set.copyOf(parts.columns(in.ifGiven(), "sharedOver"));
                Optional<Measure.Repeats> repeats = in.objectIfGiven("repeats", item -> repeats(item, parts));
                yield over.isEmpty()
                        ? (name, scale) -> new Measure.Flow(name, scale, repeats)
                        : (name, scale) -> new Measure.Shared(name, scale, over);
            }
            case STOCK -> {
                Measure.Moment moment = in.choiceOr(Measure.Moment.END, "moment");
                yield (name, scale) -> new Measure.Stock(name, scale, moment);
            }
            case DISTINCT -> {
                boolean partitioned = in.or(true, "partitioned", in::flag);
                Optional<Measure.NewTo> newTo = newTo(in, parts);
                // residents of the smallest area that their row names, unless a larger one is given
                boolean residents = in.or(false, "residentsOnly", in::flag);
                AreaLevel level = in.choiceOr(AreaLevel.BUURT, "residentsOf");
                Optional<Measure.Unnamed> unnamed = in.objectIfGiven("unnamed", item -> unnamed(item, parts));
                Optional<Measure.FirstIn> firstIn = firstIn(in, parts);
                yield (name, scale) -> new Measure.Distinct(
                        name, partitioned, newTo, Optional.of(level).filter(any -> residents), unnamed, firstIn);
            }
            case MEAN -> {
                Optional<ColumnName> weight = parts.column(in, "weight");
                yield (name, scale) -> new Measure.Mean(name, scale, weight.orElseThrow());
            }
            case DISTRIBUTION -> ColumnLoader::answers;
        };
    }

    /**
     * Reads what persons are new to, for how many periods, and the measure that they are part of: all three or none.
     */
    private static Optional<Measure.NewTo> newTo(ObjectReader in, FormatParts parts) {
        if (!in.has("newTo") && !in.has("newAfter") && !in.has("newAmong")) {
            return Optional.empty();
        }
        Optional<ColumnName> column = parts.column(in, "newTo");
        Optional<Long> periods = in.whole("newAfter", 1, MOST_PERIODS);
        Optional<ColumnName> among = parts.column(in, "newAmong");
        return in.attempt(() ->
                new Measure.NewTo(column.orElseThrow(), periods.orElseThrow().intValue(), among.orElseThrow()));
    }

    /**
     * Reads where persons are counted once: the period, the place, and the measure of all persons; all three or none.
     */
    private static Optional<Measure.FirstIn> firstIn(ObjectReader in, FormatParts parts) {
        if (!in.has("firstIn") && !in.has("firstAt") && !in.has("firstAmong")) {
            return Optional.empty();
        }
        Optional<PeriodKind> length = in.choice("firstIn", PeriodKind.class);
        List<ColumnName> at = parts.columns(in.ifGiven(), "firstAt");
        Optional<ColumnName> among = parts.column(in, "firstAmong");
        return in.attempt(() -> new Measure.FirstIn(length.orElseThrow(), at, among.orElseThrow()));
    }

    /** Reads the events, with and without a name. */
    private static Optional<Measure.Unnamed> unnamed(ObjectReader in, FormatParts parts) {
        Optional<ColumnName> events = parts.column(in, "events");
        Optional<ColumnName> without = parts.column(in, "without");
        return in.build(() -> new Measure.Unnamed(events.orElseThrow(), without.orElseThrow()));
    }

    private static Optional<Measure.Repeats> repeats(ObjectReader in, FormatParts parts) {
        Optional<ColumnName> persons = in.has("persons") ? parts.column(in, "persons") : Optional.empty();
        Optional<ColumnName> squares = in.has("squares") ? Values.column(in, "squares") : Optional.empty();
        return in.build(() -> new Measure.Repeats(persons, squares));
    }

    private static Measure answers(ColumnName name, int scale) {
        if (scale != 0) {
            throw new IllegalArgumentException("answers " + name + " are counted in whole numbers");
        }
        return new Measure.Answers(name);
    }
}
