package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
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
 * @param to the second
 * @param changes the differences, the columns in the order of the first version
 * @param indicators for each indicator that one of the two feeds, whether figures may be compared
 */
public record DefinitionDiff(FormatId from, FormatId to, List<Change> changes, List<Comparability> indicators) {

    public DefinitionDiff {
        changes = List.copyOf(changes);
        indicators = List.copyOf(indicators);
    }

    /**
     * Compares two versions.
     *
     * @param from the one version
     * @param to the second
     * @param sets the indicators that may be fed
     * @return the differences
     */
    public static DefinitionDiff between(FormatDefinition from, FormatDefinition to, List<IndicatorSet> sets) {
        Lineage lineage = Lineage.between(from, to);
        List<Change> changes = new ArrayList<>();
        validity(from.validity(), to.validity()).ifPresent(changes::add);
        changes.addAll(columns(lineage, from, to));
        changes.addAll(RuleDiff.of(lineage, from, to));
        return new DefinitionDiff(
                from.id(), to.id(), changes, new Comparabilities(lineage, from, to, changes).of(sets));
    }

    /**
     * Compares two definitions of one kind other than a format, value by value. For two sets of indicators, the result
     * also says for each indicator whether their figures may be compared.
     *
     * @param from the first definition
     * @param to the second
     * @return the differences, each with the path of what differs
     * @throws IllegalArgumentException if they are of different kinds
     */
    public static DefinitionDiff between(DefinitionDocument from, DefinitionDocument to) {
        if (!from.kind().equals(to.kind())) {
            throw new IllegalArgumentException("not of one kind: " + from.kind() + ", " + to.kind());
        }
        return new DocumentDiff(from, to).diff();
    }

