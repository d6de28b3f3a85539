package nl.betekenisvolmeten.indicators.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Suggestions;
import nl.betekenisvolmeten.indicators.validation.CellResult.Failure;
import nl.betekenisvolmeten.indicators.validation.CellResult.Notation;
import nl.betekenisvolmeten.indicators.validation.CellResult.Value;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/** Reads cells that hold a code: of a list, an area, a period, an organisation. */
final class CodeCells {

    private static final int SUGGESTIONS = 3;

    /** A large number as a spreadsheet shows it, without its last digits: {@code 9,1E+07}. */
    private static final Pattern SHORTENED = Pattern.compile("[0-9][.,]?[0-9]*[eE]\\+?[0-9]{1,2}");

    /** Words around the ages of a group, and a code before its name: {@code 30-49 jaar}, {@code 1 - Samenleven}. */
    private static final Pattern OR_OLDER = Pattern.compile("(?iu)([0-9]+) (?:jaar )?(?:en|of) ouder");

    private static final Pattern AROUND_CODE = Pattern.compile("(?iu) ?(?:jaar|jr\\.?)$|[:.)] .*$| [-\u2013] .*$");

    private CodeCells() {}

    static CellResult code(String text, Codelist codes) {
        String stripped = Blanks.visible(text);
        if (stripped.isEmpty()) {
            return CellResult.empty();
        }
        return known(text, stripped, codes)
                .or(() -> SpreadsheetCodes.undo(stripped, codes).map(code -> new Value(code, 0, Notation.SPREADSHEET)))
                .<CellResult>map(value -> value)
                .orElseGet(() -> unknownCode(stripped, codes));
    }

    /** Returns the code that is meant, even if it is written in another way or is a name. */
    private static Optional<Value> known(String text, String stripped, Codelist codes) {
        if (codes.contains(text)) {
            return Optional.of(new Value(text, 0, Notation.AGREED));
        }
        Optional<Codelist.Item> sameCode = codes.findIgnoringNotation(stripped);
        return sameCode.isPresent()
                ? Optional.of(new Value(sameCode.get().code(), 0, Notation.OTHER))
                : codes.findByNameOrAlias(stripped).map(item -> new Value(item.code(), 0, Notation.NAME));
    }

    private static CellResult unknownCode(String stripped, Codelist codes) {
        List<String> suggestions =
                bareCode(stripped, codes).map(List::of).orElseGet(() -> codes.nearest(stripped, SUGGESTIONS)).stream()
                        .map(Codelist.Item::code)
                        .toList();
        return new Failure(RuleSet.CellCheck.KNOWN_CODE, Map.of(), suggestions);
    }

    /** Returns the item whose code is surrounded only by words. */
    private static Optional<Codelist.Item> bareCode(String text, Codelist codes) {
        if (text.length() > Suggestions.MAX_LENGTH) {
            return Optional.empty();
        }
        String ages = OR_OLDER.matcher(text).replaceFirst("$1+");
        return codes.findIgnoringNotation(AROUND_CODE.matcher(ages).replaceFirst(""));
    }

    static CellResult area(String text, ColumnType.Place type) {
        String stripped = Blanks.visible(text);
        if (stripped.isEmpty()) {
            return CellResult.empty();
        }
        Optional<CellResult> residual = type.residuals().codes().flatMap(codes -> known(text, stripped, codes));
        return residual.orElseGet(
                () -> type.byName() ? areaByName(text, stripped, type) : areaByCode(text, stripped, type));
    }

    private static CellResult areaByCode(String text, String stripped, ColumnType.Place type) {
        Optional<String> byCode = codeOf(stripped, type);
        if (byCode.isPresent()) {
            return new Value(byCode.get(), 0, byCode.get().equals(text) ? Notation.AGREED : Notation.OTHER);
        }
        return type.areas()
                .findByName(type.level(), stripped)
                .<CellResult>map(area -> new Value(area.code().value(), 0, Notation.NAME))
                .orElseGet(() -> unknownArea(stripped, type));
    }

    /** Returns the code that is meant, even if it has blanks or small letters, or lacks the letters of the level. */
    private static Optional<String> codeOf(String stripped, ColumnType.Place type) {
        String upper = Blanks.removeAll(stripped).toUpperCase(Locale.ROOT);
        Stream<String> letters = type.areas().areas(type.level()).stream()
                .limit(1)
                .map(area -> area.code().value().substring(0, 2));
        return Stream.concat(Stream.of(upper), letters.map(two -> two + upper))
                .flatMap(code -> AreaCode.parse(code).stream())
                .filter(code ->
                        code.level() == type.level() && type.areas().find(code).isPresent())
                .map(AreaCode::value)
                .findFirst();
    }

    private static CellResult areaByName(String text, String stripped, ColumnType.Place type) {
        Optional<Area> byName = type.areas().findByName(type.level(), stripped);
        if (byName.isPresent()) {
            String name = byName.get().name();
            return new Value(name, 0, name.equals(text) ? Notation.AGREED : Notation.OTHER);
        }
        return AreaCode.parse(stripped.toUpperCase(Locale.ROOT))
                .filter(code -> code.level() == type.level())
                .flatMap(type.areas()::find)
                .<CellResult>map(area -> new Value(area.name(), 0, Notation.OTHER))
                .orElseGet(() -> unknownArea(stripped, type));
    }

