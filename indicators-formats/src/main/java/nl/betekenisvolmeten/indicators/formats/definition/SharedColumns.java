package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What two formats both ask: columns with the same concept, and in what they differ. What differs only in how it is
 * written can be harmonised without losing anything.
 *
 * @param left the one format
 * @param right the other
 * @param shared the columns with the same concept, in the order of the left one
 * @param onlyLeft the columns that only the left one has
 * @param onlyRight the columns that only the right one has
 */
public record SharedColumns(
        FormatId left, FormatId right, List<Shared> shared, List<ColumnName> onlyLeft, List<ColumnName> onlyRight) {

    public SharedColumns {
        shared = List.copyOf(shared);
        onlyLeft = List.copyOf(onlyLeft);
        onlyRight = List.copyOf(onlyRight);
    }

    /** How alike two columns are. */
    public enum Likeness {
        /** The same cell can be used in both. */
        SAME,
        /** The same is meant, and written or bounded in another way: a program can turn the one into the other. */
        NOTATION,
        /** What is asked differs: other codes, areas, periods or a number of another nature. */
        CONTENT
    }

    /** In what two columns with the same concept differ. */
    public enum Difference {
        /** They have different names. */
        NAME(Likeness.NOTATION),
        /** The one is required and the other may stay empty. */
        REQUIRED(Likeness.NOTATION),
        /** The one is written as a code and the other as a name. */
        CODE_OR_NAME(Likeness.NOTATION),
        /** The longest text, or the largest number, differs. */
        LIMIT(Likeness.NOTATION),
        /** The number of decimals differs. */
        DECIMALS(Likeness.NOTATION),
        /** The lists hold different codes. */
        CODES(Likeness.CONTENT),
        /** The areas, or their level, differ. */
        AREAS(Likeness.CONTENT),
        /** The length of the periods differs. */
        PERIOD_LENGTH(Likeness.CONTENT),
        /** The numbers add up in another way, such as visits compared with persons. */
        NATURE(Likeness.CONTENT),
        /** The one plays another part than the other, or holds something else altogether. */
        KIND(Likeness.CONTENT);

        private final Likeness likeness;

        Difference(Likeness likeness) {
            this.likeness = likeness;
        }

        /**
         * Returns what this difference means.
         *
         * @return how alike columns are that differ in this and nothing else
         */
        public Likeness likeness() {
            return likeness;
        }
    }

    /**
     * A concept that both formats ask for.
     *
     * @param concept what it is about
     * @param left the column of the left format
     * @param right the column of the right format
     * @param differences in what they differ; empty when in nothing
     */
    public record Shared(String concept, ColumnName left, ColumnName right, Set<Difference> differences) {

        public Shared {
            differences = Collections.unmodifiableSet(new TreeSet<>(differences));
        }

        /**
         * Returns how alike the columns are.
         *
         * @return the most serious of what their differences mean
         */
        public Likeness likeness() {
            return differences.stream()
                    .map(Difference::likeness)
                    .max(Enum::compareTo)
                    .orElse(Likeness.SAME);
        }
    }

    /**
     * Compares two formats.
     *
     * @param left the one
     * @param right the other
     * @return what both ask, and what only one does
     */
    public static SharedColumns between(FormatDefinition left, FormatDefinition right) {
        Map<String, Column> others = new LinkedHashMap<>();
        right.columns().forEach(column -> others.putIfAbsent(column.concept(), column));
        List<Shared> shared = new ArrayList<>();
        List<ColumnName> onlyLeft = new ArrayList<>();
        Set<ColumnName> matched = new TreeSet<>();
        for (Column column : left.columns()) {
            Column alike = others.remove(column.concept());
            if (alike == null) {
                onlyLeft.add(column.name());
            } else {
                matched.add(alike.name());
                shared.add(
                        new Shared(column.concept(), column.name(), alike.name(), Differences.between(column, alike)));
            }
        }
        List<ColumnName> onlyRight = right.columns().stream()
                .map(Column::name)
                .filter(name -> !matched.contains(name))
                .toList();
        return new SharedColumns(left.id(), right.id(), shared, onlyLeft, onlyRight);
    }
}
