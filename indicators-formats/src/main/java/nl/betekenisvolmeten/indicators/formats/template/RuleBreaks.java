package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleCheck;

/** Changes a good row so that it breaks one rule, and no other. */
final class RuleBreaks {

    private final FormatDefinition format;
    private final RowFacts facts;
    private final RuleChanges changes;

    RuleBreaks(FormatDefinition format) {
        this.format = format;
        facts = new RowFacts(format);
        changes = new RuleChanges(format, facts);
    }

    /** The column that a row which breaks a rule is pointed at; empty for the row as a whole. */
    Optional<ColumnName> column(Rule rule, SampleRow broken) {
        return facts.breach(rule, broken).flatMap(RuleCheck.Breach::column);
    }

    /** The row, broken; empty when no change is known that breaks this rule alone. */
    Optional<SampleRow> broken(Rule rule, SampleRow good) {
        return changes.of(rule, good).filter(row -> breaksOnly(rule, row, good)).findFirst();
    }

    private boolean breaksOnly(Rule rule, SampleRow row, SampleRow good) {
        return facts.broken(row).equals(List.of(rule)) && inRange(row) && cellsAreGood(row, good);
    }

    /** No cell that was changed is itself wrong. */
    private boolean cellsAreGood(SampleRow row, SampleRow good) {
        return format.columns().stream()
                .filter(column -> row.differsIn(good, List.of(column.name())))
                .allMatch(column -> row.text(column.name()).isEmpty()
                        ? column.rule().mayBeEmpty()
                        : column.rule().type().read(row.text(column.name())).isAgreed());
    }

    private boolean inRange(SampleRow row) {
        return format.columns().stream().allMatch(column -> {
            OptionalLong maximum = column.rule().type().largest();
            return maximum.isEmpty() || row.number(column.name()).orElse(0L) <= maximum.getAsLong();
        });
    }
}
