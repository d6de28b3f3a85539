package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.formats.report.Cell.UnknownCellException.Reason;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/** Which rows fall in a cell: by an area, a period and codes of other columns. */
final class CellScope {

    private static final Map<String, AreaLevel> LEVELS = Map.of(
            "wijk", AreaLevel.WIJK,
            "stadsdeel", AreaLevel.STADSDEEL,
            "gemeente", AreaLevel.GEMEENTE,
            "stad", AreaLevel.GEMEENTE,
            "regio", AreaLevel.REGIO);

    private static final List<String> PERIODS = List.of("periode", "jaar", "halfjaar", "kwartaal");

    /** One condition: the codes of a column that fall in the cell, each judged once. */
    private static final class Condition {
        private final int dimension;
        private final Predicate<String> falls;
        private final Map<String, Boolean> known = new HashMap<>();

        Condition(int dimension, Predicate<String> falls) {
            this.dimension = dimension;
            this.falls = falls;
        }

        boolean holds(Observation row) {
            return known.computeIfAbsent(
                    row.code(dimension), code -> PossibleCodes.of(code).stream().anyMatch(falls));
        }
    }

    private final TableStructure structure;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Grouping> groupings = new ArrayList<>();
    private final List<String> key = new ArrayList<>();
    private final Map<ColumnName, Set<String>> where = new TreeMap<>();
    private Optional<Area> area = Optional.empty();
    private Optional<Period> period = Optional.empty();
    private boolean others;

    private CellScope(TableStructure structure) {
        this.structure = structure;
    }

    static CellScope of(Cell cell, TableStructure structure) {
        CellScope scope = new CellScope(structure);
        cell.where().forEach(scope::add);
        return scope;
    }

    private void add(String name, String value) {
        AreaLevel level = LEVELS.get(name);
        if (level != null && (structure.place(level).isPresent() || !columns().contains(name))) {
            addArea(name, level, value);
        } else if (PERIODS.contains(name)) {
            addPeriod(name, value);
        } else {
            addCode(name, value);
        }
    }

    private void addArea(String name, AreaLevel level, String value) {
        Dimension.Place place =
                structure.place(level).orElseThrow(() -> new Cell.UnknownCellException(Reason.COLUMN, name, columns()));
        if (place.residuals().find(value).isPresent()
                && place.area(value, level).isEmpty()) {
            addResidual(place, level, value);
            return;
        }
        Area found = AreaCode.parse(value)
                .filter(code -> code.level() == level)
                .flatMap(place.areas()::find)
                .or(() -> place.areas().findByName(level, value))
                .filter(any -> area.isEmpty())
                .orElseThrow(() -> new Cell.UnknownCellException(
                        Reason.AREA,
                        value,
                        AreaHierarchy.nearest(value, place.areas().areas(level), 3).stream()
                                .map(Area::name)
                                .toList()));
        area = Optional.of(found);
        groupings.add(new Grouping.ByArea("area", place.name(), level));
        key.add(found.code().value());
        conditions.add(new Condition(
                structure.dimensionIndex(place.name()).orElseThrow(),
                code -> place.area(code, level).equals(Optional.of(found.code()))));
    }

    /** Adds the condition of a residual code: rows without an area of the level are a group of their own. */
    private void addResidual(Dimension.Place place, AreaLevel level, String code) {
        others = true;
        groupings.add(new Grouping.ByArea("area", place.name(), level));
        key.add(code);
        conditions.add(new Condition(structure.dimensionIndex(place.name()).orElseThrow(), code::equals));
    }

    private void addPeriod(String name, String value) {
        int time =
                structure.timeIndex().orElseThrow(() -> new Cell.UnknownCellException(Reason.COLUMN, name, columns()));
        Period found = Period.read(value)
                .map(Period.Read::period)
                .filter(any -> period.isEmpty())
                .orElseThrow(() -> new Cell.UnknownCellException(Reason.PERIOD, value, List.of()));
        period = Optional.of(found);
        ColumnName column = structure.dimensions().get(time).name();
        groupings.add(new Grouping.ByPeriod("period", column, found.kind()));
        key.add(found.code());
        conditions.add(new Condition(
                time, code -> Period.parseCode(code).map(found::contains).orElse(false)));
    }

