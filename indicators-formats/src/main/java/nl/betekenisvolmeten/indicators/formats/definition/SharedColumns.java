package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * The columns with the same concept in two formats, and how they differ. Differences in notation alone can be
 * harmonised without loss.
 *
 * @param left the left format
 * @param right the right format
 * @param shared the columns with the same concept, in the order of the left one
 * @param onlyLeft the columns that only the left one has
 * @param onlyRight the columns that only the right one has
 * @param sameName the columns with the same name but another concept, which are easily confused
 */
public record SharedColumns(
        FormatId left,
        FormatId right,
        List<Shared> shared,
        List<ColumnName> onlyLeft,
        List<ColumnName> onlyRight,
        List<Shared> sameName) {

    public SharedColumns {
        shared = List.copyOf(shared);
        onlyLeft = List.copyOf(onlyLeft);
        onlyRight = List.copyOf(onlyRight);
        sameName = List.copyOf(sameName);
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
     * How the codes of two lists map to each other, by code, name or alias.
     *
     * @param extent how fully they map
     * @param onlyLeft the codes of the left list without a counterpart in the right one
     * @param onlyRight the codes of the right list without a counterpart in the left one
     */
    public record CodeMatch(Extent extent, List<String> onlyLeft, List<String> onlyRight) {

        public CodeMatch {
            onlyLeft = List.copyOf(onlyLeft);
            onlyRight = List.copyOf(onlyRight);
        }

        /** How fully two lists map. */
        public enum Extent {
            /** Each code has a counterpart in the other list. */
            EXACT,
            /** Some codes have a counterpart. */
            PARTLY,
            /** No code has a counterpart. */
            NONE
        }

        private static CodeMatch between(Codelist left, Codelist right) {
            List<String> onlyLeft = without(left, right);
            List<String> onlyRight = without(right, left);
            boolean none = onlyLeft.size() == left.size();
            Extent extent = onlyLeft.isEmpty() && onlyRight.isEmpty() ? Extent.EXACT : Extent.PARTLY;
            return new CodeMatch(none ? Extent.NONE : extent, onlyLeft, onlyRight);
        }

        private static List<String> without(Codelist codes, Codelist others) {
            return codes.items().stream()
                    .filter(item -> Stream.of(
                                    item.code(), item.name().nl(), item.name().en())
                            .allMatch(text -> others.findIgnoringNotation(text).isEmpty()
                                    && others.findByNameOrAlias(text).isEmpty()))
                    .map(Codelist.Item::code)
                    .toList();
        }
    }

    /**
     * A concept that both formats ask for.
     *
     * @param concept what it is about
     * @param left the column of the left format
     * @param right the column of the right format
     * @param differences how they differ; empty if they do not
     * @param codes how their codes map; empty unless both hold codes
     */
    public record Shared(
            String concept, ColumnName left, ColumnName right, Set<Difference> differences, Optional<CodeMatch> codes) {

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
     * @param right the right format
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
                shared.add(shared(column, alike));
            }
        }
        List<ColumnName> onlyRight = right.columns().stream()
                .map(Column::name)
                .filter(name -> !matched.contains(name))
                .toList();
        List<Shared> sameName = left.columns().stream()
                .flatMap(column -> right
                        .column(column.name())
                        .filter(other -> !other.concept().equals(column.concept()))
                        .map(other -> shared(column, other))
                        .stream())
                .toList();
        return new SharedColumns(left.id(), right.id(), shared, onlyLeft, onlyRight, sameName);
    }

    private static Shared shared(Column column, Column other) {
        Optional<CodeMatch> codes = column.rule().type() instanceof ColumnType.Code left
                        && other.rule().type() instanceof ColumnType.Code right
                ? Optional.of(CodeMatch.between(left.codes(), right.codes()))
                : Optional.empty();
        return new Shared(column.concept(), column.name(), other.name(), differences(column, other), codes);
    }

    /** Returns how two columns differ. */
    static Set<Difference> differences(Column left, Column right) {
        Set<Difference> differences = EnumSet.noneOf(Difference.class);
        note(differences, Difference.NAME, !left.name().equals(right.name()));
        note(
                differences,
                Difference.REQUIRED,
                left.rule().required() != right.rule().required());
        ColumnType leftType = left.rule().type();
        ColumnType rightType = right.rule().type();
        note(
                differences,
                Difference.NATURE,
                natureDiffers(left.rule().part(), right.rule().part()));
        if (leftType.decimals().isPresent() && rightType.decimals().isPresent()) {
            note(differences, Difference.DECIMALS, !leftType.decimals().equals(rightType.decimals()));
            note(differences, Difference.LIMIT, !leftType.largest().equals(rightType.largest()));
        } else if (!leftType.getClass().equals(rightType.getClass())
                || !left.rule().part().getClass().equals(right.rule().part().getClass())) {
            differences.add(Difference.KIND);
        } else {
            addTypes(differences, leftType, rightType);
        }
        return differences;
    }

    private static void addTypes(Set<Difference> differences, ColumnType left, ColumnType right) {
        if (left instanceof ColumnType.Code a && right instanceof ColumnType.Code b) {
            note(differences, Difference.CODES, !codes(a).equals(codes(b)));
        } else if (left instanceof ColumnType.Place a && right instanceof ColumnType.Place b) {
            note(differences, Difference.AREAS, a.level() != b.level() || !areas(a).equals(areas(b)));
            note(differences, Difference.CODE_OR_NAME, a.byName() != b.byName());
        } else if (left instanceof ColumnType.Time a && right instanceof ColumnType.Time b) {
            note(differences, Difference.PERIOD_LENGTH, a.kind() != b.kind());
        } else if (left instanceof ColumnType.Text a && right instanceof ColumnType.Text b) {
            note(differences, Difference.LIMIT, a.maximumLength() != b.maximumLength());
        } else if (!(left instanceof ColumnType.Day)) {
            // in which periods a day may lie is a matter of the version, as it is of periods
            note(differences, Difference.KIND, !left.equals(right));
        }
    }

    private static void note(Set<Difference> differences, Difference difference, boolean holds) {
        if (holds) {
            differences.add(difference);
        }
    }

    private static boolean natureDiffers(ColumnRule.Part left, ColumnRule.Part right) {
        return left instanceof ColumnRule.Part.OfMeasure a
                && right instanceof ColumnRule.Part.OfMeasure b
                && !(a.measure().getClass().equals(b.measure().getClass())
                        && moment(a).equals(moment(b)));
    }

    /** Returns the moment in a period that a stock is measured at; empty for other measures. */
    private static Optional<Measure.Moment> moment(ColumnRule.Part.OfMeasure part) {
        return part.measure() instanceof Measure.Stock stock ? Optional.of(stock.moment()) : Optional.empty();
    }

    private static Set<String> codes(ColumnType.Code type) {
        return Set.copyOf(type.codes().codes());
    }

    private static List<AreaCode> areas(ColumnType.Place type) {
        return type.areas().areas(type.level()).stream().map(Area::code).toList();
    }
}
