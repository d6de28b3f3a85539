package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/**
 * Makes one row of several, each measure as its nature allows. Events and states of one period add up; persons do where
 * no two rows can hold the same one, or all but one row hold none, and so do events that rows may share; a mean is only
 * known where the cases all lie in one row or the means are equal. What one row did not deliver is not taken to be zero.
 */
final class RowCombiner {

    private static final String BETWEEN_TEXTS = " / ";

    /**
     * A row before and after its conversion.
     *
     * @param original as it was delivered
     * @param converted its texts in the other version
     */
    record Member(CheckedRow original, List<String> converted) {}

    private final FormatDefinition target;
    private final MigrationPlan.Persons persons;
    private final DisjointRows exclusive;

    RowCombiner(FormatDefinition source, FormatDefinition target, MigrationPlan.Persons persons) {
        this.target = target;
        this.persons = persons;
        exclusive = new DisjointRows(source);
    }

    /** Returns the row that several rows make; empty if they cannot be combined. The log says how, or why not. */
    Optional<List<String>> combine(List<Member> members, LossLog log) {
        boolean disjoint = exclusive.areDisjoint(members);
        List<String> texts = new ArrayList<>();
        List<LossLog.Event> events = new ArrayList<>();
        for (int i = 0; i < target.columns().size(); i++) {
            Cell cell = cell(i, members, disjoint);
            if (cell.refused()) {
                note(members, cell.events(), log);
                return Optional.empty();
            }
            texts.add(cell.text());
            events.addAll(cell.events());
        }
        String reason = disjoint ? "exclusive" : "sums";
        events.add(0, new LossLog.Event(LossLog.COMBINED, "", reason, ""));
        note(members, events, log);
        return Optional.of(texts);
    }

    private static void note(List<Member> members, List<LossLog.Event> events, LossLog log) {
        events.forEach(event ->
                members.forEach(member -> log.add(event, member.original().number())));
    }

    /** A cell of the one row: its text, or that there can be none, and what is to be told. */
    private record Cell(String text, boolean refused, List<LossLog.Event> events) {
        static Cell of(String text, LossLog.Event... events) {
            return new Cell(text, false, List.of(events));
        }
    }

    private Cell cell(int index, List<Member> members, boolean disjoint) {
        ColumnRule column = target.columns().get(index).rule();
        List<String> texts =
                members.stream().map(member -> member.converted().get(index)).toList();
        Set<String> different = new LinkedHashSet<>(texts);
        if (column.part() instanceof ColumnRule.Part.OfMeasure part) {
            return part.measure() instanceof Measure.Mean mean
                    ? mean(column, mean, texts, members)
                    : measure(column, part.measure(), texts, disjoint);
        }
        if (different.size() == 1) {
            return Cell.of(texts.get(0));
        }
        return column.part() instanceof ColumnRule.Part.OfAttribute
                ? attribute(column, different)
                : refused(column, "dimensions");
    }

    /**
     * Returns the sum, with a note if rows may count the same persons or meetings. A meeting is usually in all of the
     * rows, so meetings become the largest number, unless the highest possible one is asked for.
     */
    private Cell measure(ColumnRule column, Measure measure, List<String> texts, boolean disjoint) {
        if (texts.contains("")) {
            return missing(column, texts);
        }
        List<BigDecimal> numbers = texts.stream().map(Numbers::of).toList();
        String sum = Numbers.text(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        if (numbers.stream().filter(number -> number.signum() > 0).count() <= 1) {
            return Cell.of(sum);
        }
        if (measure instanceof Measure.Distinct distinct && !(distinct.partitioned() && disjoint)) {
            return switch (persons) {
                case EMPTY -> Cell.of("", notExact(column, "persons"));
                case AT_MOST -> Cell.of(sum, notExact(column, "at_most"));
                case REFUSE -> leftEmpty(column, "persons");
            };
        }
        if (!(measure instanceof Measure.Shared)) {
            return Cell.of(sum);
        }
        return persons == MigrationPlan.Persons.AT_MOST
                ? Cell.of(sum, notExact(column, "shared_at_most"))
                : Cell.of(Numbers.text(Collections.max(numbers)), notExact(column, "shared"));
    }

    private static Cell missing(ColumnRule column, List<String> texts) {
        return texts.stream().allMatch(String::isEmpty) ? Cell.of("") : leftEmpty(column, "missing");
    }

    /** Returns the mean if it is the same in all rows with cases; a mean of means would be rounded. */
    private Cell mean(ColumnRule column, Measure.Mean mean, List<String> texts, List<Member> members) {
        if (texts.contains("")) {
            return missing(column, texts);
        }
        int weight = target.ruleSet().index(mean.weight()).orElseThrow();
        Set<BigDecimal> means = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String cases = members.get(i).converted().get(weight);
            if (!cases.isEmpty() && Numbers.of(cases).signum() > 0) {
                means.add(Numbers.of(texts.get(i)).stripTrailingZeros());
            }
        }
        return means.size() == 1 ? Cell.of(Numbers.text(means.iterator().next())) : leftEmpty(column, "mean");
    }

    private static Cell leftEmpty(ColumnRule column, String reason) {
        return column.mayBeEmpty() ? Cell.of("", notExact(column, reason)) : refused(column, reason);
    }

    private static LossLog.Event notExact(ColumnRule column, String reason) {
        return LossLog.Event.of(LossLog.NOT_EXACT, column.name(), reason, "");
    }

    private static Cell refused(ColumnRule column, String reason) {
        return new Cell("", true, List.of(LossLog.Event.of(LossLog.NOT_COMBINED, column.name(), reason, "")));
    }

    /** Returns a cell with the texts joined, as far as they fit. */
    private static Cell attribute(ColumnRule column, Set<String> texts) {
        int limit = column.type() instanceof ColumnType.Text text ? text.maximumLength() : Integer.MAX_VALUE;
        StringBuilder joined = new StringBuilder();
        boolean cut = false;
        for (String text : texts) {
            String addition = (joined.isEmpty() || text.isEmpty() ? "" : BETWEEN_TEXTS) + text;
            int length = joined.codePointCount(0, joined.length()) + addition.codePointCount(0, addition.length());
            if (length <= limit) {
                joined.append(addition);
            } else {
                cut = true;
            }
        }
        LossLog.Event event = LossLog.Event.of(LossLog.DETAIL_LOST, column.name(), "text", "");
        return cut ? Cell.of(joined.toString(), event) : Cell.of(joined.toString());
    }
}
