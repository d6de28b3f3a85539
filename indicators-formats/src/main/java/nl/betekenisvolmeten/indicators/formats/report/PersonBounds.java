package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.aggregation.Selection;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Bound;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Role;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Says what numbers of persons follow from: first visits in a year, new persons, or the rows alone. */
final class PersonBounds {

    private final List<FigureMaker.Wanted> wanted;
    /** Additional totals: for each total of persons its first visits, then its new persons, as far as there are any. */
    private final List<Series> more = new ArrayList<>();

    private final Map<Role, BigDecimal> sums = new EnumMap<>(Role.class);

    private PersonBounds(List<FigureMaker.Wanted> wanted) {
        this.wanted = wanted;
    }

    static PersonBounds of(List<FigureMaker.Wanted> wanted, TableStructure structure) {
        PersonBounds all = new PersonBounds(wanted);
        for (FigureMaker.Wanted one : wanted) {
            for (Measure measure : structure.measures()) {
                if (measure instanceof Measure.Distinct persons) {
                    persons.firstIn()
                            .filter(first -> first.among().equals(one.of().column()))
                            .ifPresent(any -> all.add(one, "first", measure.name()));
                    persons.newTo()
                            .filter(to -> to.among().equals(one.of().column()))
                            .ifPresent(any -> all.add(one, "new", measure.name()));
                }
            }
        }
        return all;
    }

    private void add(FigureMaker.Wanted one, String kind, ColumnName measure) {
        more.add(new Series.Total(
                kind + " " + wanted.indexOf(one), measure, Selection.of(one.of().where())));
    }

    /** Returns the totals wanted, and those that this needs. */
    List<Series> and(List<Series> series) {
        List<Series> all = new ArrayList<>(series);
        all.addAll(more);
        return all;
    }

    /** Adds the numbers of a row. */
    void add(Map<Role, CellValue> counted) {
        counted.forEach((role, value) -> value.upperBound().ifPresent(most -> sums.merge(role, most, BigDecimal::add)));
    }

    /**
     * Returns what a total of persons follows from; nothing for another total, and for one without a lower bound.
     *
     * @param overQuarters whether the total is over more than one quarter
     */
    Set<Bound> bounds(int index, CellValue value, ResultTable.Row row, boolean overQuarters) {
        Set<Bound> bounds = EnumSet.noneOf(Bound.class);
        Optional<BigDecimal> first = figure("first " + index, row).flatMap(CellValue::exact);
        boolean ofFirst = first.isPresent()
                && value.least()
                        .filter(least -> least.compareTo(first.get()) == 0)
                        .isPresent();
        if (value instanceof CellValue.Known && ofFirst) {
            bounds.add(Bound.FIRST_VISITS);
        }
        if (value instanceof CellValue.Between between) {
            boolean later = overQuarters
                    && figure("new " + index, row)
                            .flatMap(CellValue::least)
                            .filter(least -> least.signum() > 0)
                            .isPresent();
            bounds.add(ofFirst ? Bound.AT_LEAST_FIRST_VISITS : Bound.AT_LEAST_REPEATED);
            if (!ofFirst && later) {
                bounds.add(Bound.AT_LEAST_NEW);
            }
            BigDecimal sum = sums.getOrDefault(wanted.get(index).role(), BigDecimal.ZERO);
            bounds.add(between.upper().compareTo(sum) < 0 ? Bound.AT_MOST_KNOWN : Bound.AT_MOST_SUM);
        }
        return bounds;
    }

    private Optional<CellValue> figure(String name, ResultTable.Row row) {
        for (int i = 0; i < more.size(); i++) {
            if (more.get(i).name().equals(name)) {
                return Optional.of(row.figures().get(wanted.size() + i).value());
            }
        }
        return Optional.empty();
    }
}