    private static Optional<Change> validity(Validity before, Validity after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Change(Change.Kind.VALIDITY, Change.Level.MINOR, "", words(before), words(after)));
    }

    private static String words(Validity validity) {
        return validity.from().map(Period::code).orElse("…") + " - "
                + validity.to().map(Period::code).orElse("…");
    }

    private static List<Change> columns(Lineage lineage, FormatDefinition from, FormatDefinition to) {
        List<Change> changes = new ArrayList<>();
        Set<ColumnName> reached = new HashSet<>();
        for (Column column : from.columns()) {
            Optional<Column> later = lineage.later(column.name()).flatMap(to::column);
            if (later.isPresent()) {
                reached.add(later.get().name());
                changes.addAll(ColumnDiff.of(lineage, column, later.get()));
            } else {
                changes.add(new Change(
                        Change.Kind.COLUMN_REMOVED,
                        Change.Level.MAJOR,
                        column.name().value(),
                        TypeWords.of(column.rule().type()),
                        ""));
            }
        }
        for (Column column : to.columns()) {
            if (!reached.contains(column.name())) {
                Change.Level level = column.rule().required() ? Change.Level.MAJOR : Change.Level.MINOR;
                changes.add(new Change(
                        Change.Kind.COLUMN_ADDED,
                        level,
                        column.name().value(),
                        "",
                        TypeWords.of(column.rule().type())));
            }
        }
        return changes;
    }

    /**
     * Returns how grave the differences are together.
     *
     * @return the most serious; empty when there are none
     */
    public Optional<Change.Level> level() {
        return changes.stream().map(Change::level).max(Comparator.naturalOrder());
    }

    /**
     * One difference between two versions of a format.
     *
     * @param kind what differs
     * @param level how grave that is
     * @param subject what it is about: a column, a column and a code, or the code of a rule
     * @param before as it was; empty when there was nothing
     * @param after as it is; empty when there is nothing
     */
    public record Change(Kind kind, Level level, String subject, String before, String after) {

        /** How serious a difference is for those who make deliveries. The most serious of all is that of the new version. */
        public enum Level {
            /** Words only. */
            PATCH,
            /** What was good stays good and means the same; or an agreement or warning changed. */
            MINOR,
            /** What was good may no longer be, or may mean something else. */
            MAJOR
        }

        /**
         * What differs.
         *
         * <table>
         *   <caption>How grave each kind is</caption>
         *   <tr><th>kind</th><th>level</th></tr>
         *   <tr><td>column added</td><td>major where required, else minor</td></tr>
         *   <tr><td>column removed or renamed, another type, part, notation or scale</td><td>major</td></tr>
         *   <tr><td>column required now</td><td>major; no longer required: minor</td></tr>
         *   <tr><td>limit</td><td>major where lower, else minor</td></tr>
         *   <tr><td>code removed, mapped or split</td><td>major; added: minor</td></tr>
         *   <tr><td>rule added or changed</td><td>major where an error, else minor; removed: minor</td></tr>
         *   <tr><td>severity</td><td>major where it becomes an error, else minor</td></tr>
         *   <tr><td>fill-in agreement, validity</td><td>minor</td></tr>
         *   <tr><td>titles and names</td><td>patch</td></tr>
         * </table>
         */
        public enum Kind {
            /** A column is new. */
            COLUMN_ADDED,
            /** A column is gone. */
            COLUMN_REMOVED,
            /** A column has another name, as the migration says. */
            COLUMN_RENAMED,
            /** A column holds something of another kind. */
            TYPE,
            /** A column is agreed to be written otherwise. */
            NOTATION,
            /** A number or text may be larger or must be smaller. */
            LIMIT,
            /** A column plays another part: a measure of another nature, another dimension. */
            PART,
            /** A column may no longer be empty. */
            REQUIRED,
            /** A column may now be empty. */
            OPTIONAL,
            /** A code is new. */
            CODE_ADDED,
            /** A code is gone, and the migration does not say where to. */
            CODE_REMOVED,
            /** A code became another one. */
            CODE_MAPPED,
            /** A code straddles several new ones. */
            CODE_SPLIT,
            /** A rule is new. */
            RULE_ADDED,
            /** A rule is gone. */
            RULE_REMOVED,
            /** A rule is about other columns or codes. */
            RULE_CHANGED,
            /** Breaking a rule is of another severity. */
            SEVERITY,
            /** The version holds for other periods. */
            VALIDITY,
            /** A fill-in agreement is worded otherwise. */
            AGREEMENT,
            /** A title or the name of a code is worded otherwise. */
            TEXT,
            /** A value was added to a definition other than a format. */
            VALUE_ADDED,
            /** A value was removed from a definition other than a format. */
            VALUE_REMOVED,
            /** A value was changed in a definition other than a format. */
            VALUE_CHANGED
        }
    }

    /**
     * Whether figures of an indicator from two versions of a format may be compared. Computed from the definitions,
     * never claimed by hand.
     *
     * @param indicator the indicator
     * @param verdict whether they may
     * @param reasons why not, or what to bear in mind; empty if nothing changed
     * @param during when the first version is valid
     * @param bounded whether figures of the first version can be bounded, because its codes are declared to correspond
     *     to codes of the other version; also true if figures may be compared
     */
    public record Comparability(
            IndicatorId indicator, Verdict verdict, List<Reason> reasons, Validity during, boolean bounded) {

        public Comparability {
            reasons = List.copyOf(reasons);
        }

        /** Whether figures may be compared. */
        public enum Verdict {
            /** Nothing that feeds it changed. */
            COMPARABLE,
            /** They mean the same, but something is to be borne in mind. */
            WITH_NOTE,
            /** They do not mean the same, or there is no figure in one of the versions. */
            NOT_COMPARABLE
        }

        /**
         * A reason.
         *
         * @param cause what changed
         * @param column the column
         * @param details codes, a rule or another name; may be empty
         */
        public record Reason(Cause cause, String column, String details) {}

        /** What makes figures differ in meaning. */
        public enum Cause {
            /** Nothing declares how the one version becomes the other. */
            NO_STEPS(Verdict.NOT_COMPARABLE),
            /** One of the versions does not have the column. */
            COLUMN(Verdict.NOT_COMPARABLE),
            /** One of the sets does not have the indicator. */
            ABSENT(Verdict.NOT_COMPARABLE),
            /** The indicator is computed differently. */
            FORMULA(Verdict.NOT_COMPARABLE),
            /** The column holds something else or is of another nature. */
            TYPE(Verdict.NOT_COMPARABLE),
            /** The indicator counts certain codes only, which do not mean the same in both. */
            CODES(Verdict.NOT_COMPARABLE),
            /** The column has another name. */
            RENAMED(Verdict.WITH_NOTE),
            /** The column is written otherwise or in other units. */
            NOTATION(Verdict.WITH_NOTE),
            /** The column must be filled in, or may now be empty. */
            OBLIGATION(Verdict.WITH_NOTE),
            /** The fill-in agreement changed. */
            AGREEMENT(Verdict.WITH_NOTE),
            /** Rows are refused by another rule. */
            RULE(Verdict.WITH_NOTE),
            /** Persons of other groups are told apart, so that the bounds of their number widen. */
            PERSONS(Verdict.WITH_NOTE);

            private final Verdict verdict;

            Cause(Verdict verdict) {
                this.verdict = verdict;
            }

            /**
             * Returns what the cause by itself leads to.
             *
             * @return the verdict
             */
            public Verdict verdict() {
                return verdict;
            }
        }
    }
}
