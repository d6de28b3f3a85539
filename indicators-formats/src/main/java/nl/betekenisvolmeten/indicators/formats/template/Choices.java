package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/**
 * The values that a drop-down of a column offers.
 *
 * @param column the column
 * @param items the values; those within the same value of another column stand together
 * @param within the column on which it depends what is offered
 * @param complete whether there is no other value
 */
record Choices(Column column, List<Choice> items, Optional<ColumnName> within, boolean complete) {

    private static final int PERIODS = 12;
    private static final int EARLIEST = 1900;

    /**
     * A value.
     *
     * @param value as written in a cell
     * @param name what it means; empty when the value is its own name
     * @param within the value of the column on which it depends; empty when it depends on none
     */
    record Choice(String value, String name, String within) {
        List<String> cells() {
            return List.of(value, name, within);
        }
    }

    /** Returns the choices of each column that has a list, in the order of the columns. */
    static List<Choices> of(FormatDefinition format, Language language) {
        return format.columns().stream()
                .flatMap(column -> of(column, format, language).stream())
                .toList();
    }

    private static Optional<Choices> of(Column column, FormatDefinition format, Language language) {
        if (column.rule().type() instanceof ColumnType.Code code) {
            List<Choice> items = code.codes().items().stream()
                    .map(item -> new Choice(item.code(), item.name().in(language), ""))
                    .toList();
            return Optional.of(new Choices(column, items, Optional.empty(), true));
        }
        if (column.rule().type() instanceof ColumnType.Place place) {
            return Optional.of(areas(column, place, format, language));
        }
        return column.rule().type() instanceof ColumnType.Time time
                ? periods(column, time, language)
                : Optional.empty();
    }

    private static Choices areas(Column column, ColumnType.Place place, FormatDefinition format, Language language) {
        Optional<Column> outer = format.ruleSet().rules().stream()
                .filter(rule -> rule instanceof Rule.Inside inside && dependsOnAnother(inside, column))
                .flatMap(rule -> format.column(((Rule.Inside) rule).outer()).stream())
                .filter(other -> other.rule().type() instanceof ColumnType.Place)
                .findFirst();
        List<Choice> items = new ArrayList<>();
        for (Area area : place.areas().areas(place.level())) {
            String within = outer.map(other -> (ColumnType.Place) other.rule().type())
                    .flatMap(larger -> place.areas()
                            .ancestor(area.code(), larger.level())
                            .flatMap(place.areas()::find)
                            .map(larger::text))
                    .orElse("");
            items.add(new Choice(place.text(area), place.byName() ? "" : area.name(), within));
        }
        for (Residual residual : place.residuals().items()) {
            outer.map(other -> (ColumnType.Place) other.rule().type())
                    .map(larger -> outerOf(residual, larger))
                    .orElse(List.of(""))
                    .forEach(within -> items.add(
                            new Choice(residual.code(), residual.item().name().in(language), within)));
        }
        // where one is chosen from depends on the other, so these must stand together
        items.sort(Comparator.comparing(Choice::within));
        return new Choices(column, items, outer.map(Column::name), true);
    }

    /** Returns the outer values with which a residual code can be combined. */
    private static List<String> outerOf(Residual residual, ColumnType.Place outer) {
        Stream<String> areas = outer.areas().areas(outer.level()).stream()
                .filter(area -> residual.fits(area.code(), outer.areas()))
                .map(outer::text);
        Stream<String> residuals = outer.residuals().items().stream().map(Residual::code);
        return Stream.concat(areas, residuals).toList();
    }

    private static boolean dependsOnAnother(Rule.Inside rule, Column column) {
        return rule.inner().equals(column.name()) && !rule.outer().equals(rule.inner());
    }

    private static Optional<Choices> periods(Column column, ColumnType.Time time, Language language) {
        if (time.notation() == Period.Notation.DAY) {
            return Optional.empty();
        }
        List<Choice> items = new ArrayList<>();
        Optional<Period> next = first(time);
        while (next.filter(time.validity()::contains).isPresent() && items.size() < PERIODS) {
            Period period = next.get();
            for (PeriodKind length : time.lengths()) {
                Period longer = period.rollUp(length);
                // a longer period follows the last of its parts
                if (longer.lastDayInclusive().equals(period.lastDayInclusive())
                        && time.validity().contains(longer)) {
                    items.add(new Choice(time.notation().write(longer), longer.label(language), ""));
                }
            }
            next = Optional.of(period.next());
        }
        boolean complete = next.filter(time.validity()::contains).isEmpty();
        return items.isEmpty() ? Optional.empty() : Optional.of(new Choices(column, items, Optional.empty(), complete));
    }

    /** Returns the first period to offer: the first of the format's validity, or one some time before its end. */
    private static Optional<Period> first(ColumnType.Time time) {
        if (time.validity().from().isPresent()) {
            return time.validity().from().map(from -> from.firstOf(time.kind()));
        }
        return time.validity().to().map(to -> {
            Period last = time.kind().months() > to.kind().months()
                    ? to.firstOf(time.kind())
                    : to.next().firstOf(time.kind()).previous();
            for (int i = 1; i < PERIODS && last.year() > EARLIEST; i++) {
                last = last.previous();
            }
            return last;
        });
    }

    int widest() {
        return items.stream().mapToInt(item -> item.value().length()).max().orElse(0);
    }
}
