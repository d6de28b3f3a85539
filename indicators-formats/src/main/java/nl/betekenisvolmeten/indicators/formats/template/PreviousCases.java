package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Case;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Expected;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.File;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * A delivery together with the one before it, for the rules over two deliveries. The present rows follow from the
 * earlier ones: the same, or one row left out, or all numbers of one row so many times as large, which keeps the rules
 * within a row.
 */
final class PreviousCases {

    private static final String BEFORE = ".previous.csv";

    private final FormatDefinition format;
    private final GoodRows goodRows;
    private final List<Case> cases = new ArrayList<>();

    PreviousCases(FormatDefinition format, GoodRows goodRows) {
        this.format = format;
        this.goodRows = goodRows;
    }

    /** Returns the deliveries; none that fail for a rule for which no rows can be made. */
    List<Case> cases(SampleRow first, SampleRow second) {
        for (DeliveryRules.DeliveryRule rule : format.deliveryRules().rules()) {
            add(rule.verdict(), "pass", List.of(first, second), following(List.of(first, second)), List.of());
            if (!second.differsIn(first, format.deliveryRules().key())) {
                continue;
            }
            if (rule instanceof DeliveryRules.DeliveryRule.Jump jump) {
                jump(jump, first, second);
            } else if (rule instanceof DeliveryRules.DeliveryRule.Gone gone) {
                List<Expected> expected = List.of(Expected.of(gone.verdict()));
                add(gone.verdict(), "fail", List.of(first, second), List.of(first), expected);
            } else if (rule instanceof DeliveryRules.DeliveryRule.Continued continued) {
                continued(continued, first, second);
            }
        }
        return List.copyOf(cases);
    }

    /**
     * Adds a case in which all numbers of the second row are so much larger that each number compared jumps, in the
     * same period.
     */
    private void jump(DeliveryRules.DeliveryRule.Jump rule, SampleRow first, SampleRow second) {
        long minimum = rule.columns().stream()
                .flatMap(column -> second.number(column).stream())
                .filter(number -> number > 0)
                .min(Long::compare)
                .orElse(1L);
        long times = Math.max(rule.factor(), 1 + (rule.difference() + minimum - 1) / minimum);
        SampleRow larger =
                goodRows.times(second, times).with(rule.reason().stream().toList(), "");
        List<Expected> expected = rule.columns().stream()
                .filter(column ->
                        second.number(column).filter(number -> number > 0).isPresent())
                .map(column -> Expected.inCell(rule.verdict(), column))
                .toList();
        if (goodRows.isGood(larger) && !expected.isEmpty()) {
            add(rule.verdict(), "fail", List.of(first, second), List.of(first, larger), expected);
        }
    }

    /** Adds a case in which the second row starts in the next period with twice the number with which it ended. */
    private void continued(DeliveryRules.DeliveryRule.Continued rule, SampleRow first, SampleRow second) {
        List<SampleRow> next = following(List.of(first, goodRows.times(second, 2)));
        boolean follows =
                !next.get(0).text(time().orElse(rule.start())).equals(first.text(time().orElse(rule.start())));
        long end = second.number(rule.end()).orElse(0L);
        boolean jumps = format.deliveryRules().rules().stream()
                .anyMatch(other -> other instanceof DeliveryRules.DeliveryRule.Jump jump
                        && jump.factor() <= 2
                        && jump.difference() <= end);
        if (follows && !jumps && end > 0 && goodRows.isGood(next.get(1))) {
            List<Expected> expected = List.of(Expected.inCell(rule.verdict(), rule.start()));
            add(rule.verdict(), "fail", List.of(first, second), next, expected);
        }
    }

    private Optional<ColumnName> time() {
        return format.columns().stream()
                .filter(column -> column.rule().type() instanceof ColumnType.Time)
                .map(Column::name)
                .findFirst();
    }

    /** Returns the rows moved to the next period; unchanged if there is none. */
    private List<SampleRow> following(List<SampleRow> rows) {
        return rows.stream().map(this::following).toList();
    }

    private SampleRow following(SampleRow row) {
        Optional<Column> column = time().flatMap(format::column);
        if (column.isEmpty() || !(column.get().rule().type() instanceof ColumnType.Time type)) {
            return row;
        }
        return Period.read(row.text(column.get().name()))
                .map(read -> read.period().next())
                .filter(type.validity()::contains)
                .map(next -> row.with(column.get().name(), type.notation().write(next)))
                .filter(goodRows::isGood)
                .orElse(row);
    }

    private void add(
            Verdict verdict, String outcome, List<SampleRow> before, List<SampleRow> now, List<Expected> expected) {
        String name = verdict.code() + "-" + outcome + "-two-deliveries";
        cases.add(new Case(
                format.id(),
                File.of(name + ".csv", CsvText.of(format, now)),
                Optional.of(File.of(name + BEFORE, CsvText.of(format, before))),
                expected,
                now.size()));
    }
}