    private void addCode(String name, String value) {
        int dimension = Optional.of(name)
                .filter(ColumnName::isValid)
                .map(valid -> structure.dimensionIndex(ColumnName.of(valid)))
                .filter(index -> index.isPresent())
                .orElseThrow(() -> new Cell.UnknownCellException(Reason.COLUMN, name, columns()))
                .getAsInt();
        others = true;
        if (structure.dimensions().get(dimension) instanceof Dimension.Category) {
            where.put(ColumnName.of(name), Set.of(value));
        } else {
            groupings.add(new Grouping.ByColumn(ColumnName.of(name)));
            key.add(value);
        }
        conditions.add(new Condition(dimension, value::equals));
    }

    private List<String> columns() {
        return structure.dimensions().stream().map(one -> one.name().value()).toList();
    }

    /** Returns the groupings of the cell's table. */
    List<Grouping> groupings() {
        return groupings;
    }

    /** Returns the key of the cell's row in that table. */
    String[] key() {
        return key.toArray(String[]::new);
    }

    /** Returns the categories of the rows that count; if there are only rows of other categories, a total is zero. */
    Map<ColumnName, Set<String>> where() {
        return where;
    }

    Optional<Area> area() {
        return area;
    }

    Optional<Period> period() {
        return period;
    }

    /** Returns whether there are conditions other than an area and a period. */
    boolean hasOthers() {
        return others;
    }

    boolean contains(Observation row) {
        return conditions.stream().allMatch(condition -> condition.holds(row));
    }

    /** Returns whether a row that may have several codes may be outside the cell. */
    boolean isDoubtful(Observation row) {
        return conditions.stream()
                .anyMatch(condition -> !PossibleCodes.of(row.code(condition.dimension)).stream()
                        .allMatch(condition.falls));
    }

    /** Returns whether rows with an error may be in the cell. */
    boolean mayContain(RejectedRows rows) {
        return mayBeOfLength(rows)
                && conditions.stream().allMatch(condition -> {
                    Set<String> codes = rows.codes().get(condition.dimension);
                    return codes.isEmpty()
                            ? mayLieInArea(condition.dimension, rows)
                            : codes.stream().anyMatch(condition.falls);
                });
    }

    /**
     * Returns whether a row may lie in the area: without a known area in a column, it may lie in any that fits the
     * areas of other columns.
     */
    private boolean mayLieInArea(int dimension, RejectedRows rows) {
        if (area.isEmpty() || !(structure.dimensions().get(dimension) instanceof Dimension.Place own)) {
            return true;
        }
        AreaCode asked = area.get().code();
        for (int d = 0; d < structure.dimensions().size(); d++) {
            Set<String> codes = rows.codes().get(d);
            if (structure.dimensions().get(d) instanceof Dimension.Place other && !codes.isEmpty()) {
                boolean fits = codes.stream()
                        .map(other::code)
                        .anyMatch(code -> code.isEmpty()
                                || own.areas().isWithin(code.get(), asked)
                                || own.areas().isWithin(asked, code.get()));
                if (!fits) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns whether rows with an error can be in the cell's table. */
    private boolean mayBeOfLength(RejectedRows rows) {
        Set<String> times = structure.timeIndex().isPresent()
                ? rows.codes().get(structure.timeIndex().getAsInt())
                : Set.of();
        return period.isEmpty()
                || times.isEmpty()
                || times.stream()
                        .flatMap(code -> Period.parseCode(code).stream())
                        .anyMatch(one ->
                                one.kind().months() <= period.get().kind().months());
    }

    /** Returns whether a row can be in the cell's table: a row of a year cannot be in a table of quarters. */
    boolean fits(Observation row) {
        return period.isEmpty()
                || Period.parseCode(row.code(structure.timeIndex().orElseThrow()))
                        .map(one -> one.kind().months() <= period.get().kind().months())
                        .orElse(false);
    }
}
