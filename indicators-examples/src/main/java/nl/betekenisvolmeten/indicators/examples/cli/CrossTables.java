package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.report.ComparisonReport.CrossTable;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** The tables by category and area that sets of indicators ask for, made while deliveries are read. */
final class CrossTables {

    private final AreaLevel level;
    private final PopulationOption population;
    private final List<Supplier<CrossTable>> tables = new ArrayList<>();

    CrossTables(AreaLevel level, PopulationOption population) {
        this.level = level;
        this.population = population;
    }

    /** Returns a taker that adds up the rows of a form. */
    RowTaker taker(FormatDefinition format, Lookup lookup) {
        TableStructure structure = format.ruleSet().structure();
        AreaHierarchy areas = Lookup.areas(structure);
        Population people = population.of(structure, level, lookup);
        List<Indicator> fed = lookup.indicatorsFedBy(format);
        RowTaker all = RowTaker.ofNothing();
        for (IndicatorSet set : lookup.indicatorSets()) {
            List<Indicator> own =
                    set.indicators().stream().filter(fed::contains).toList();
            for (ColumnName column : set.crossTables()) {
                Optional<Codelist> codes = format.column(column).flatMap(CrossTables::codes);
                if (codes.isPresent() && !own.isEmpty()) {
                    Aggregator totals =
                            CrossTable.plan(structure, level, column, own).newAggregator();
                    tables.add(() -> new CrossTable(areas, codes.get(), own, totals.result(), people));
                    all = all.andThen(totals);
                }
            }
        }
        return all;
    }

    private static Optional<Codelist> codes(Column column) {
        return column.rule().type() instanceof ColumnType.Code code ? Optional.of(code.codes()) : Optional.empty();
    }

    /** Returns the tables of all rows that were read. */
    List<CrossTable> tables() {
        return tables.stream().map(Supplier::get).toList();
    }
}
