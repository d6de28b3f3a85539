package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Breakdown;
import nl.betekenisvolmeten.indicators.model.AreaCode;
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
        Set<List<Set<String>>> kinds = new HashSet<>();
        rows.forEach(one -> kinds.add(absent.kind(one)));
        for (List<Set<String>> kind : kinds) {
            IntStream.range(0, counted.tables().cells())
                    .filter(cell -> !absent.cells.get(cell) && absent.mayBeIn(kind, cell))
                    .forEach(absent.cells::set);
        }
        return absent;
    }

    /** Returns whether rows that are missing may belong to a cell. */
    boolean mayBeIn(int cell) {
        return cells.get(cell);
    }

    /** Returns the codes that rows may have in the columns that cells are about; none elsewhere. */
    private List<Set<String>> kind(RejectedRows rows) {
        List<Set<String>> codes = new ArrayList<>();
        for (int i = 0; i < structure.dimensions().size(); i++) {
            Dimension dimension = structure.dimensions().get(i);
            boolean asked = dimension instanceof Dimension.Place
                    || dimension instanceof Dimension.Time
                    || breakdowns.stream().anyMatch(one -> one.column().equals(dimension.name()));
            codes.add(asked ? rows.codes().get(i) : Set.of());
        }
        return codes;
    }

    private boolean mayBeIn(List<Set<String>> kind, int cell) {
        return IntStream.range(0, kind.size())
                .allMatch(i -> kind.get(i).isEmpty()
                        || kind.get(i).stream()
                                .anyMatch(code -> isAbout(structure.dimensions().get(i), code, cell)));
    }

    private boolean isAbout(Dimension dimension, String code, int cell) {
        if (dimension instanceof Dimension.Place place) {
            AreaCode area = counted.area(cell).code();
            return place.code(code)
                    .map(own -> place.areas().isWithin(own, area) || place.areas().isWithin(area, own))
                    .orElse(true);
        }
        if (dimension instanceof Dimension.Time) {
            Period period = counted.period(cell);
            return Period.parseCode(code)
                    .map(own -> period.contains(own) || own.contains(period))
                    .orElse(true);
        }
        for (int i = 0; i < breakdowns.size(); i++) {
            if (breakdowns.get(i).column().equals(dimension.name())) {
                String own = counted.codes(cell).get(i);
                return own.equals(PublicationPlan.TOTAL) || own.equals(code);
            }
        }
        return true;
    }
}
