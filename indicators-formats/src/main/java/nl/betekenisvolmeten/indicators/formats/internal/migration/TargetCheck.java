package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.util.List;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;

/**
 * Lets no row through that the other version would not accept. Its validity apart: a row that is carried over is of the
 * period that it was of. Warnings are those of the delivery itself, which were told before.
 */
final class TargetCheck {

    private final List<ColumnType> types;
    private final ValidationRun run;

    private TargetCheck(List<ColumnType> types, ValidationRun run) {
        this.types = types;
        this.run = run;
    }

    static TargetCheck of(FormatDefinition target, Location place, Consumer<Finding> found, RowTaker accepted) {
        RuleSet rules = rules(target.convertedRules());
        Consumer<Finding> errors = finding -> {
            if (finding.severity() == Severity.ERROR) {
                found.accept(finding);
            }
        };
        return new TargetCheck(
                rules.columns().stream().map(ColumnRule::type).toList(),
                Validator.of(rules).start(place, errors, accepted));
    }

    TargetCheck withRows(Consumer<CheckedRow> rows) {
        return new TargetCheck(types, run.withRows(rows));
    }

    private static RuleSet rules(RuleSet rules) {
        return new RuleSet(
                rules.id(),
                rules.columns().stream().map(TargetCheck::anyPeriod).toList(),
                rules.rules().stream()
                        .filter(rule -> !(rule instanceof Rule.UniqueKey))
                        .toList(),
                rules.verdicts());
    }

    private static ColumnRule anyPeriod(ColumnRule column) {
        if (column.type() instanceof ColumnType.Time time) {
            return column.withType(time.withValidity(Validity.always()));
        }
        return column.type() instanceof ColumnType.Day
                ? column.withType(new ColumnType.Day(Validity.always()))
                : column;
    }

    /** Checks a row of canonical texts and passes it on if it is good. */
    void row(long number, List<String> texts) {
        String[] cells = new String[texts.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = types.get(i).agreed(texts.get(i));
        }
        run.row(number, cells);
    }

    /** Returns the number of accepted rows. */
    long accepted() {
        return run.rowsAccepted();
    }
}
