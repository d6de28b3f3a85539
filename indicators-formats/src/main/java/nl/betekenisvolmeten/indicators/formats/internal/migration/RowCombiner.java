package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Makes one row of several, each measure as its nature allows. */
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
    private final MeasureCombiner measures;

    RowCombiner(FormatDefinition source, FormatDefinition target, MigrationPlan.Persons persons) {
        this.target = target;
        this.persons = persons;
        exclusive = new DisjointRows(source);
        measures = new MeasureCombiner(target);
    }

    /** The row that several make, or empty when they cannot be one; the log says how or why not. */
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
        events.add(0, new LossLog.Event(MigrationCodes.COMBINED, Severity.NOTE, "", reason, ""));
        note(members, events, log);
        return Optional.of(texts);
    }

    private static void note(List<Member> members, List<LossLog.Event> events, LossLog log) {
        events.forEach(event ->
                members.forEach(member -> log.add(event, member.original().number())));
    }

    /** A cell of the one row: its text, or that there can be none, and what is to be told. */
    private record Cell(String text, boolean refused, List<LossLog.Event> events) {
        static Cell of(String text) {
            return new Cell(text, false, List.of());
        }
    }

    private Cell cell(int index, List<Member> members, boolean disjoint) {
        ColumnRule column = target.columns().get(index).rule();
        List<String> texts =
                members.stream().map(member -> member.converted().get(index)).toList();
        Set<String> different = new LinkedHashSet<>(texts);
        if (column.part() instanceof ColumnRule.Part.OfMeasure part) {
            return measure(column, measures.combine(part.measure(), index, members, disjoint));
        }
        if (different.size() == 1) {
            return Cell.of(texts.get(0));
        }
        return column.part() instanceof ColumnRule.Part.OfAttribute
                ? attribute(column, different)
                : refused(column, "dimensions");
    }

    private Cell measure(ColumnRule column, MeasureCombiner.Outcome outcome) {
        return switch (outcome.kind()) {
            case EXACT -> Cell.of(outcome.text());
            case MISSING -> leftEmpty(column, "missing");
            case PERSONS -> persons(column, outcome.text());
            case SHARED -> new Cell(outcome.text(), false, List.of(notExact(column, "shared")));
            case MEAN -> leftEmpty(column, "mean");
        };
    }

    private Cell persons(ColumnRule column, String most) {
        return switch (persons) {
            case EMPTY -> new Cell("", false, List.of(notExact(column, "persons")));
            case AT_MOST -> new Cell(most, false, List.of(notExact(column, "at_most")));
            case REFUSE -> leftEmpty(column, "persons");
        };
    }

    private static Cell leftEmpty(ColumnRule column, String reason) {
        return column.mayBeEmpty() ? new Cell("", false, List.of(notExact(column, reason))) : refused(column, reason);
    }

    private static LossLog.Event notExact(ColumnRule column, String reason) {
        return event(MigrationCodes.NOT_EXACT, Severity.WARNING, column, reason);
    }

    private static Cell refused(ColumnRule column, String reason) {
        return new Cell("", true, List.of(event(MigrationCodes.NOT_COMBINED, Severity.ERROR, column, reason)));
    }

    private static LossLog.Event event(FindingCode code, Severity severity, ColumnRule column, String reason) {
        return new LossLog.Event(code, severity, column.name().value(), reason, "");
    }

    /** Texts joined, as far as they fit. */
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
        return new Cell(
                joined.toString(),
                false,
                cut ? List.of(event(MigrationCodes.DETAIL_LOST, Severity.NOTE, column, "text")) : List.of());
    }
}
