package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionLimits;
import nl.betekenisvolmeten.indicators.formats.internal.definition.KnownCodes;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;

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
        Map<String, FormatId> versions = new LinkedHashMap<>();
        definitions.formats().ids().stream()
                .filter(version -> version.name().equals(id.name()) && !version.equals(id))
                .forEach(version -> versions.put(version.version(), version));
        Optional<FormatDefinition> from = in.reference("from", versions).flatMap(definitions.formats()::find);
        List<ObjectReader> items = in.objects("steps");
        if (items.size() > DefinitionLimits.STEPS) {
            in.fail().beyondLimit(in.spot("steps"), DefinitionLimits.STEPS, "steps");
            return Optional.empty();
        }
        return from.flatMap(known -> new MigrationLoader(in, known, columns).read(known, items));
    }

    private Optional<Migration> read(FormatDefinition from, List<ObjectReader> items) {
        List<Migration.Step> steps = new ArrayList<>();
        for (ObjectReader item : items) {
            step(item).ifPresent(steps::add);
        }
        if (steps.size() == items.size()) {
            in.attempt(this::checkWhole);
        }
        return in.build(() -> new Migration(from, steps));
    }

    private Optional<? extends Migration.Step> step(ObjectReader item) {
        return item.choice("kind", Kind.class).flatMap(kind -> switch (kind) {
            case RENAME_COLUMN -> rename(item);
            case ADD_COLUMN -> add(item);
            case DROP_COLUMN -> drop(item);
            case CHANGE_NOTATION -> changeNotation(item);
            case MAP_CODES -> mapCodes(item);
        });
    }

    private Optional<Migration.Step> rename(ObjectReader item) {
        Optional<Column> column = item.reference("column", now);
        Optional<Column> to = item.reference("to", later);
        item.mustDiffer("to", new HashSet<>(now.keySet()));
        return item.build(() -> {
            Column old = column.orElseThrow();
            ColumnName name = to.orElseThrow().name();
            now.remove(old.name().value());
            now.put(name.value(), old);
            return new Migration.Step.Rename(old.name(), name);
        });
    }

    private Optional<Migration.Step> add(ObjectReader item) {
        Optional<Column> column = item.reference("column", later);
        item.mustDiffer("column", new HashSet<>(now.keySet()));
        Optional<String> value = value(
                item,
                column.filter(known -> known.rule().required() || item.has("value"))
                        .orElse(null));
        return item.build(() -> {
            ColumnName name = column.orElseThrow().name();
            now.put(name.value(), column.orElseThrow());
            return new Migration.Step.Add(name, value);
        });
    }

    private Optional<Migration.Step> drop(ObjectReader item) {
        Optional<Column> column = item.reference("column", now);
        Optional<String> value =
                value(item, column.filter(known -> item.has("value")).orElse(null));
        return item.build(() -> {
            ColumnName name = column.orElseThrow().name();
            now.remove(name.value());
            return new Migration.Step.Drop(name, value);
        });
    }

    /** Returns the canonical text of a value that a column must take as it is; without a column, any text. */
    private static Optional<String> value(ObjectReader item, @Nullable Column column) {
        if (column == null) {
            return item.ifGiven().text("value");
        }
        ColumnType type = column.rule().type();
        return type instanceof ColumnType.Code
                ? KnownCodes.of(type).text(item, "value")
                : item.parsed("value", text -> valid(type, text), "value_of_column, " + column.name());
    }

    private static String valid(ColumnType type, String text) {
        if (type.read(text) instanceof CellResult.Value value && value.isAgreed()) {
            return value.text();
        }
        throw new IllegalArgumentException(text);
    }

    private Optional<Migration.Step> changeNotation(ObjectReader item) {
        Optional<Column> column = item.reference("column", now);
        Optional<Column> same = item.reference("column", later);
        return item.build(() -> {
            Column changed = same.orElseThrow();
            if (!TypeChange.isNotation(
                    column.orElseThrow().rule().type(), changed.rule().type())) {
                throw new IllegalArgumentException(
                        "column " + changed.name() + " changes in more than its notation, or not at all");
            }
            now.put(changed.name().value(), changed);
            return new Migration.Step.ChangeNotation(changed.name());
        });
    }

    private Optional<Migration.Step> mapCodes(ObjectReader item) {
        Optional<Column> column = item.reference("column", now);
        Optional<Column> same = item.reference("column", later);
        Optional<KnownCodes> before = column.flatMap(known -> codes(item, known));
        Optional<KnownCodes> after = same.flatMap(known -> codes(item, known));
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        Optional<Migration.Step> step = mapCodes(item, column.orElseThrow().name(), before.get(), after.get());
        step.ifPresent(any -> now.put(same.orElseThrow().name().value(), same.orElseThrow()));
        return step;
    }

    /** Reads which codes become which: each earlier code must be spoken of, once. */
    private static Optional<Migration.Step> mapCodes(
            ObjectReader item, ColumnName column, KnownCodes before, KnownCodes after) {
        Map<String, String> codes = new TreeMap<>();
        item.object("codes")
                .ifPresent(inner -> inner.names().forEach(code -> {
                    before.checkName(inner, code);
                    after.text(inner, code).ifPresent(image -> codes.put(code, image));
                }));
        Map<String, Set<String>> split = new TreeMap<>();
        Optional<String> splitTo = Optional.empty();
        if (item.has("split")) {
            item.object("split")
                    .ifPresent(inner -> inner.names().forEach(code -> {
                        before.checkName(inner, code);
                        split.put(code, new TreeSet<>(after.texts(inner, code)));
                    }));
            splitTo = after.text(item, "splitTo");
        }
        Optional<String> to = splitTo;
        return item.build(() -> {
            Set<String> silent = new TreeSet<>(before.codes());
            silent.removeAll(codes.keySet());
            silent.removeAll(split.keySet());
            if (!silent.isEmpty()) {
                throw new IllegalArgumentException("nothing is said of codes " + silent + " of column " + column);
            }
            return new Migration.Step.MapCodes(column, codes, split, to);
        });
    }

    private static Optional<KnownCodes> codes(ObjectReader item, Column column) {
        return item.attempt(() -> {
            if (column.rule().type() instanceof ColumnType.Code type) {
                return KnownCodes.of(type);
            }
            throw new IllegalArgumentException("column " + column.name() + " has no codes");
        });
    }

    /**
     * Returns true if the steps lead to the new version; throws an {@link IllegalArgumentException} with the first
     * fault if they do not.
     */
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
