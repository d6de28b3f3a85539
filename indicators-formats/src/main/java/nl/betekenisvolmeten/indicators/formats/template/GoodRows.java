package nl.betekenisvolmeten.indicators.formats.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.BalanceRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Validator;

/** Makes rows that keep all rules: every number is the same small one, and codes are tried until they go together. */
final class GoodRows {

    private static final int NUMBER = 4;
    private static final String TEXT = "Voorbeeld";

    /** Texts of columns that name an existing item. */
    private static final Map<ColumnName, String> NAMES = Map.of(ColumnName.of("indicatoren"), "unieke-deelnemers");

    private final FormatDefinition format;
    private final RowFacts facts;

    GoodRows(FormatDefinition format) {
        this.format = format;
        facts = new RowFacts(format);
    }

    /** Returns a row that breaks no rule that can be judged here; empty if none was found. */
    Optional<SampleRow> first() {
        Map<ColumnName, String> cells = new LinkedHashMap<>();
        for (Column column : format.columns()) {
            cells.put(
                    column.name(),
                    Optional.ofNullable(NAMES.get(column.name()))
                            .orElseGet(() ->
                                    candidates(column.rule().type()).findFirst().orElse("")));
        }
        SampleRow row = new SampleRow(cells);
        for (Rule rule : format.ruleSet().rules()) {
            row = corrected(row, rule);
        }
        row = climbed(row);
        return facts.broken(row).isEmpty() && isGood(row) ? Optional.of(row) : Optional.empty();
    }

    /** Returns the row improved cell by cell, as long as the validator has fewer remarks. */
    private SampleRow climbed(SampleRow start) {
        SampleRow row = together(start);
        boolean better = !isGood(row);
        while (better) {
            better = false;
            for (Column column : format.columns()) {
                SampleRow from = row;
                int remarks = remarks(from);
                Optional<SampleRow> next = alternatives(column)
                        .map(text -> from.with(column.name(), text))
                        .filter(changed -> remarks(changed) < remarks)
                        .findFirst();
                better |= next.isPresent();
                row = next.orElse(row);
            }
        }
        return row;
    }

    /**
     * Returns the row with cells changed together if a rule is about many: answers that are not asked, and their total.
     */
    private SampleRow together(SampleRow start) {
        SampleRow row = start;
        for (Rule rule : format.ruleSet().rules()) {
            if (rule instanceof Rule.Filled filled && filled.fill() == Rule.Filled.Fill.NONE) {
                row = better(row, row.with(filled.filled(), ""));
            } else if (rule instanceof Rule.Filled filled && filled.fill() == Rule.Filled.Fill.AT_MOST_ONE) {
                row = better(
                        row, row.with(filled.filled().subList(1, filled.filled().size()), ""));
            }
        }
        for (Rule rule : format.ruleSet().rules()) {
            if (rule instanceof BalanceRule balance) {
                row = better(row, withTotal(row, balance));
            }
        }
        return row;
    }

    private SampleRow better(SampleRow row, SampleRow changed) {
        return remarks(changed) < remarks(row) ? changed : row;
    }

    /** Returns the row with the total that the parts add up to, also in a number that may not be below the total. */
    private SampleRow withTotal(SampleRow row, BalanceRule rule) {
        long sum = row.sum(rule.plus()) - row.sum(rule.minus());
        SampleRow changed = row.with(rule.total(), Long.toString(sum));
        for (Rule other : format.ruleSet().rules()) {
            if (other instanceof Rule.AtMost atMost && atMost.left().equals(rule.total())) {
                changed = changed.with(atMost.right(), Long.toString(sum));
            }
        }
        return changed;
    }

    /**
     * Returns the row with all its numbers multiplied by a factor: sums still add up, and the order of numbers stays
     * the same.
     */
    SampleRow times(SampleRow row, long factor) {
        SampleRow larger = row;
        for (Column column : format.columns()) {
            if (column.rule().type().decimals().isPresent()) {
                String text = row.number(column.name())
                        .map(number -> Long.toString(number * factor))
                        .orElse("");
                larger = larger.with(column.name(), text);
            }
        }
        return larger;
    }

