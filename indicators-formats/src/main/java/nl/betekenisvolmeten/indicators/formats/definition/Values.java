package nl.betekenisvolmeten.indicators.formats.definition;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/** Small values that occur in every kind of definition. */
final class Values {

    /** The decimal numbers that are taken. */
    static final String DECIMALS = "-1e15..1e15, twelve_decimals";

    private static final int MOST_DECIMALS = 12;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final int MOST_DIGITS = 18;

    private Values() {}

    /** The constants of an enum by their names, in order. */
    static <E extends Enum<E>> Map<String, E> byName(Class<E> constants) {
        Map<String, E> byName = new LinkedHashMap<>();
        Arrays.stream(constants.getEnumConstants()).forEach(constant -> byName.put(constant.name(), constant));
        return byName;
    }

    /** The word for the kind of a value: the name of the constant for its class. */
    static <E extends Enum<E>> String wordOf(Object value, Class<E> kinds, Function<E, Class<?>> types) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(kind -> types.apply(kind).isInstance(value))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** The texts alone. */
    static List<String> strings(List<Json.Text> texts) {
        return texts.stream().map(Json.Text::value).toList();
    }

    /** A required text in two languages. */
    static Optional<LocalizedText> localized(ObjectReader in, String property) {
        return in.object(property).flatMap(Values::localized);
    }

    /** A required list of texts in two languages. */
    static List<LocalizedText> localizedTexts(ObjectReader in, String property) {
        return in.objects(property).stream()
                .flatMap(text -> localized(text).stream())
                .toList();
    }

    private static Optional<LocalizedText> localized(ObjectReader in) {
        Optional<String> nl = in.text("nl");
        Optional<String> en = in.text("en");
        return in.build(() -> LocalizedText.of(nl.orElseThrow(), en.orElseThrow()));
    }

    /** The number that the digits of a JSON integer stand for; empty when it is too large for any use here. */
    static Optional<Long> whole(String digits) {
        return digits.length() <= MOST_DIGITS ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    /**
     * The number that a JSON number stands for; empty when it is too large or too fine. A few characters can stand for
     * a number of a billion digits, so its size is looked at before anything is done with it.
     */
    static Optional<BigDecimal> decimal(String digits) {
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        boolean fits = decimal.scale() <= MOST_DECIMALS
                && decimal.scale() >= -MOST_DECIMALS
                && decimal.abs().compareTo(LARGEST) <= 0;
        return fits ? Optional.of(decimal) : Optional.empty();
    }
}
