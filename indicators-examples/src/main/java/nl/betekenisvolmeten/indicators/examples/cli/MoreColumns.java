package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * Passes on rows with additional columns at the end.
 *
 * @param codes the codes of a row in the additional columns
 * @param possible the codes that rows with an error may have in them, by the codes that they may have in their own; any if
 *     empty
 * @param covered the codes that a total of an organisation covers in them, by its own; at least one each
 * @param to the taker of the rows
 */
record MoreColumns(
        Function<Observation, List<String>> codes,
        Function<List<Set<String>>, List<Set<String>>> possible,
        Function<List<Set<String>>, List<Set<String>>> covered,
        RowTaker to)
        implements RowTaker {

    private Observation wider(Observation row) {
        List<String> more = codes.apply(row);
        String[] all = new String[row.dimensions() + more.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < row.dimensions() ? row.code(i) : more.get(i - row.dimensions());
        }
        return row.withCodes(all);
    }

    @Override
    public void accept(Observation row) {
        to.accept(wider(row));
    }

    @Override
    public void accept(Observation row, Observation delivered) {
        to.accept(wider(row), wider(delivered));
    }

    @Override
    public void acceptRejected(RejectedRows rows) {
        to.acceptRejected(new RejectedRows(wider(rows.codes(), possible), rows.values(), rows.rows(), rows.number()));
    }

    @Override
    public void acceptTotal(OwnTotal total) {
        to.acceptTotal(new OwnTotal(wider(total.codes(), covered), total.values(), total.squares(), total.scope()));
    }

    private static List<Set<String>> wider(List<Set<String>> own, Function<List<Set<String>>, List<Set<String>>> more) {
        List<Set<String>> all = new ArrayList<>(own);
        all.addAll(more.apply(own));
        return all;
    }

    @Override
    public void refuse(Observation row) {
        to.refuse(wider(row));
    }
}