    /** Returns texts that a cell may hold, the usual ones first. */
    Stream<String> alternatives(Column column) {
        Stream<String> others = Stream.concat(
                        Stream.of("0", "1"), candidates(column.rule().type()))
                .filter(text -> column.rule().type().read(text).isAgreed());
        return column.rule().required() ? others : Stream.concat(Stream.of(""), others);
    }

    /** Returns whether the validator has no remarks on a row. It also judges rules of kinds that are not known here. */
    boolean isGood(SampleRow row) {
        return remarks(row) == 0;
    }

    private int remarks(SampleRow row) {
        return Validator.of(format.ruleSet()).check(row.cells()).size();
    }

    /** Returns another good row with another key; empty if none was found. */
    Optional<SampleRow> second(SampleRow first) {
        SampleRow row = first;
        for (Rule rule : format.ruleSet().rules()) {
            if (rule instanceof Rule.UniqueKey key && !row.differsIn(first, key.columns())) {
                Optional<SampleRow> other = differing(row, key.columns());
                if (other.isEmpty()) {
                    return other;
                }
                row = other.get();
            }
        }
        return Optional.of(row);
    }

    private Optional<SampleRow> differing(SampleRow row, List<ColumnName> key) {
        return key.stream()
                .flatMap(column -> candidates(facts.type(column))
                        .filter(text -> !text.equals(row.text(column)))
                        .map(text -> row.with(column, text)))
                .filter(changed -> facts.broken(changed).isEmpty() && isGood(changed))
                .findFirst();
    }

    /**
     * Returns the row if it satisfies the rule; otherwise one with another code in one of the rule's columns that does,
     * if there is one.
     */
    private SampleRow corrected(SampleRow row, Rule rule) {
        if (facts.keeps(rule, row)) {
            return row;
        }
        for (ColumnName column : rule.columns()) {
            if (facts.type(column).decimals().isEmpty()) {
                Optional<SampleRow> other = candidates(facts.type(column))
                        .map(text -> row.with(column, text))
                        .filter(changed -> facts.keeps(rule, changed))
                        .findFirst();
                if (other.isPresent()) {
                    return other.get();
                }
            }
        }
        return row;
    }

    /** Returns texts that a column may hold, the usual one first. */
    private Stream<String> candidates(ColumnType type) {
        if (!type.examples().isEmpty()) {
            return type.examples().stream();
        }
        if (type instanceof ColumnType.Code code) {
            return code.codes().codes().stream();
        }
        if (type instanceof ColumnType.Place place) {
            return place.areas().areas(place.level()).stream().map(place::text);
        }
        if (type instanceof ColumnType.Time time) {
            return periods(time);
        }
        if (type instanceof ColumnType.Day day) {
            return Stream.of(day(day));
        }
        if (type instanceof ColumnType.Text text) {
            return Stream.of(TEXT, TEXT + " 2", "a", "b").filter(sample -> sample.length() <= text.maximumLength());
        }
        Stream<String> others = Stream.of(Long.toString(number()), "2026-01-15", "15-01-2026", "ja", "1", TEXT);
        return others.filter(text -> type.read(text).isAgreed());
    }

    /** Returns the number for every numeric cell, which is not above any maximum. */
    private long number() {
        return format.columns().stream()
                .flatMapToLong(column -> column.rule().type().largest().stream())
                .reduce(NUMBER, Math::min);
    }

    private static String day(ColumnType.Day day) {
        return day.validity()
                .from()
                .map(Period::firstDay)
                .or(() -> day.validity().to().map(Period::lastDayInclusive))
                .map(Object::toString)
                .orElse("2026-01-15");
    }

    private static Stream<String> periods(ColumnType.Time time) {
        Period start = time.validity()
                .from()
                .or(() -> time.validity().to())
                .map(period -> period.firstOf(time.kind()))
                .orElseGet(() -> Period.of(time.kind(), 2026, 1));
        Stream<Period> longer = time.lengths().stream().skip(1).map(start::rollUp);
        return Stream.concat(Stream.of(start, start.next()), longer)
                .filter(time.validity()::contains)
                .map(period -> time.notation().write(period));
    }
}