    private static CellResult unknownArea(String stripped, ColumnType.Place type) {
        // a spreadsheet removes the leading zero of a numeric code
        List<String> suggestions = codeOf("0" + stripped, type)
                .map(List::of)
                .orElseGet(() -> suggestions(stripped, type, type.areas().areas(type.level())));
        return new Failure(RuleSet.CellCheck.KNOWN_CODE, Map.of(), suggestions);
    }

    /** Returns the areas that were probably meant. */
    static List<String> suggestions(String text, ColumnType.Place type, List<Area> areas) {
        return AreaHierarchy.nearest(Blanks.visible(text), areas, SUGGESTIONS).stream()
                .map(area -> type.byName() ? area.name() : area.code() + " (" + area.name() + ")")
                .toList();
    }

    static CellResult period(String text, ColumnType.Time type) {
        String stripped = Blanks.visible(text);
        if (stripped.isEmpty()) {
            return CellResult.empty();
        }
        if (type.notation() == Period.Notation.DAY) {
            Optional<LocalDate> day = DayCells.parse(stripped);
            if (day.isPresent()) {
                return period(Period.from(type.kind(), day.get()), true, type);
            }
        }
        Optional<Period.Read> read = Period.read(stripped);
        if (read.isEmpty()) {
            return unclearPeriod(PeriodGuess.of(stripped, type).stream().toList(), type);
        }
        Period period = read.get().period();
        if (!type.lengths().contains(period.kind())) {
            return unclearPeriod(List.of(), type);
        }
        // a code is agreed where days are, as a day that was read is written as the code of its period
        boolean agreed = type.notation() == Period.Notation.DASHED
                ? type.notation().write(period).equals(text)
                : read.get().canonical() && stripped.equals(text);
        return period(period, agreed, type);
    }

    private static CellResult period(Period period, boolean agreed, ColumnType.Time type) {
        if (type.validity().contains(period)) {
            return new Value(period.code(), 0, agreed ? Notation.AGREED : Notation.OTHER);
        }
        boolean early = type.validity()
                .from()
                .filter(from -> !from.contains(period) && period.compareTo(from) < 0)
                .isPresent();
        return new Failure(
                RuleSet.CellCheck.PERIOD,
                Map.of(
                        "expected",
                        expected(type),
                        "reason",
                        early ? "early" : "late",
                        "limit",
                        (early ? type.validity().from() : type.validity().to())
                                .map(type.notation()::write)
                                .orElse("")),
                List.of());
    }

    private static Period exampleOf(PeriodKind kind) {
        return Period.parseCode("2026" + kind.code() + (kind == PeriodKind.YEAR ? "00" : "01"))
                .orElseThrow();
    }

    private static CellResult unclearPeriod(List<String> suggested, ColumnType.Time type) {
        Period usual = exampleOf(type.longest());
        String example = type.notation()
                .write(type.validity()
                        .from()
                        .filter(from ->
                                from.kind() == type.kind() && !type.validity().contains(usual))
                        .orElse(usual));
        Map<String, String> arguments = Map.of(
                "expected",
                expected(type),
                "reason",
                "unclear",
                "unit",
                type.notation() == Period.Notation.DAY
                        ? "day"
                        : type.lengths().stream()
                                .map(length -> length.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("_")),
                "example",
                suggested.stream().findFirst().orElse(example));
        return new Failure(RuleSet.CellCheck.PERIOD, arguments, suggested);
    }

    /** Returns what is expected, in symbols that read in any language. */
    private static String expected(ColumnType.Time type) {
        Optional<String> from = type.validity().from().map(type.notation()::write);
        Optional<String> to = type.validity().to().map(type.notation()::write);
        if (from.isPresent() && to.isPresent()) {
            return from.equals(to) ? from.get() : from.get() + " - " + to.get();
        }
        return from.map(code -> "≥ " + code)
                .or(() -> to.map(code -> "≤ " + code))
                .orElse(type.kind().code());
    }

    static CellResult kvk(String text) {
        if (KvkNumber.parse(text).isPresent()) {
            return new Value(text, 0, Notation.AGREED);
        }
        String digits = Blanks.removeAll(text);
        if (digits.isEmpty()) {
            return CellResult.empty();
        }
        return KvkNumber.parse(digits)
                .<CellResult>map(number -> new Value(number.value(), 0, Notation.OTHER))
                .orElseGet(() -> SHORTENED.matcher(digits).matches()
                        ? Failure.of(RuleSet.CellCheck.KVK_NUMBER, "reason", "shortened")
                        : Failure.of(RuleSet.CellCheck.KVK_NUMBER));
    }

    /**
     * Returns the organisation in a cell that can hold a number: a spreadsheet leaves seven digits of a number that
     * starts with a zero. In a text any digit may be the missing one. Two leading zeros are not in use.
     */
    static Optional<Value> withLeadingZero(String text) {
        String digits = Blanks.removeAll(text);
        return digits.startsWith("0")
                ? Optional.empty()
                : KvkNumber.parse("0" + digits).map(number -> new Value(number.value(), 0, Notation.SPREADSHEET));
    }
}
