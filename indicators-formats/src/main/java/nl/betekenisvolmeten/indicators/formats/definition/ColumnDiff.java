package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change.Kind;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change.Level;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** What differs between a column and what it became. */
final class ColumnDiff {

    private final Lineage lineage;
    private final Column from;
    private final Column to;
    private final List<DefinitionDiff.Change> changes = new ArrayList<>();

    private ColumnDiff(Lineage lineage, Column from, Column to) {
        this.lineage = lineage;
        this.from = from;
        this.to = to;
    }

    static List<DefinitionDiff.Change> of(Lineage lineage, Column from, Column to) {
        ColumnDiff diff = new ColumnDiff(lineage, from, to);
        if (!from.name().equals(to.name())) {
            diff.add(
                    Kind.COLUMN_RENAMED,
                    Level.MAJOR,
                    from.name().value(),
                    to.name().value());
        }
        diff.type(from.rule().type(), to.rule().type());
        diff.part();
        diff.obligation();
        diff.texts();
        return diff.changes;
    }

    private void add(Kind kind, Level level, String before, String after) {
        changes.add(new DefinitionDiff.Change(kind, level, to.name().value(), before, after));
    }

    private void type(ColumnType earlier, ColumnType later) {
        if (earlier instanceof ColumnType.Code some && later instanceof ColumnType.Code others) {
            codes(some.codes(), others.codes());
        } else if (earlier instanceof ColumnType.Place some
                && later instanceof ColumnType.Place others
                && TypeChange.isNone(earlier, later)) {
            residuals(some.residuals(), others.residuals());
        } else if (TypeChange.isNotation(earlier, later)) {
            add(Kind.NOTATION, Level.MAJOR, TypeWords.of(earlier), TypeWords.of(later));
        } else if (!TypeChange.isNone(earlier, later)) {
            add(Kind.TYPE, Level.MAJOR, TypeWords.of(earlier), TypeWords.of(later));
        }
        OptionalLong before = TypeWords.limit(earlier);
        OptionalLong after = TypeWords.limit(later);
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            Level level = after.getAsLong() < before.getAsLong() ? Level.MAJOR : Level.MINOR;
            add(Kind.LIMIT, level, Long.toString(before.getAsLong()), Long.toString(after.getAsLong()));
        }
    }

    private void codes(Codelist earlier, Codelist later) {
        Set<String> reached = new TreeSet<>();
        for (Codelist.Item item : earlier.items()) {
            String code = item.code();
            Lineage.Trace trace = lineage.trace(from.name(), code);
            Optional<Codelist.Item> image = trace.code().flatMap(later::find);
            if (!trace.parts().isEmpty()) {
                add(Kind.CODE_SPLIT, Level.MAJOR, code, String.join(", ", trace.parts()));
                reached.addAll(trace.parts());
            } else if (image.isEmpty()) {
                add(Kind.CODE_REMOVED, Level.MAJOR, code, "");
            } else {
                reached.add(image.get().code());
                if (!image.get().code().equals(code)) {
                    add(Kind.CODE_MAPPED, Level.MAJOR, code, image.get().code());
                } else {
                    text(item.name(), image.get().name(), Kind.TEXT, Level.PATCH);
                }
            }
        }
        later.items().stream()
                .filter(item -> !reached.contains(item.code()))
                .forEach(item -> add(Kind.CODE_ADDED, Level.MINOR, "", item.code()));
    }

    private void residuals(Residuals earlier, Residuals later) {
        earlier.items().stream()
                .filter(item -> later.find(item.code()).isEmpty())
                .forEach(item -> add(Kind.CODE_REMOVED, Level.MAJOR, item.code(), ""));
        later.items().stream()
                .filter(item -> earlier.find(item.code()).isEmpty())
                .forEach(item -> add(Kind.CODE_ADDED, Level.MINOR, "", item.code()));
    }

    private void part() {
        Lineage back = lineage.reversed();
        String before = part(from.rule().part(), name -> lineage.later(name));
        // a column that is new was not there to share over
        String after = part(to.rule().part(), name -> back.later(name).map(earlier -> name));
        if (!before.equals(after)) {
            add(Kind.PART, Level.MAJOR, before, after);
        }
    }

    private static String part(ColumnRule.Part part, Function<ColumnName, Optional<ColumnName>> names) {
        if (part instanceof ColumnRule.Part.OfDimension of) {
            return of.dimension().getClass().getSimpleName();
        }
        return part instanceof ColumnRule.Part.OfMeasure of ? measure(of.measure(), names) : "Attribute";
    }

    private static String measure(Measure measure, Function<ColumnName, Optional<ColumnName>> names) {
        String nature = measure.getClass().getSimpleName();
        if (measure instanceof Measure.Stock stock && stock.moment() == Measure.Moment.START) {
            return nature + ", at the start";
        }
        if (measure instanceof Measure.Shared shared) {
            return "Flow, shared over "
                    + shared.over().stream()
                            .flatMap(name -> names.apply(name).stream())
                            .map(ColumnName::value)
                            .sorted()
                            .collect(Collectors.joining(" "));
        }
        return measure instanceof Measure.Distinct persons
                ? persons.newTo()
                        .map(newTo -> nature + ", new to " + newTo.column() + " " + newTo.periods())
                        .or(() -> persons.firstIn()
                                .map(first -> nature + ", first in " + first.length() + " at " + first.at()))
                        .orElse(persons.partitioned() ? nature : nature + ", not partitioned")
                : nature;
    }

    private void obligation() {
        boolean before = !from.rule().mayBeEmpty();
        if (before == to.rule().mayBeEmpty()) {
            add(before ? Kind.OPTIONAL : Kind.REQUIRED, before ? Level.MINOR : Level.MAJOR, "", "");
        }
    }

    private void texts() {
        text(from.agreement(), to.agreement(), Kind.AGREEMENT, Level.MINOR);
        text(from.title(), to.title(), Kind.TEXT, Level.PATCH);
    }

    private void text(LocalizedText before, LocalizedText after, Kind kind, Level level) {
        if (!before.equals(after)) {
            add(kind, level, before.nl(), after.nl());
        }
    }
}
