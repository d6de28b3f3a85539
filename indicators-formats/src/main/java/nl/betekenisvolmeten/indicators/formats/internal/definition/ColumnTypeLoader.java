package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Reads what a column holds. */
public final class ColumnTypeLoader {

    /** Below the largest number that {@link ColumnType.Quantity} takes. */
    private static final long LARGEST = 1_000_000_000_000L;

    /** Three times what a spreadsheet's cell holds. */
    private static final long LONGEST = 100_000;

    private static final long USUAL_MAXIMUM = 1_000_000;
    private static final long USUAL_LENGTH = 1_000;

    /** The kinds of column: the type of each, and how it is read. */
    private enum Kind {
        KVK(ColumnType.Kvk.class, (in, parts) -> in.build(ColumnType.Kvk::new)),
        CODE(ColumnType.Code.class, ColumnTypeLoader::code),
        AREA(ColumnType.Place.class, ColumnTypeLoader::place),
        PERIOD(ColumnType.Time.class, ColumnTypeLoader::period),
        DAY(ColumnType.Day.class, ColumnTypeLoader::day),
        COUNT(ColumnType.Count.class, (in, parts) -> count(in)),
        QUANTITY(ColumnType.Quantity.class, (in, parts) -> quantity(in)),
        TEXT(ColumnType.Text.class, (in, parts) -> text(in));

        private final Class<? extends ColumnType> types;

        @SuppressWarnings("ImmutableEnumChecker")
        private final BiFunction<ObjectReader, FormatParts, Optional<ColumnType>> reader;

        Kind(Class<? extends ColumnType> types, BiFunction<ObjectReader, FormatParts, Optional<ColumnType>> reader) {
            this.types = types;
            this.reader = reader;
        }
    }

    private enum Notation {
        NAME,
        CODE
    }

    private ColumnTypeLoader() {}

    /** Returns the word by which a definition file names a kind of column. */
    public static String kind(ColumnType type) {
        return Values.wordOf(type, Kind.class, kind -> kind.types);
    }

    /** Reads a column type: a kind with its properties, or the word for a kind without any. */
    public static Optional<ColumnType> read(ObjectReader in, String property, FormatParts parts) {
        return in.wordOrObject(property, "kind")
                .flatMap(inner -> inner.choice("kind", Kind.class).flatMap(kind -> kind.reader.apply(inner, parts)));
    }

    private static Optional<ColumnType> code(ObjectReader in, FormatParts parts) {
        Optional<Codelist> codes = parts.codelist(in, "codelist");
        Optional<String> whenEmpty = in.ifGiven().text("whenEmpty");
        return in.build(() -> new ColumnType.Code(codes.orElseThrow(), whenEmpty));
    }

    private static Optional<ColumnType> place(ObjectReader in, FormatParts parts) {
        Optional<AreaHierarchy> areas = parts.areas().find(in, "areas");
        Optional<AreaLevel> level = in.choice("level", AreaLevel.class);
        Notation notation = in.choiceOr(Notation.NAME, "notation");
        Set<String> codes = new HashSet<>();
        List<Residual> residuals = in.ifGiven().each("residuals", item -> residual(item, codes));
        return in.build(() -> new ColumnType.Place(
                areas.orElseThrow(),
                level.orElseThrow(),
                notation == Notation.NAME,
                Residuals.of(areas.orElseThrow(), level.orElseThrow(), residuals)));
    }

    private static Optional<Residual> residual(ObjectReader in, Set<String> codes) {
        Supplier<Codelist.Item> item = CodelistLoader.parts(in, codes);
        Optional<Residual.Kind> kind = in.choice("kind", Residual.Kind.class);
        Optional<AreaCode> within = in.ifGiven().parsed("within", AreaCode::of, Values.AREAS);
        return in.build(() -> new Residual(item.get(), kind.orElseThrow(), within));
    }

    private static Optional<ColumnType> period(ObjectReader in, FormatParts parts) {
        PeriodKind length = in.choiceOr(PeriodKind.QUARTER, "length");
        Period.Notation notation = in.choiceOr(Period.Notation.CODE, "notation");
        PeriodKind longest = in.choiceOr(length, "longest");
        Optional<Validity> validity = parts.validity(in);
        return in.build(() -> new ColumnType.Time(length, validity.orElseThrow(), notation, longest));
    }

    /**
     * Reads a column of days. They must lie within the format's validity unless {@code anytime} is set, as for a date
     * of consent.
     */
    private static Optional<ColumnType> day(ObjectReader in, FormatParts parts) {
        boolean always = in.or(false, "anytime", in::flag);
        Optional<Validity> validity = parts.validity(in);
        return in.build(() -> new ColumnType.Day(always ? Validity.always() : validity.orElseThrow()));
    }

    private static Optional<ColumnType> count(ObjectReader in) {
        long maximum = maximum(in);
        return in.build(() -> new ColumnType.Count(maximum));
    }

    private static long maximum(ObjectReader in) {
        return in.or(USUAL_MAXIMUM, "maximum", name -> in.whole(name, 1, LARGEST));
    }

    private static Optional<ColumnType> quantity(ObjectReader in) {
        long decimals = in.or(2L, "decimals", name -> in.whole(name, 1, Measure.MAX_SCALE));
        long maximum = maximum(in);
        return in.build(() -> new ColumnType.Quantity((int) decimals, maximum));
    }

    private static Optional<ColumnType> text(ObjectReader in) {
        long length = in.or(USUAL_LENGTH, "maximumLength", name -> in.whole(name, 1, LONGEST));
        return in.build(() -> new ColumnType.Text((int) length));
    }
}
