package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/**
 * From one version to its neighbour, forth or back.
 *
 * @param from the version that rows are of
 * @param to the version that they become
 * @param steps the steps, in the order in which they are taken
 */
record Stage(FormatDefinition from, FormatDefinition to, List<Migration.Step> steps) {

    static Stage forth(FormatDefinition later, Migration migration) {
        return new Stage(migration.from(), later, migration.steps());
    }

    Stage back() {
        List<Migration.Step> reversed = new ArrayList<>();
        steps.forEach(step -> reversed.add(step.inverse()));
        Collections.reverse(reversed);
        return new Stage(to, from, List.copyOf(reversed));
    }

    /** Whether it fills every column that it adds and that may not be empty. */
    boolean isPossible() {
        return steps.stream()
                .filter(Migration.Step.Add.class::isInstance)
                .map(Migration.Step.Add.class::cast)
                .allMatch(add -> add.value().isPresent()
                        || to.column(add.column())
                                .filter(column -> column.rule().required())
                                .isEmpty());
    }

    /** The steps made ready for rows. */
    List<RowChange> changes() {
        Map<ColumnName, ColumnType> types = new LinkedHashMap<>();
        for (Column column : from.columns()) {
            types.put(column.name(), column.rule().type());
        }
        List<RowChange> changes = new ArrayList<>();
        for (Migration.Step step : steps) {
            Optional<ColumnType> before = Optional.ofNullable(types.remove(step.column()));
            ColumnName name = step instanceof Migration.Step.Rename rename ? rename.to() : step.column();
            Optional<ColumnType> wanted =
                    to.column(name).map(column -> column.rule().type());
            changes.add(RowChange.of(step, before, wanted));
            if (step instanceof Migration.Step.Rename) {
                before.ifPresent(type -> types.put(name, type));
            } else {
                wanted.ifPresent(type -> types.put(name, type));
            }
        }
        return changes;
    }
}
