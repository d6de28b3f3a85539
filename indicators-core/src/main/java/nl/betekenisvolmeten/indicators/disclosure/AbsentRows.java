package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Breakdown;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Rows that are known to be missing, and the cells that they may belong to: no figure in these cells is shown as complete,
 * not even a zero. What is hidden does not depend on them.
 */
final class AbsentRows {

    private final CountedCells counted;
    private final TableStructure structure;
    private final List<Breakdown> breakdowns;
    private final BitSet cells = new BitSet();

    private AbsentRows(CountedCells counted, TableStructure structure) {
        this.counted = counted;
        this.structure = structure;
        breakdowns = counted.plan().breakdowns();
    }

    static AbsentRows of(CountedCells counted, TableStructure structure, List<RejectedRows> rows) {
        AbsentRows absent = new AbsentRows(counted, structure);
        for (RejectedRows kind : rows.stream().map(absent::kind).distinct().toList()) {
            IntStream.range(0, counted.tables().cells())
                    .filter(cell -> !absent.cells.get(cell) && absent.mayBeIn(kind, cell))
                    .forEach(absent.cells::set);
        }
        return absent;
    }

    /** Returns whether missing rows may belong to a cell. */
    boolean mayBeIn(int cell) {
        return cells.get(cell);
    }

    /** Returns rows with codes only in the columns that cells are about. */
    private RejectedRows kind(RejectedRows rows) {
        List<Set<String>> codes = new ArrayList<>();
        for (int i = 0; i < structure.dimensions().size(); i++) {
            Dimension dimension = structure.dimensions().get(i);
            boolean asked = dimension instanceof Dimension.Place
                    || dimension instanceof Dimension.Time
                    || breakdowns.stream().anyMatch(one -> one.column().equals(dimension.name()));
            codes.add(asked ? rows.codes().get(i) : Set.of());
        }
        return new RejectedRows(codes, List.of(), 0, OptionalLong.empty());
    }

    private boolean mayBeIn(RejectedRows kind, int cell) {
        Set<String> times = kind.codes().get(structure.timeIndex().orElseThrow());
        return kind.mayLieIn(structure, counted.area(cell).code())
                && (times.isEmpty() || times.stream().anyMatch(time -> isAbout(time, counted.period(cell))))
                && IntStream.range(0, breakdowns.size())
                        .allMatch(i -> mayHave(
                                kind, breakdowns.get(i), counted.codes(cell).get(i)));
    }

    private static boolean isAbout(String time, Period period) {
        return Period.parseCode(time)
                .map(own -> period.contains(own) || own.contains(period))
                .orElse(true);
    }

    private boolean mayHave(RejectedRows kind, Breakdown breakdown, String code) {
        return code.equals(PublicationPlan.TOTAL)
                || kind.mayBe(structure.dimensionIndex(breakdown.column()).orElseThrow(), code);
    }
}
