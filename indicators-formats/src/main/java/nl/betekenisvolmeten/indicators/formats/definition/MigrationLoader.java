package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Reads a migration. Each step is checked against the columns as the steps before it left them, and in the end they must
 * be those of the new version: what a migration does not speak of has not changed.
 */
final class MigrationLoader {

    private enum Kind {
        RENAME_COLUMN,
        ADD_COLUMN,
        DROP_COLUMN,
        MAP_CODES,
        CHANGE_NOTATION
    }

    private final ObjectReader in;
    private final Map<String, Column> later = new LinkedHashMap<>();
    /** The columns of the earlier version, as the steps so far left them. */
    private final Map<String, Column> now = new LinkedHashMap<>();

    private MigrationLoader(ObjectReader in, FormatDefinition from, List<Column> columns) {
        this.in = in;
        from.columns().forEach(column -> now.put(column.name().value(), column));
        columns.forEach(column -> later.put(column.name().value(), column));
    }

    /** Reads a migration from a version that is known. Columns with errors give no second error here. */
    static Optional<Migration> read(ObjectReader in, FormatId id, List<Column> columns, Definitions definitions) {
        Optional<FormatDefinition> from = in.reference("from", definitions.otherVersions(id));
        List<ObjectReader> items = in.objects("steps");
        if (items.size() > DefinitionLimits.STEPS) {
            in.scope().beyondLimit("steps", DefinitionLimits.STEPS);
            return Optional.empty();
        }
        return from.flatMap(known -> new MigrationLoader(in, known, columns).read(known, items));
    }

    private Optional<Migration> read(FormatDefinition from, List<ObjectReader> items) {
        List<MigrationStep> steps = new ArrayList<>();
        for (ObjectReader item : items) {
            step(item).ifPresent(steps::add);
        }
        if (steps.size() == items.size()) {
            in.attempt(this::checkWhole);
        }
        return in.build(() -> new Migration(from, steps));
    }

    private Optional<? extends MigrationStep> step(ObjectReader item) {
        return item.choice("kind", Kind.class).flatMap(kind -> switch (kind) {
            case RENAME_COLUMN -> rename(item);
            case ADD_COLUMN -> add(item);
            case DROP_COLUMN -> drop(item);
            case CHANGE_NOTATION -> changeNotation(item);
            case MAP_CODES -> mapCodes(item);
        });
    }

    private Optional<MigrationStep> rename(ObjectReader item) {
        Optional<Column> column = item.reference("column", now);
        Optional<Column> to = item.reference("to", later);
        item.mustDiffer("to", new HashSet<>(now.keySet()));
        Optional<MigrationStep> step = item.build(() -> new MigrationStep.Rename(
                column.orElseThrow().name(), to.orElseThrow().name()));
        step.ifPresent(any -> {
            Column old = column.orElseThrow();
            now.remove(old.name().value());
            now.put(to.orElseThrow().name().value(), old);
        });
        return step;
    }

    private Optional<MigrationStep> add(ObjectReader item) {
        Optional<Column> column = item.reference("column", later);
        item.mustDiffer("column", new HashSet<>(now.keySet()));
        boolean needed = column.filter(known -> known.rule().required()).isPresent();
        Optional<String> value = needed || item.has("value") ? value(item, column) : item.textIfGiven("value");
        Optional<MigrationStep> step =
                item.build(() -> new MigrationStep.Add(column.orElseThrow().name(), value));
        step.ifPresent(any -> now.put(column.orElseThrow().name().value(), column.orElseThrow()));
        return step;
    }

    private Optional<MigrationStep> drop(ObjectReader item) {
        Optional<Column> column = item.reference("column", now);
        Optional<String> value = item.has("value") ? value(item, column) : item.textIfGiven("value");
        Optional<MigrationStep> step =
                item.build(() -> new MigrationStep.Drop(column.orElseThrow().name(), value));
        step.ifPresent(any -> now.remove(column.orElseThrow().name().value()));
        return step;
    }

    /** The canonical text of a value that a column must take as it is. */
    private static Optional<String> value(ObjectReader item, Optional<Column> column) {
        if (column.isEmpty()) {
            return item.textIfGiven("value");
        }
        ColumnType type = column.get().rule().type();
        if (type instanceof ColumnType.Code code) {
            return item.reference("value", CodeMapLoader.byName(code.codes()));
        }
        return item.parsed(
                "value",
                text -> valid(type, text),
                "value_of_column, " + column.get().name());
    }

    private static String valid(ColumnType type, String text) {
        if (type.read(text) instanceof CellResult.Value value && value.passed() == CellResult.Notation.AGREED) {
            return value.text();
        }
        throw new IllegalArgumentException(text);
    }

    private Optional<MigrationStep> changeNotation(ObjectReader item) {
        Optional<Column> column = item.reference("column", now);
        Optional<Column> same = item.reference("column", later);
        Optional<MigrationStep> step = item.build(() -> {
            ColumnType earlier = column.orElseThrow().rule().type();
            ColumnType other = same.orElseThrow().rule().type();
            if (!TypeChange.isNotation(earlier, other)) {
                throw new IllegalArgumentException("column "
                        + column.orElseThrow().name() + " changes in more than" + " its notation, or not at all");
            }
            return new MigrationStep.ChangeNotation(column.orElseThrow().name());
        });
        step.ifPresent(any -> now.put(same.orElseThrow().name().value(), same.orElseThrow()));
        return step;
    }

    private Optional<MigrationStep> mapCodes(ObjectReader item) {
        Optional<Column> column = item.reference("column", now);
        Optional<Column> same = item.reference("column", later);
        Optional<Codelist> earlier = column.flatMap(known -> codes(item, known));
        Optional<Codelist> other = same.flatMap(known -> codes(item, known));
        if (earlier.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Optional<MigrationStep> step =
                CodeMapLoader.read(item, column.orElseThrow().name(), earlier.get(), other.get());
        step.ifPresent(any -> now.put(same.orElseThrow().name().value(), same.orElseThrow()));
        return step;
    }

    private static Optional<Codelist> codes(ObjectReader item, Column column) {
        return item.attempt(() -> {
            if (column.rule().type() instanceof ColumnType.Code code) {
                return code.codes();
            }
            throw new IllegalArgumentException("column " + column.name() + " has no codes");
        });
    }

    /** Whether the steps lead to the new version. */
    private boolean checkWhole() {
        for (String name : now.keySet()) {
            if (!later.containsKey(name)) {
                throw new IllegalArgumentException("no step says what becomes of column " + name);
            }
        }
        for (Column column : later.values()) {
            Column earlier = now.get(column.name().value());
            if (earlier == null) {
                throw new IllegalArgumentException("no step says where column " + column.name() + " comes from");
            }
            if (!TypeChange.isNone(earlier.rule().type(), column.rule().type())) {
                throw new IllegalArgumentException("no step says how column " + column.name() + " changes");
            }
        }
        return true;
    }
}
