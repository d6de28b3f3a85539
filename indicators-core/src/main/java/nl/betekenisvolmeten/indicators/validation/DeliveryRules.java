package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * What a format says about a delivery and the one before it.
 *
 * @param key the dimensions by which a row is found again in the other delivery; the period is not one of them
 * @param rules the rules; empty when the format says nothing
 */
public record DeliveryRules(List<ColumnName> key, List<DeliveryRule> rules) {

    private static final DeliveryRules NONE = new DeliveryRules(List.of(), List.of());

    /** @throws IllegalArgumentException if there are rules and no key */
    public DeliveryRules {
        key = List.copyOf(key);
        rules = List.copyOf(rules);
        if (key.isEmpty() && !rules.isEmpty()) {
            throw new IllegalArgumentException("rules over two deliveries need a key");
        }
    }

    /**
     * Nothing is said.
     *
     * @return no rules
     */
    public static DeliveryRules none() {
        return NONE;
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
                throw new IllegalArgumentException("a rule needs a period: " + rule.columns());
            }
            int scale = -1;
            for (ColumnName name : rule.columns()) {
                int decimals = decimals(rows, name);
                if (rule instanceof DeliveryRule.Continued && scale >= 0 && decimals != scale) {
                    throw new IllegalArgumentException("columns of different scale: " + rule.columns());
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
}
