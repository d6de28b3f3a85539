package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * What a format says about a delivery and the one before it.
 *
 * @param key the dimensions by which a row is found again in the other delivery; the period is not one of them
 * @param rules the rules; empty when the format says nothing
 */
public record DeliveryRules(List<ColumnName> key, List<DeliveryRule> rules) {

    /** The most keys and periods that a comparison should hold: some 200 MB of memory. */
    public static final int MOST_KEYS = 500_000;

    private static final DeliveryRules NONE = new DeliveryRules(List.of(), List.of());

    /** @throws IllegalArgumentException if there are rules and no key */
    public DeliveryRules {
        key = List.copyOf(key);
        rules = List.copyOf(rules);
        if (key.isEmpty() && !rules.isEmpty()) {
            throw new IllegalArgumentException("rules over two deliveries must have a key: " + rules);
        }
    }

    /**
     * Returns rules that report nothing.
     *
     * @return no rules
     */
    public static DeliveryRules none() {
        return NONE;
    }

    /**
     * Returns the rules that these and those of another version of the format have in common, for a delivery that
     * follows one in that version: the numbers that start where others ended, by dimensions that both have.
     *
     * @param other the rules of the previous delivery's version
     * @return the rules for the present delivery; empty if nothing can be compared
     */
    public DeliveryRules acrossVersions(DeliveryRules other) {
        List<DeliveryRule> common = rules.stream()
                .filter(rule -> rule instanceof DeliveryRule.Continued own
                        && other.rules().stream()
                                .anyMatch(known -> known instanceof DeliveryRule.Continued theirs
                                        && theirs.columns().equals(own.columns())
                                        && theirs.group(other.key).equals(own.group(key))))
                .toList();
        return common.isEmpty() ? NONE : new DeliveryRules(key, common);
    }

    /**
     * Checks that the rules speak of the columns of a format.
     *
     * @param rows what the format says about its rows
     * @return these rules
     * @throws IllegalArgumentException if the key is not one of dimensions other than the period, a rule reads a column
     *     that is no number, or there is no period while a rule needs one
     */
    public DeliveryRules checkedFor(RuleSet rows) {
        TableStructure structure = rows.structure();
        for (ColumnName name : key) {
            if (structure.dimensionIndex(name).isEmpty()
                    || structure.dimensionIndex(name).equals(structure.timeIndex())) {
                throw new IllegalArgumentException("the key needs a dimension other than the period: " + name);
            }
        }
        for (DeliveryRule rule : rules) {
            if (rule instanceof DeliveryRule.Continued && structure.timeIndex().isEmpty()) {
                throw new IllegalArgumentException(
                        "a rule over periods needs a column with a period: " + rule.columns());
            }
            int scale = -1;
            for (ColumnName name : rule.columns()) {
                int decimals = decimals(rows, name);
                if (rule instanceof DeliveryRule.Continued && scale >= 0 && decimals != scale) {
                    throw new IllegalArgumentException("columns must have the same scale: " + rule.columns());
                }
                scale = decimals;
            }
        }
        return this;
    }

    private static int decimals(RuleSet rows, ColumnName name) {
        Optional<Integer> decimals = rows.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .flatMap(column -> column.type().decimals());
        return decimals.orElseThrow(() -> new IllegalArgumentException("a rule needs a number in column " + name));
    }

    /**
     * Starts a comparison of a delivery with the one before it.
     *
     * @param rows what the format says about its rows
     * @param limit the most keys and periods that are held
     * @return the comparison, without any rows yet
     * @throws IllegalArgumentException if the limit is not positive or the rules do not fit the rows
     */
    public Comparison compare(RuleSet rows, int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive: " + limit);
        }
        return new DeliveryComparison(checkedFor(rows), rows, limit);
    }

    /**
     * Compares a delivery with the previous one. It takes the rows of the previous delivery first, then those of the
     * present one, and holds the numbers of the previous one by key and period, up to a limit. A number is compared
     * with that of the same period if the previous delivery has it, and otherwise with that of the last period before.
     * If two rows of the previous delivery have the same key and period, it is not known which of them counts, so jumps
     * from them are not checked. The order of rows does not matter. Not thread-safe.
     *
     * <p>The caller decides what is history: a delivery with errors was not accepted and should not be passed.
     */
    public interface Comparison {

        /**
         * Accepts a row of the earlier delivery.
         *
         * @param row a row of the same format
         */
        void remember(CheckedRow row);

        /**
         * Returns whether the earlier delivery had more keys and periods than are held. What was not held is not compared.
         *
         * @return true when the limit was reached
         */
        boolean isFull();

        /**
         * Compares a row of the present delivery.
         *
         * @param row a row of the same format
         * @param place the delivery
         * @param found takes what is wrong
         */
        void check(CheckedRow row, Location place, Consumer<Finding> found);

        /**
         * Reports what was in the earlier delivery and is not in the present one, in the order of the earlier one.
         *
         * @param place the present delivery
         * @param found takes what is missing
         */
        void finish(Location place, Consumer<Finding> found);
    }

    /** A rule over a delivery and the one before it, as data. */
    public sealed interface DeliveryRule {

        /**
         * Returns what breaking the rule gives.
         *
         * @return code and severity
         */
        Verdict verdict();

        /**
         * Returns the numbers that the rule reads.
         *
         * @return their columns
         */
        List<ColumnName> columns();

        /**
         * A number does not jump: it is not many times larger or smaller than before, unless the difference is too
         * small to matter.
         *
         * @param verdict the verdict if the rule is broken
         * @param columns the numbers
         * @param factor the smallest factor that is a jump
         * @param difference the smallest difference that is a jump, in whole units
         * @param reason the column in which a row gives the reason: if it is filled in, a jump is a note instead of a
         *     warning
         */
        record Jump(
                Verdict verdict, List<ColumnName> columns, long factor, long difference, Optional<ColumnName> reason)
                implements DeliveryRule {
            /**
             * @throws IllegalArgumentException if there are no numbers, the factor is below 2 or the difference below 1, or
             *     one is above 1,000,000,000
             */
            public Jump {
                columns = List.copyOf(columns);
                if (columns.isEmpty()
                        || factor < 2
                        || difference < 1
                        || Math.max(factor, difference) > 1_000_000_000L) {
                    throw new IllegalArgumentException("jump out of range: columns " + columns + ", factor " + factor
                            + ", difference " + difference);
                }
            }
        }

        /**
         * What was there before is there again.
         *
         * @param verdict the verdict if the rule is broken
         */
        record Gone(Verdict verdict) implements DeliveryRule {
            @Override
            public List<ColumnName> columns() {
                return List.of();
            }
        }

        /**
         * A number starts where another one ended in the period just before. Periods further apart are not compared.
         *
         * @param verdict the verdict if the rule is broken
         * @param start the number in this delivery
         * @param end the number in the previous delivery
         * @param over dimensions of the key over which both numbers are added up first, because cases move between
         *     their codes; such sums are compared once all rows are known
         */
        record Continued(Verdict verdict, ColumnName start, ColumnName end, List<ColumnName> over)
                implements DeliveryRule {
            public Continued {
                over = List.copyOf(over);
            }

            /** Returns the dimensions of a key that distinguish the sums. */
            List<ColumnName> group(List<ColumnName> key) {
                return key.stream().filter(name -> !over.contains(name)).toList();
            }

            @Override
            public List<ColumnName> columns() {
                return List.of(start, end);
            }
        }
    }
}
