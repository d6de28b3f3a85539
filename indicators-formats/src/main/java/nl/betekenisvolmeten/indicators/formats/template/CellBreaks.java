package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.RuleSet.CellCheck;

/** What to write in a cell to make it fail one check, and no other. */
final class CellBreaks {

    private static final String NO_VALUE = "geen-waarde-hier";
    private static final String PERSONAL = "Bel jan@voorbeeld.nl";
    private static final String FORMULA = "=1+1";
    private static final int SAFE_DIGITS = 7;

    private CellBreaks() {}

    /** Returns a text that fails the check in a column that holds {@code good}; empty where none is known. */
    static Optional<String> text(CellCheck check, Column column, String good) {
        ColumnType type = column.rule().type();
        return switch (check) {
            // a list may say what an empty cell stands for
            case REQUIRED -> when(!column.rule().mayBeEmpty() && type.read("") instanceof CellResult.Empty, "");
            case EXPECTED -> when(column.rule().required() && column.rule().mayBeEmpty(), "");
            case KNOWN_CODE, PERIOD -> failing(check, type, NO_VALUE);
            case WHOLE_NUMBER -> failing(check, type, "twaalf");
            case DECIMAL_NUMBER -> failing(check, type, "acht uur");
            case NOT_NEGATIVE -> failing(check, type, "-1");
            case KVK_NUMBER -> failing(check, type, "12A45678");
            case LENGTH -> tooLong(type);
            case POSSIBLE_NUMBER -> beyond(type);
            case NO_PERSONAL_DATA -> fitting(type, PERSONAL);
            case NO_FORMULA -> fitting(type, FORMULA);
            case CODE_NOT_NAME -> isCounted(column) ? name(type, good) : Optional.empty();
            case NOTATION -> when(!good.isEmpty() && isCounted(column), good + " ");
            case SPREADSHEET -> Optional.empty();
        };
    }

    /** Returns a text if it fails the check in columns of a type. */
    private static Optional<String> failing(CellCheck check, ColumnType type, String text) {
        return when(type.read(text) instanceof CellResult.Failure failure && failure.failed() == check, text);
    }

    private static Optional<String> tooLong(ColumnType type) {
        return type instanceof ColumnType.Text text
                ? Optional.of("a".repeat(text.maximumLength() + 1))
                : Optional.empty();
    }

    /** Returns whether a column is counted: for a text that never leaves the delivery, the notation does not matter. */
    private static boolean isCounted(Column column) {
        return !(column.rule().part() instanceof ColumnRule.Part.OfAttribute);
    }

    private static Optional<String> when(boolean applies, String text) {
        return applies ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> fitting(ColumnType type, String sample) {
        return when(type instanceof ColumnType.Text text && text.maximumLength() >= sample.length(), sample);
    }

    /** Returns one more than the maximum; empty if that has so many digits that it might be a personal number. */
    private static Optional<String> beyond(ColumnType type) {
        OptionalLong maximum = type.largest();
        if (maximum.isEmpty()) {
            return Optional.empty();
        }
        String above = Long.toString(maximum.getAsLong() + 1);
        return when(above.length() <= SAFE_DIGITS, above);
    }

    /** Returns the name of the code, unless it is only another spelling of the code. */
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

    /** Returns other codes whose names can be used if that of the row's own code cannot. */
    static List<String> otherCodes(ColumnType type) {
        return type instanceof ColumnType.Code code
                ? code.codes().items().stream()
                        .filter(item -> isNoCode(item.name().nl(), code.codes()))
                        .map(Codelist.Item::code)
                        .toList()
                : List.of();
    }
}
