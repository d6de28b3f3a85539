package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionChange.Kind;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionChange.Level;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What differs between two versions of a format, and what that means for the indicators that both feed. Columns and
 * codes are followed along the declared steps; without steps, columns of the same name are set side by side and no
 * indicator is taken to be comparable.
 *
 * @param from the one version
 * @param to the other
 * @param changes the differences, the columns in the order of the first version
 * @param indicators for each indicator that one of the two feeds, whether figures may stand beside each other
 */
public record DefinitionDiff(
        FormatId from, FormatId to, List<DefinitionChange> changes, List<IndicatorComparability> indicators) {

    public DefinitionDiff {
        changes = List.copyOf(changes);
        indicators = List.copyOf(indicators);
    }

    /**
     * Compares two versions.
     *
     * @param from the one version
     * @param to the other
     * @param sets the indicators that may be fed
     * @return the differences
     */
    public static DefinitionDiff between(FormatDefinition from, FormatDefinition to, List<IndicatorSet> sets) {
        Lineage lineage = Lineage.between(from, to);
        List<DefinitionChange> changes = new ArrayList<>();
        validity(from.validity(), to.validity()).ifPresent(changes::add);
        changes.addAll(columns(lineage, from, to));
        changes.addAll(RuleDiff.of(lineage, from, to));
        return new DefinitionDiff(
                from.id(), to.id(), changes, new Comparabilities(lineage, from, to, changes).of(sets));
    }

    private static Optional<DefinitionChange> validity(Validity before, Validity after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new DefinitionChange(Kind.VALIDITY, Level.MINOR, "", words(before), words(after)));
    }

    private static String words(Validity validity) {
        return validity.from().map(Period::code).orElse("…") + " - "
                + validity.to().map(Period::code).orElse("…");
    }

    private static List<DefinitionChange> columns(Lineage lineage, FormatDefinition from, FormatDefinition to) {
        List<DefinitionChange> changes = new ArrayList<>();
        Set<ColumnName> reached = new HashSet<>();
        for (Column column : from.columns()) {
            Optional<Column> later = lineage.later(column.name()).flatMap(to::column);
            if (later.isPresent()) {
                reached.add(later.get().name());
                changes.addAll(ColumnDiff.of(lineage, column, later.get()));
            } else {
                changes.add(new DefinitionChange(
                        Kind.COLUMN_REMOVED,
                        Level.MAJOR,
                        column.name().value(),
                        TypeWords.of(column.rule().type()),
                        ""));
            }
        }
        for (Column column : to.columns()) {
            if (!reached.contains(column.name())) {
                Level level = column.rule().required() ? Level.MAJOR : Level.MINOR;
                changes.add(new DefinitionChange(
                        Kind.COLUMN_ADDED,
                        level,
                        column.name().value(),
                        "",
                        TypeWords.of(column.rule().type())));
            }
        }
        return changes;
    }

    /**
     * How grave the differences are together.
     *
     * @return the gravest; empty when there are none
     */
    public Optional<Level> level() {
        return changes.stream().map(DefinitionChange::level).max(Comparator.naturalOrder());
    }
}
