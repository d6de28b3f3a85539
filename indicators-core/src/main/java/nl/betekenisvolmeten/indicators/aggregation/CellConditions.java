package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a cell holds: those of an area, of a period, and with some codes. A wijk and the stadsdeel around it are both
 * an area, a quarter and its year both a period, so that one cell can be seen to lie in another.
 */
final class CellConditions {

    private static final String YEAR = "[0-9]{4}";

    /** How one cell lies to another. */
    enum Relation {
        /** They hold the same rows. */
        SAME,
        /** The one lies in the other. */
        FINER,
        /** The other lies in the one. */
        COARSER,
        /** Neither, or they have no rows in common. */
        OTHER;

        private Relation and(Relation more) {
            return more == SAME || more == this ? this : this == SAME ? more : OTHER;
        }
    }

    private final TableStructure structure;
    private Optional<AreaCode> area = Optional.empty();
    private Optional<AreaHierarchy> areas = Optional.empty();
    private Optional<Period> period = Optional.empty();
    private final Map<ColumnName, Set<String>> codes = new TreeMap<>();

    private CellConditions(TableStructure structure) {
        this.structure = structure;
    }

    /** Returns the conditions of an agreement; empty when one of them is not about a column, an area or a period. */
    static Optional<CellConditions> of(TableStructure structure, Map<String, String> where) {
        CellConditions conditions = new CellConditions(structure);
        for (Map.Entry<String, String> one : where.entrySet()) {
            if (!conditions.add(one.getKey(), one.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(conditions);
    }

    /** Returns the conditions of a group in which only some rows count. */
    static CellConditions of(AggregationPlan plan, List<String> key, Selection where) {
        CellConditions conditions = new CellConditions(plan.structure());
        for (int i = 0; i < key.size(); i++) {
            conditions.add(plan.dimension(plan.groupings().get(i)), key.get(i));
        }
        where.codes().forEach((column, values) -> {
            if (values.size() == 1) {
                conditions.add(conditions.dimension(column), values.iterator().next());
            } else {
                conditions.codes.put(column, values);
            }
        });
        return conditions;
    }

    private Dimension dimension(ColumnName column) {
        return structure.dimensions().get(structure.dimensionIndex(column).orElseThrow());
    }

    private boolean add(String name, String code) {
        if (ColumnName.isValid(name)
                && structure.dimensionIndex(ColumnName.of(name)).isPresent()) {
            add(dimension(ColumnName.of(name)), code);
            return true;
        }
        Optional<Period> when = Period.parseCode(code.matches(YEAR) ? code + "JJ00" : code);
        if (when.isPresent() && structure.timeIndex().isPresent()) {
            during(when.get());
            return true;
        }
        for (Dimension dimension : structure.dimensions()) {
            if (dimension instanceof Dimension.Place place) {
                Optional<AreaCode> found = AreaCode.parse(code)
                        .filter(known -> place.areas().find(known).isPresent());
                found.ifPresent(known -> in(place, known));
                return found.isPresent();
            }
        }
        return false;
    }

    private void add(Dimension dimension, String code) {
        if (dimension instanceof Dimension.Place place) {
            Optional<AreaCode> found = place.code(code)
                    .or(() -> AreaCode.parse(code)
                            .filter(known -> place.areas().find(known).isPresent()));
            if (found.isPresent()) {
                in(place, found.get());
                return;
            }
        }
        Optional<Period> when = dimension instanceof Dimension.Time ? Period.parseCode(code) : Optional.empty();
        when.ifPresent(this::during);
        if (when.isEmpty()) {
            codes.put(dimension.name(), Set.of(code));
        }
    }

    /** Restricts the cell to an area: the smallest one counts, and the only municipality restricts nothing. */
    private void in(Dimension.Place place, AreaCode code) {
        areas = Optional.of(place.areas());
        boolean all = code.level() == AreaLevel.GEMEENTE
                && place.areas().areas(AreaLevel.GEMEENTE).size() == 1;
        if (!all && area.map(known -> code.level().compareTo(known.level()) < 0).orElse(true)) {
            area = Optional.of(code);
        }
    }

    private void during(Period when) {
        if (period.map(known -> known.contains(when)).orElse(true)) {
            period = Optional.of(when);
        }
    }

    /**
     * Returns how this cell lies to that of an agreement.
     *
     * @param over the dimension whose codes are the parts: it does not matter, as each part lies in a cell or does not
     */
    Relation to(CellConditions other, Dimension over) {
        Relation relation = Relation.SAME;
        if (!(over instanceof Dimension.Place)) {
            relation = relation.and(relation(area.orElse(null), other.area.orElse(null), this::holds));
        }
        if (!(over instanceof Dimension.Time)) {
            relation = relation.and(relation(period.orElse(null), other.period.orElse(null), Period::contains));
        }
        Map<ColumnName, Set<String>> all = new HashMap<>(codes);
        other.codes.forEach(all::putIfAbsent);
        for (ColumnName column : all.keySet()) {
            if (!column.equals(over.name())) {
                relation = relation.and(relation(codes.get(column), other.codes.get(column), Set::containsAll));
            }
        }
        return relation;
    }

    private boolean holds(AreaCode outer, AreaCode inner) {
        return outer.equals(inner)
                || areas.orElseThrow()
                        .ancestor(inner, outer.level())
                        .filter(outer::equals)
                        .isPresent();
    }

    /** Returns how a condition lies to another; one that is not there holds everything. */
    private static <T> Relation relation(@Nullable T own, @Nullable T theirs, BiPredicate<T, T> holds) {
        boolean over = own == null || (theirs != null && holds.test(own, theirs));
        boolean under = theirs == null || (own != null && holds.test(theirs, own));
        if (over) {
            return under ? Relation.SAME : Relation.COARSER;
        }
        return under ? Relation.FINER : Relation.OTHER;
    }

    /**
     * Returns whether everyone in the cell came there for the first time in the cell: it begins when the persons' period
     * does, and holds all rows of the places in it.
     */
    boolean holdsFirstTimes(Measure.FirstIn firstIn) {
        Optional<AreaLevel> level = structure.dimensions().stream()
                .filter(dimension -> firstIn.at().contains(dimension.name()))
                .flatMap(dimension ->
                        dimension instanceof Dimension.Place place ? Stream.of(place.level()) : Stream.empty())
                .min(Comparator.naturalOrder());
        return codes.isEmpty()
                && area.map(AreaCode::level).equals(level)
                && period.filter(own -> own.kind().months() <= firstIn.length().months())
                        .filter(own -> own.rollUp(firstIn.length()).firstDay().equals(own.firstDay()))
                        .isPresent();
    }

    /** Returns the groupings by which the cell is a group of its own. */
    List<Grouping> groupings() {
        List<Grouping> groupings = new ArrayList<>();
        area.flatMap(known -> structure
                        .place(known.level())
                        .map(place -> new Grouping.ByArea("own area", place.name(), known.level())))
                .ifPresent(groupings::add);
        period.ifPresent(known -> groupings.add(new Grouping.ByPeriod(
                "own period",
                structure.dimensions().get(structure.timeIndex().orElseThrow()).name(),
                known.kind())));
        codes.keySet().forEach(column -> groupings.add(new Grouping.ByColumn(column)));
        return groupings;
    }

    /** Returns the key of the cell among the groups of its groupings. */
    List<String> key() {
        List<String> key = new ArrayList<>();
        area.ifPresent(known -> key.add(known.value()));
        period.ifPresent(known -> key.add(known.code()));
        codes.values().forEach(values -> key.add(String.join(",", values)));
        return key;
    }
}
