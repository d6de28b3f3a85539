package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Guesses the type of a column from its values. */
public final class ColumnGuess {

    /** Texts are codes if there are no more distinct texts than this, each used at least twice. */
    private static final int MOST_CODES = 30;

    private static final int LONGEST_CODE = 60;
    private static final int USUAL_TEXT = 1_000;
    private static final long USUAL_MAXIMUM = 1_000_000;

    /** One in this many values may be something else, such as a title row or a total. */
    private static final int ONE_IN = 10;

    /** One in fewer values than that may be too, from this many on. */
    private static final int FEW = 4;

    private ColumnGuess() {}

    /**
     * Returns the probable type of a column.
     *
     * @param name its name
     * @param values its values, none blank
     * @param like the known columns with a similar name, most likely first
     * @param definitions the definitions with the areas
     */
    public static ColumnType of(String name, List<String> values, List<Column> like, Definitions definitions) {
        if (values.isEmpty()) {
            return new ColumnType.Text(USUAL_TEXT);
        }
        return candidates(name, like, definitions)
                .filter(type -> fits(type, values))
                .findFirst()
                .or(() -> codes(name, values))
                .orElseGet(() -> new ColumnType.Text(values.stream().mapToInt(String::length).max().stream()
                        .map(longest -> Math.max(USUAL_TEXT, 2 * longest))
                        .sum()));
    }

    /** Returns whether nearly all values can be read as a type. */
    public static boolean fits(ColumnType type, List<String> values) {
        long wrong = values.stream()
                .filter(value -> !(type.read(value) instanceof CellResult.Value))
                .count();
        return (wrong * ONE_IN <= values.size() || (wrong == 1 && values.size() >= FEW)) && wrong < values.size();
    }

    private static Stream<ColumnType> candidates(String name, List<Column> like, Definitions definitions) {
        List<ColumnType> types = new ArrayList<>();
        like.stream()
                .map(column -> column.rule().type())
                .filter(type -> !(type instanceof ColumnType.Text))
                .map(ColumnGuess::always)
                .forEach(types::add);
        types.add(new ColumnType.Kvk());
        // a number of four digits is a year only in a column with such a name
        boolean year = name.startsWith("jaar") || name.startsWith("periode");
        Stream.of(PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.MONTH, PeriodKind.YEAR)
                .filter(kind -> year || kind != PeriodKind.YEAR)
                .forEach(kind -> types.add(new ColumnType.Time(kind, Validity.always())));
        types.add(new ColumnType.Count(USUAL_MAXIMUM));
        types.add(new ColumnType.Quantity(2, USUAL_MAXIMUM));
        types.add(new ColumnType.Day(Validity.always()));
        for (Definitions.AreaList list : definitions.areas().all()) {
            Stream.of(AreaLevel.values()).forEach(level -> places(list.hierarchy(), level, types));
        }
        return types.stream();
    }

    private static void places(AreaHierarchy areas, AreaLevel level, List<ColumnType> types) {
        if (!areas.areas(level).isEmpty()) {
            types.add(new ColumnType.Place(areas, level, level != AreaLevel.WIJK && level != AreaLevel.BUURT));
        }
    }

    /** Returns a type of a known format, without the periods for which that format is valid. */
    private static ColumnType always(ColumnType type) {
        return type instanceof ColumnType.Time time ? new ColumnType.Time(time.kind(), Validity.always()) : type;
    }

    /**
     * Returns codes: few distinct short texts, used more than once. Names of people rarely are; a text that looks like
     * a name is not a code.
     */
    private static Optional<ColumnType> codes(String name, List<String> values) {
        Set<String> different = new TreeSet<>(values);
        boolean few = different.size() <= MOST_CODES && 2 * different.size() <= values.size();
        boolean plain = different.stream()
                .allMatch(value -> value.length() <= LONGEST_CODE
                        && PersonalData.find(value).isEmpty()
                        && PersonalData.refused(value).equals(value));
        if (!few || !plain) {
            return Optional.empty();
        }
        return Optional.of(new ColumnType.Code(
                Codelist.of(
                        name,
                        LocalizedText.of(name, name),
                        different.stream()
                                .map(code -> new Codelist.Item(code, LocalizedText.of(code, code), List.of()))
                                .toList()),
                Optional.empty()));
    }
}
