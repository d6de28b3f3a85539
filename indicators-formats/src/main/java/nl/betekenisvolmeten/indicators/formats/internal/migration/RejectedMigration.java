package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.CellResult;

/**
 * Makes what can be read of rows with an error that of rows of another version: each step is about one column, so each cell
 * goes its own way. A code that straddles later ones may become any.
 */
public final class RejectedMigration implements UnaryOperator<RejectedRows> {

    private final FormatDefinition source;
    private final FormatDefinition target;
    private final List<RowChange> changes = new ArrayList<>();
    private final Set<String> straddling = new HashSet<>();
    /** What columns hold that no column of the source becomes. */
    private final Map<ColumnName, String> added;

    /**
     * Creates the way of a plan.
     *
     * @param plan the steps
     */
    public RejectedMigration(MigrationPlan plan) {
        source = plan.source();
        target = plan.target();
        for (MigrationPlan.Stage stage : plan.stages()) {
            changes.addAll(RowChange.of(stage, false));
            for (Migration.Step step : stage.steps()) {
                if (step instanceof Migration.Step.MapCodes map) {
                    straddling.addAll(map.split().keySet());
                }
            }
        }
        added = converted(Map.of());
    }

    private Map<ColumnName, String> converted(Map<ColumnName, String> cells) {
        Map<ColumnName, String> texts = new HashMap<>(cells);
        LossLog unused = new LossLog();
        changes.forEach(change -> change.apply(texts, 0, unused));
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    /** Returns what a single cell becomes, by column. */
    private Map<ColumnName, String> converted(ColumnName column, String text) {
        Map<ColumnName, String> texts = converted(Map.of(column, text));
        texts.keySet().removeAll(added.keySet());
        return texts;
    }

    @Override
    public RejectedRows apply(RejectedRows rows) {
        TableStructure from = source.ruleSet().structure();
        Map<ColumnName, Set<String>> codes = new HashMap<>();
        added.forEach((column, text) -> codes.put(column, Set.of(text)));
        Set<ColumnName> any = new HashSet<>();
        for (int d = 0; d < from.dimensions().size(); d++) {
            ColumnName column = from.dimensions().get(d).name();
            for (String code : rows.codes().get(d)) {
                converted(column, code).forEach((to, text) -> {
                    codes.computeIfAbsent(to, none -> new HashSet<>()).add(text);
                    if (straddling.contains(code)) {
                        any.add(to);
                    }
                });
            }
        }
        codes.keySet().removeAll(any);
        TableStructure to = target.ruleSet().structure();
        Map<ColumnName, String> numbers = numbers(from, rows);
        return new RejectedRows(
                to.dimensions().stream()
                        .map(Dimension::name)
                        .map(name -> codes.getOrDefault(name, Set.of()))
                        .toList(),
                to.measures().stream()
                        .map(measure -> number(measure.name(), numbers))
                        .toList(),
                rows.rows(),
                rows.number());
    }

    private Map<ColumnName, String> numbers(TableStructure from, RejectedRows rows) {
        Map<ColumnName, String> numbers = new HashMap<>();
        for (int m = 0; m < from.measures().size(); m++) {
            OptionalLong value = rows.values().get(m);
            if (value.isPresent()) {
                BigDecimal number = BigDecimal.valueOf(
                        value.getAsLong(), from.measures().get(m).scale());
                numbers.putAll(converted(from.measures().get(m).name(), Numbers.text(number)));
            }
        }
        return numbers;
    }

    private OptionalLong number(ColumnName column, Map<ColumnName, String> numbers) {
        String text = numbers.get(column);
        return text != null
                        && target.column(column).orElseThrow().rule().type().read(text)
                                instanceof CellResult.Value value
                ? OptionalLong.of(value.number())
                : OptionalLong.empty();
    }
}
