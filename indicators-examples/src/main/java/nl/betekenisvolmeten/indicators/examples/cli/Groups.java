package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Rows compared by a column other than their area: its codes replace the areas, and all codes together replace the
 * city. Persons are no longer known by area and year, so that their bounds may be wider than those of areas.
 *
 * @param structure the columns of the rows with the groups
 * @param column the index of the column
 */
record Groups(TableStructure structure, int column) {

    /** The level at which groups are compared. */
    static final AreaLevel LEVEL = AreaLevel.STADSDEEL;

    private static final ColumnName GROUP = ColumnName.of("vergeleken_groep");
    private static final AreaCode ALL = AreaCode.of("GM0000");

    /** Returns the columns by which rows can be compared. */
    static List<String> comparable(TableStructure structure) {
        return structure.dimensions().stream()
                .filter(dimension -> dimension instanceof Dimension.Reporter || dimension instanceof Dimension.Category)
                .map(dimension -> dimension.name().value())
                .filter(name -> !name.equals("activiteit") && !name.equals("leeftijdsgroep"))
                .toList();
    }

    static Groups of(TableStructure structure, ColumnName column, Set<String> codes, UnaryOperator<String> names) {
        List<Area> areas = new ArrayList<>(List.of(Area.of(ALL, "alle")));
        codes.forEach(code -> areas.add(Area.of(AreaCode.ofGroup(code), names.apply(code), ALL)));
        AreaHierarchy groups = AreaHierarchy.of("groepen", 2026, areas);
        List<Dimension> dimensions = structure.dimensions().stream()
                .map(dimension ->
                        dimension instanceof Dimension.Place ? Dimension.Category.of(dimension.name()) : dimension)
                .collect(Collectors.toCollection(ArrayList::new));
        dimensions.add(new Dimension.Place(GROUP, groups, LEVEL, false));
        List<Measure> measures =
                structure.measures().stream().map(Groups::anywhere).toList();
        return new Groups(
                new TableStructure(dimensions, measures, structure.key()),
                structure.dimensionIndex(column).orElseThrow());
    }

    /** Returns a measure without addition within a stadsdeel and a year, which does not hold within a group. */
    private static Measure anywhere(Measure measure) {
        return measure instanceof Measure.Distinct persons
                ? new Measure.Distinct(
                        persons.name(),
                        persons.partitioned(),
                        Optional.empty(),
                        Optional.empty(),
                        persons.unnamed(),
                        Optional.empty())
                : measure;
    }

    /** Returns a taker that adds groups to rows and passes them on. */
    RowTaker around(RowTaker to) {
        return new MoreColumns(row -> List.of(group(row.code(column))), this::groups, this::groups, to);
    }

    private List<Set<String>> groups(List<Set<String>> codes) {
        return List.of(codes.get(column).stream().map(Groups::group).collect(Collectors.toSet()));
    }

    private static String group(String code) {
        return AreaCode.ofGroup(code).value();
    }
}
