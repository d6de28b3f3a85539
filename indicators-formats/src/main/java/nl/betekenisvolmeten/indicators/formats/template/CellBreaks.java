package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.validation.CellCheck;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** What to write in a cell to make it fail one check, and no other. */
final class CellBreaks {

    private static final String NO_VALUE = "geen-waarde-hier";
    private static final String PERSONAL = "Bel jan@voorbeeld.nl";
    private static final String FORMULA = "=1+1";
    private static final int SAFE_DIGITS = 7;

    private static final Map<CellCheck, Break> BREAKS = new EnumMap<>(CellCheck.class);

    static {
        // a list may say what an empty cell stands for
        BREAKS.put(
                CellCheck.REQUIRED,
                (column, type, good) ->
                        when(!column.rule().mayBeEmpty() && type.read("") instanceof CellResult.Empty, ""));
        BREAKS.put(
                CellCheck.EXPECTED,
                (column, type, good) ->
                        when(column.rule().required() && column.rule().mayBeEmpty(), ""));
        BREAKS.put(CellCheck.KNOWN_CODE, failing(CellCheck.KNOWN_CODE, NO_VALUE));
        BREAKS.put(CellCheck.WHOLE_NUMBER, failing(CellCheck.WHOLE_NUMBER, "twaalf"));
        BREAKS.put(CellCheck.DECIMAL_NUMBER, failing(CellCheck.DECIMAL_NUMBER, "acht uur"));
        BREAKS.put(CellCheck.NOT_NEGATIVE, failing(CellCheck.NOT_NEGATIVE, "-1"));
        BREAKS.put(CellCheck.KVK_NUMBER, failing(CellCheck.KVK_NUMBER, "12A45678"));
        BREAKS.put(CellCheck.PERIOD, failing(CellCheck.PERIOD, NO_VALUE));
        BREAKS.put(CellCheck.LENGTH, (column, type, good) -> tooLong(type));
        BREAKS.put(CellCheck.POSSIBLE_NUMBER, (column, type, good) -> beyond(type));
        BREAKS.put(CellCheck.NO_PERSONAL_DATA, (column, type, good) -> fitting(type, PERSONAL));
        BREAKS.put(CellCheck.NO_FORMULA, (column, type, good) -> fitting(type, FORMULA));
        BREAKS.put(
                CellCheck.CODE_NOT_NAME,
                (column, type, good) -> isCounted(column) ? name(type, good) : Optional.empty());
        BREAKS.put(CellCheck.NOTATION, (column, type, good) -> when(!good.isEmpty() && isCounted(column), good + " "));
    }

    private CellBreaks() {}

    /** Makes a text that fails a check in a column of a type; empty when the check has no say there. */
    private interface Break {
        Optional<String> text(Column column, ColumnType type, String good);
    }

    /** A text that fails the check in the columns that apply it to that text. */
    private static Break failing(CellCheck check, String text) {
        return (column, type, good) ->
                when(type.read(text) instanceof CellResult.Failure failure && failure.failed() == check, text);
    }

    /** The text that fails the check in a column that holds {@code good}; empty where none is known. */
    static Optional<String> text(CellCheck check, Column column, String good) {
        Break known = BREAKS.get(check);
        return known == null
                ? Optional.empty()
                : known.text(column, column.rule().type(), good);
    }

    private static Optional<String> tooLong(ColumnType type) {
        return type instanceof ColumnType.Text text
                ? Optional.of("a".repeat(text.maximumLength() + 1))
                : Optional.empty();
    }

    /** How a text is written that never leaves the delivery does not matter. */
    private static boolean isCounted(Column column) {
        return !(column.rule().part() instanceof ColumnRule.Part.OfAttribute);
    }

    private static Optional<String> when(boolean applies, String text) {
        return applies ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> fitting(ColumnType type, String sample) {
        return when(type instanceof ColumnType.Text text && text.maximumLength() >= sample.length(), sample);
    }

    /** One above the maximum; a number of so many digits that it might be a person's is left alone. */
    private static Optional<String> beyond(ColumnType type) {
        OptionalLong maximum = GoodRows.maximum(type);
        if (maximum.isEmpty()) {
            return Optional.empty();
        }
        String above = Long.toString(maximum.getAsLong() + 1);
        return when(above.length() <= SAFE_DIGITS, above);
    }

    /** The name of the code, where it is more than the code in other letters. */
    private static Optional<String> name(ColumnType type, String good) {
        if (type instanceof ColumnType.Code code) {
            return code.codes().find(good).map(item -> item.name().nl()).filter(name -> isNoCode(name, code.codes()));
        }
        return type instanceof ColumnType.Place place && !place.byName()
                ? Areas.all(place).stream()
                        .filter(area -> area.code().value().equals(good))
                        .map(area -> area.name())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isNoCode(String name, Codelist codes) {
        Set<String> plain = codes.items().stream()
                .map(Codelist.Item::code)
                .map(CellBreaks::plain)
                .collect(Collectors.toSet());
        return !plain.contains(plain(name));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Other codes whose names can be used where that of the row's own code cannot. */
    static List<String> otherCodes(ColumnType type) {
        List<String> codes = new ArrayList<>();
        if (type instanceof ColumnType.Code code) {
            Stream<Codelist.Item> items = code.codes().items().stream();
            items.filter(item -> isNoCode(item.name().nl(), code.codes()))
                    .map(Codelist.Item::code)
                    .forEach(codes::add);
        }
        return codes;
    }
}
