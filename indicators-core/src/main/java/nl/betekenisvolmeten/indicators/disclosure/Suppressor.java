package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Hides cells of linked tables so that no hidden cell is known more precisely than allowed. For each hidden cell it
 * keeps another possible table as proof, as a change that leaves every relation intact.
 *
 * <p>A person alone in a cell knows its value, and must not find out more about other small cells than anyone else.
 * That this person may compute a hidden cell that is not small does no harm: it was hidden only for the sake of small
 * ones.
 */
final class Suppressor {

    /**
     * The values and bounds of the cells.
     *
     * @param values the true values
     * @param lower the lower bound that an outsider assumes for a published cell, at most the true value
     * @param upper the upper bound that an outsider assumes for a published cell, at least the true value
     * @param costs the cost of hiding a cell, at least 1
     * @param least the lower bound that an outsider assumes for a cell where it is hidden
     * @param unpublished which cells are in no table at all: these may change freely, and need no protection
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Cells(long[] values, long[] lower, long[] upper, long[] costs, long[] least, boolean[] unpublished) {

        /** Returns cells that are published as they are, at the cost of their values. */
        static Cells exact(long[] values, long least) {
            long[] costs =
                    LongStream.of(values).map(value -> Math.max(1, value)).toArray();
            long[] all = new long[values.length];
            Arrays.fill(all, least);
            return new Cells(values, values, values, costs, all, new boolean[values.length]);
        }
    }

    /** What is asked for hidden cells. */
    record Demand(IntToLongFunction threshold, DisclosurePolicy.Level level, boolean singletons) {

        /** Returns by how much a cell must be able to exceed its value so as not to be proven small; 0 if it is not. */
        long shortage(int cell, long value) {
            return Math.max(0, threshold.applyAsLong(cell) - value);
        }
    }

    /** Networks of at most this many cells are processed in several orders, and the cheapest result is kept. */
    private static final int FEW_CELLS = 2000;

    private static final int ORDERS = 8;

    private final LinkedTables tables;
    private final Cells cells;
    private final Demand demand;
    private final boolean[] hidden;
    private final MoveSearch search;
    private final List<Obligation> obligations = new ArrayList<>();
    private final Map<List<Object>, Obligation> general = new HashMap<>();
    private final List<Integer> secondaries = new ArrayList<>();
    private boolean failed;

    private Suppressor(LinkedTables tables, Cells cells, Demand demand, boolean[] primary) {
        this.tables = tables;
        this.cells = cells;
        this.demand = demand;
        hidden = primary.clone();
        cellsWhere(cell -> cells.unpublished()[cell]).forEach(cell -> hidden[cell] = true);
        search = tables.network()
                .<MoveSearch>map(network -> new FlowSearch(network, cells, hidden))
                .orElseGet(() -> new ProgramSearch(tables, cells, hidden));
    }

    /**
     * Proof that a hidden cell may have another value: a change of the true tables that agrees with all published
     * figures.
     *
     * @param cell the cell
     * @param known the cells that it leaves unchanged, which a person alone in a cell knows; empty for everyone else
     * @param move the change, including that of the cell itself
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Witness(int cell, int[] known, MoveSearch.Move move) {}

    /** The cells to be hidden, whether they are then safe, and the proof. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pattern(boolean[] hidden, boolean safe, List<Witness> witnesses) {
        long cost(long[] costs) {
            return IntStream.range(0, hidden.length)
                    .filter(cell -> hidden[cell])
                    .mapToLong(cell -> costs[cell])
                    .sum();
        }
    }

    /** Finds the cells to hide: those given, and what they need. */
    static Pattern hide(LinkedTables tables, Cells cells, Demand demand, boolean[] primary) {
        Suppressor suppressor = new Suppressor(tables, cells, demand, primary);
        List<Integer> order =
                new ArrayList<>(suppressor.cellsWhere(cell -> primary[cell] && !cells.unpublished()[cell]));
        order.sort(
                Comparator.comparing((Integer cell) -> -suppressor.raise(cell)).thenComparing(cell -> cell));
        Pattern best = suppressor.hide(order);
        Random random = new Random(1);
        for (int i = 1; i < orders(tables) && order.size() > 1; i++) {
            Collections.shuffle(order, random);
            Pattern other = new Suppressor(tables, cells, demand, primary).hide(order);
            if (other.safe() && (!best.safe() || other.cost(cells.costs()) < best.cost(cells.costs()))) {
                best = other;
            }
        }
        return best;
    }

    private static int orders(LinkedTables tables) {
        return tables.cells() <= FEW_CELLS && tables.network().isPresent() ? ORDERS : 1;
    }

    private Pattern hide(List<Integer> order) {
        protect(order);
        dropSuperfluous();
        return new Pattern(
                hidden, !failed, obligations.stream().map(Obligation::witness).toList());
    }

    /** One thing to be proven: that a cell may be another value, also to someone who knows some cells. */
    private static final class Obligation {
        final int cell;
        final MoveSearch.Way way;
        final long amount;
        final int[] known;
        MoveSearch.Move proof = MoveSearch.Move.NONE;

        Witness witness() {
            return new Witness(cell, known, proof);
        }

        Obligation(int cell, MoveSearch.Way way, long amount, int[] known) {
            this.cell = cell;
            this.way = way;
            this.amount = amount;
            this.known = known;
        }
    }

    private void protect(List<Integer> order) {
        int[] everyone = {};
        List<Integer> open = order;
        List<int[]> insiders = new ArrayList<>();
        Set<Integer> done = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            for (int cell : open) {
                oblige(cell, everyone);
                insiders.forEach(known -> obligeTowards(known, cell));
            }
            done.addAll(open);
            for (int cell : open) {
                if (demand.singletons() && cells.values()[cell] == 1 && tables.isFinest(cell)) {
                    int[] known = knownToTheOnlyOne(cell);
                    insiders.add(known);
                    done.forEach(other -> obligeTowards(known, other));
                }
            }
            open = cellsWhere(cell -> hidden[cell] && !cells.unpublished()[cell] && !done.contains(cell));
        }
    }

    private List<Integer> cellsWhere(IntPredicate condition) {
        return IntStream.range(0, hidden.length).filter(condition).boxed().toList();
    }

    /** Returns the cells that a person alone in a cell knows: that cell, and those that contain it and hold nobody else. */
    private int[] knownToTheOnlyOne(int cell) {
        return IntStream.of(tables.around(cell))
                .filter(around -> cells.values()[around] == 1)
                .toArray();
    }

    /** Returns by how much a cell must be able to exceed its value. */
    private long raise(int cell) {
        return demand.level() == DisclosurePolicy.Level.L0 ? 0 : demand.shortage(cell, cells.values()[cell]);
    }

    private void obligeTowards(int[] known, int cell) {
        if (demand.shortage(cell, cells.values()[cell]) > 0
                && IntStream.of(known).noneMatch(one -> one == cell)) {
            oblige(cell, known);
        }
    }

    private void oblige(int cell, int[] known) {
        long raise = raise(cell);
        if (raise > 0) {
            satisfy(new Obligation(cell, MoveSearch.Way.UP, raise, known));
        } else {
            satisfy(new Obligation(cell, MoveSearch.Way.EITHER, 1, known));
        }
        long above = cells.values()[cell] - cells.least()[cell];
        if (demand.level() == DisclosurePolicy.Level.L2 && raise > 0 && above > 0) {
            // a cell with parts can be no less than its parts together
            long possible = search.find(cell, false, above, known, true).amount(cell);
            if (possible > 0) {
                satisfy(new Obligation(cell, MoveSearch.Way.DOWN, possible, known));
            }
        }
    }

    private void satisfy(Obligation obligation) {
        if (!prove(obligation, true)) {
            failed = true;
        }
        obligations.add(obligation);
        for (int cell : obligation.proof.cells()) {
            if (!hidden[cell] && !obligation.proof.isWithin(cell, cells)) {
                hidden[cell] = true;
                secondaries.add(cell);
            }
        }
    }

    /**
     * Proves an obligation. A proof for everyone also holds for an insider if it leaves unchanged what the insider
     * knows.
     */
    private boolean prove(Obligation obligation, boolean hiding) {
        Obligation everyone = general.get(List.of(obligation.cell, obligation.way));
        if (obligation.known.length == 0) {
            general.put(List.of(obligation.cell, obligation.way), obligation);
        } else if (everyone != null
                && everyone.proof.amount(obligation.cell) >= obligation.amount
                && !everyone.proof.changes(obligation.known)) {
            obligation.proof = everyone.proof;
            return true;
        }
        boolean canBeLess = cells.values()[obligation.cell] - obligation.amount >= cells.least()[obligation.cell];
        obligation.proof =
                search.find(obligation.cell, obligation.way, obligation.amount, obligation.known, hiding, canBeLess);
        return obligation.proof.amount(obligation.cell) >= obligation.amount;
    }

    /** Publishes again what need not be hidden after all, most expensive first. */
    private void dropSuperfluous() {
        List<Integer> dearest = new ArrayList<>(secondaries);
        dearest.sort(
                Comparator.comparing((Integer cell) -> -cells.costs()[cell]).thenComparing(cell -> cell));
        for (int cell : dearest) {
            hidden[cell] = false;
            if (!holdsWithout(cell)) {
                hidden[cell] = true;
            } else {
                obligations.removeIf(obligation -> obligation.cell == cell);
            }
        }
    }

    private boolean holdsWithout(int cell) {
        List<Obligation> changed = new ArrayList<>();
        List<MoveSearch.Move> before = new ArrayList<>();
        for (Obligation obligation : obligations) {
            if (obligation.cell != cell && !obligation.proof.isWithin(cell, cells)) {
                changed.add(obligation);
                before.add(obligation.proof);
                if (!prove(obligation, false)) {
                    for (int i = 0; i < changed.size(); i++) {
                        changed.get(i).proof = before.get(i);
                    }
                    return false;
                }
            }
        }
        return true;
    }
}
