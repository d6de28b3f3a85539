package nl.betekenisvolmeten.indicators.formats.template;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/** What to write in a cell to make it fail one check, and no other. */
final class CellBreaks {

    private static final String NO_VALUE = "geen-waarde-hier";
    private static final String PERSONAL = "Bel jan@voorbeeld.nl";
    private static final String FORMULA = "=1+1";
    private static final int SAFE_DIGITS = 7;

    private static final Map<RuleSet.CellCheck, Break> BREAKS = new EnumMap<>(RuleSet.CellCheck.class);

    static {
        // a list may say what an empty cell stands for
        BREAKS.put(
                RuleSet.CellCheck.REQUIRED,
                (column, type, good) ->
                        when(!column.rule().mayBeEmpty() && type.read("") instanceof CellResult.Empty, ""));
        BREAKS.put(
                RuleSet.CellCheck.EXPECTED,
                (column, type, good) ->
                        when(column.rule().required() && column.rule().mayBeEmpty(), ""));
        BREAKS.put(RuleSet.CellCheck.KNOWN_CODE, failing(RuleSet.CellCheck.KNOWN_CODE, NO_VALUE));
        BREAKS.put(RuleSet.CellCheck.WHOLE_NUMBER, failing(RuleSet.CellCheck.WHOLE_NUMBER, "twaalf"));
        BREAKS.put(RuleSet.CellCheck.DECIMAL_NUMBER, failing(RuleSet.CellCheck.DECIMAL_NUMBER, "acht uur"));
        BREAKS.put(RuleSet.CellCheck.NOT_NEGATIVE, failing(RuleSet.CellCheck.NOT_NEGATIVE, "-1"));
        BREAKS.put(RuleSet.CellCheck.KVK_NUMBER, failing(RuleSet.CellCheck.KVK_NUMBER, "12A45678"));
        BREAKS.put(RuleSet.CellCheck.PERIOD, failing(RuleSet.CellCheck.PERIOD, NO_VALUE));
        BREAKS.put(RuleSet.CellCheck.LENGTH, (column, type, good) -> tooLong(type));
        BREAKS.put(RuleSet.CellCheck.POSSIBLE_NUMBER, (column, type, good) -> beyond(type));
        BREAKS.put(RuleSet.CellCheck.NO_PERSONAL_DATA, (column, type, good) -> fitting(type, PERSONAL));
        BREAKS.put(RuleSet.CellCheck.NO_FORMULA, (column, type, good) -> fitting(type, FORMULA));
        BREAKS.put(
                RuleSet.CellCheck.CODE_NOT_NAME,
                (column, type, good) -> isCounted(column) ? name(type, good) : Optional.empty());
        BREAKS.put(
                RuleSet.CellCheck.NOTATION,
                (column, type, good) -> when(!good.isEmpty() && isCounted(column), good + " "));
    }

    private CellBreaks() {}

    /** Makes a text that fails a check in a column of a type; empty when the check has no say there. */
    private interface Break {
        Optional<String> text(Column column, ColumnType type, String good);
    }

    /** A text that fails the check in the columns that apply it to that text. */
    private static Break failing(RuleSet.CellCheck check, String text) {
        return (column, type, good) ->
                when(type.read(text) instanceof CellResult.Failure failure && failure.failed() == check, text);
    }

    /** The text that fails the check in a column that holds {@code good}; empty where none is known. */
    static Optional<String> text(RuleSet.CellCheck check, Column column, String good) {
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
        OptionalLong maximum = type.largest();
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
                ? AreaCode.parse(good).flatMap(place.areas()::find).map(Area::name)
                : Optional.empty();
    }

    private static boolean isNoCode(String name, Codelist codes) {
        return codes.codes().stream().map(CellBreaks::plain).noneMatch(plain(name)::equals);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Other codes whose names can be used where that of the row's own code cannot. */
    static List<String> otherCodes(ColumnType type) {
        return type instanceof ColumnType.Code code
                ? code.codes().items().stream()
                        .filter(item -> isNoCode(item.name().nl(), code.codes()))
                        .map(Codelist.Item::code)
                        .toList()
                : List.of();
    }
}
