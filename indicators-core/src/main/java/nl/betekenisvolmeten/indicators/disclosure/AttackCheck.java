package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * Tries to derive hidden counts from published tables, as an outsider could: from the tables of one publication together, how
 * areas lie in each other, how numbers were rounded, and that counts below their threshold are hidden. It sees nothing but
 * what is published.
 *
 * <p>What it uses: parts add up to their whole, or, of persons, are each at most the whole and together at least that; no
 * count that has one for each person is below the number of persons; and no count exceeds another that the plan names as
 * the larger. A hidden count is safe only when other tables were found
 * that agree with everything published; where neither that nor a derivation was found, it objects.
 */
public final class AttackCheck {

    private final PublicationPlan plan;
    private final AreaHierarchy areas;

    private AttackCheck(PublicationPlan plan, AreaHierarchy areas) {
        this.plan = plan;
        this.areas = areas;
    }

    /**
     * Returns an attack on what is published by a plan.
     *
     * @param plan the tables that are published together
     * @param areas the areas that they are about
     * @return the attack
     */
    public static AttackCheck of(PublicationPlan plan, AreaHierarchy areas) {
        return new AttackCheck(plan, areas);
    }

    /**
     * What came of an attack.
     *
     * @param cells each hidden count, with what could be found out about it
     * @param objections what is wrong with the tables themselves: a missing row, a small count that is not hidden
     */
    public record Outcome(List<Cell> cells, List<LocalizedText> objections) {

        public Outcome {
            cells = List.copyOf(cells);
            objections = List.copyOf(objections);
        }

        /**
         * Returns the counts about which more was found out than may be.
         *
         * @return the cells, in the order of the tables
         */
        public List<Cell> exposed() {
            return cells.stream().filter(Cell::exposed).toList();
        }

        /**
         * Returns whether the tables may be published.
         *
         * @return true when nothing was derived and there are no objections
         */
        public boolean isSafe() {
            return objections.isEmpty() && exposed().isEmpty();
        }
    }

    /**
     * A hidden count, or a count next to a larger one that includes its persons, if the difference gives few persons
     * away.
     *
     * @param table the table that it is in
     * @param key its row
     * @param measure its column
     * @param least the lower bound of the count, or of the difference
     * @param most the upper bound; empty where there is none
     * @param exposed whether this is more than an outsider may find out
     * @param derivation how the bounds follow from what is published
     */
    public record Cell(
            String table,
            List<String> key,
            String measure,
            BigDecimal least,
            Optional<BigDecimal> most,
            boolean exposed,
            LocalizedText derivation) {

        public Cell {
            key = List.copyOf(key);
        }
    }

    /**
     * Attacks tables.
     *
     * @param published the tables by the names of the plan's parts, each with the columns {@code area_code}, {@code area} and
     *     {@code period} and a figure for each count
     * @return what came of it
     */
    public Outcome attack(Map<String, ResultTable> published) {
        return Attacker.of(numbers(published, plan.counts())).outcome();
    }

    /**
     * Returns an outsider who attacks some counts of tables.
     *
     * @param before outsiders who attacked the same counts and periods or some of them, perhaps when other figures were
     *     hidden
     */
    Attacker outsider(Map<String, ResultTable> published, List<PublicationPlan.Count> counts, List<Attacker> before) {
        return Attacker.of(numbers(published, counts), before);
    }

    private KnownNumbers numbers(Map<String, ResultTable> published, List<PublicationPlan.Count> counts) {
        return new KnownNumbers(plan, counts, areas, PublishedFigures.read(plan, areas, published));
    }
}
