package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Small values that occur in every kind of definition. */
public final class Values {

    /** The decimal numbers that are taken. */
    static final String DECIMALS = "-1e15..1e15, twelve_decimals";

    private static final int MAX_DECIMALS = 12;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final int MAX_DIGITS = 18;

    /** Placeholder for a name that could not be read; no value is made from its object. */
    public static final String NAMELESS = "?";

    /** The same placeholder as a text. */
    public static final LocalizedText NO_TEXT = LocalizedText.of(NAMELESS, NAMELESS);

    private static final String COLUMN = "a-z 0-9 _";
    private static final String NAME = "a-z 0-9 -";
    private static final String PERIODS = "2026JJ00, 2026HJ01, 2026KW01, 2026MM01";

    /** How codes of areas look. */
    public static final String AREAS = "GM0518, SD0518-CENTRUM, WK051805, BU05180170";

    private Values() {}

    /** Returns the constants of an enum by their names, in order. */
    public static <E extends Enum<E>> Map<String, E> byName(Class<E> constants) {
        Map<String, E> byName = new LinkedHashMap<>();
        Arrays.stream(constants.getEnumConstants()).forEach(constant -> byName.put(constant.name(), constant));
        return byName;
    }

    /** Returns the word for the kind of a value: the name of the constant for its class. */
    static <E extends Enum<E>> String wordOf(Object value, Class<E> kinds, Function<E, Class<?>> types) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(kind -> types.apply(kind).isInstance(value))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Returns a required name of a definition or of a part of one. */
    public static Optional<String> name(ObjectReader in, String property) {
        return in.parsed(property, text -> FormatId.of(text, "1").name(), NAME);
    }

    /** Returns a required name of a column. */
    public static Optional<ColumnName> column(ObjectReader in, String property) {
        return in.parsed(property, ColumnName::of, COLUMN);
    }

    /** Returns a required list of different names of columns. */
    public static List<ColumnName> columns(ObjectReader in, String property) {
        List<ColumnName> columns = new ArrayList<>();
        for (Json.Text text : in.differentTexts(property)) {
            if (ColumnName.isValid(text.value())) {
                columns.add(ColumnName.of(text.value()));
            } else {
                in.fail().notAllowed(text.spot(), property, text.value(), COLUMN);
            }
        }
        return columns;
    }

    /** Returns the column whose name is that of a property. */
    public static Optional<ColumnName> columnNamed(ObjectReader in, String name) {
        if (ColumnName.isValid(name)) {
            return Optional.of(ColumnName.of(name));
        }
        in.fail().notAllowed(in.spot(name), name, name, COLUMN);
        return Optional.empty();
    }

    /** Returns the codes that count, by column; the names of the properties are those of columns. */
    static Map<ColumnName, Set<String>> codesByColumn(ObjectReader in) {
        Map<ColumnName, Set<String>> codes = new TreeMap<>();
        for (String name : in.names()) {
            Set<String> own = new LinkedHashSet<>(in.texts(name));
            columnNamed(in, name).ifPresent(column -> codes.put(column, own));
        }
        return codes;
    }

    /** Returns a required period, as its CBS code. */
    public static Optional<Period> period(ObjectReader in, String property) {
        return in.parsed(property, Values::parsedPeriod, PERIODS);
    }

    private static Period parsedPeriod(String text) {
        return Period.parseCode(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** Returns the periods from {@code validFrom} to {@code validTo}; each may be left out. */
    public static Optional<Validity> validity(ObjectReader in) {
        Optional<Period> from = in.ifGiven().parsed("validFrom", Values::parsedPeriod, PERIODS);
        Optional<Period> to = in.ifGiven().parsed("validTo", Values::parsedPeriod, PERIODS);
        return in.attempt(() -> new Validity(from, to));
    }

    /** Returns the day that a text stands for. */
    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date: " + text, e);
        }
    }

    /** Returns the ages that a text stands for. */
    public static AgeBand age(String text) {
        return AgeBand.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** Returns a required text in two languages, or one for both. */
    public static Optional<LocalizedText> localized(ObjectReader in, String property) {
        return in.peek(property).isPresent()
                ? in.text(property).map(text -> LocalizedText.of(text, text))
                : in.object(property).flatMap(Values::localized);
    }

    /** Returns a text in two languages, or a name if absent. */
    public static LocalizedText localizedOr(ObjectReader in, String property, String name) {
        return localizedOr(in, property, LocalizedText.of(name, name));
    }

    /** Returns a text in two languages, or another text if absent. */
    public static LocalizedText localizedOr(ObjectReader in, String property, LocalizedText other) {
        return in.or(other, property, name -> localized(in, name));
    }

    /** Reads a text in two languages; the Dutch one may serve for both. */
    static Optional<LocalizedText> localized(ObjectReader in) {
        Optional<String> nl = in.text("nl");
        Optional<String> en = in.has("en") ? in.text("en") : nl;
        return in.build(() -> LocalizedText.of(nl.orElseThrow(), en.orElseThrow()));
    }

    /** Returns the number that the digits of a JSON integer stand for; empty if it is too large for any use here. */
    static Optional<Long> whole(String digits) {
        return digits.length() <= MAX_DIGITS ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    /**
     * Returns the number that a JSON number stands for; empty if it is too large or too fine. A few characters can
     * stand for a number with a billion digits, so the size is checked first.
     */
    static Optional<BigDecimal> decimal(String digits) {
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        boolean fits = decimal.scale() <= MAX_DECIMALS
                && decimal.scale() >= -MAX_DECIMALS
                && decimal.abs().compareTo(LARGEST) <= 0;
        return fits ? Optional.of(decimal) : Optional.empty();
    }
}
