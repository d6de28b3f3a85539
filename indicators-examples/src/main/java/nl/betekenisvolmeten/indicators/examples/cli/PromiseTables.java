package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * The tables of a progress report that follow up promises to the council: the results of supplementary organisations
 * (1082), and the money of programmes next to results (1004).
 */
final class PromiseTables {

    private static final ColumnName KIND = ColumnName.of("soort");

    private final Terminal terminal;
    private final Period about;
    private final Organisations organised;
    private final ProgrammeMoney money;
    private final List<Aggregator> kinds = new ArrayList<>();
    private final List<ProgrammeCosts> costs = new ArrayList<>();

    PromiseTables(Terminal terminal, Period about, Organisations organised, ProgrammeMoney money) {
        this.terminal = terminal;
        this.about = about;
        this.organised = organised;
        this.money = money;
    }

    /** Returns a taker of the rows of a format, whose indicators say what a result is. */
    RowTaker taker(FormatDefinition format, List<Indicator> indicators, Agreed known) {
        RowTaker taker = RowTaker.ofNothing();
        TableStructure structure = format.ruleSet().structure();
        TableStructure wider = organised.with(structure);
        if (!wider.equals(structure)) {
            ColumnName time = structure
                    .dimensions()
                    .get(structure.timeIndex().orElseThrow())
                    .name();
            Aggregator byKind = AggregationPlan.by(wider)
                    .withGroupings(
                            List.of(new Grouping.ByPeriod("period", time, about.kind()), new Grouping.ByColumn(KIND)))
                    .withSeries(ProgrammeCosts.counted(indicators).stream()
                            .<Series>map(Series.Total::of)
                            .toList())
                    .with(known)
                    .newAggregator();
            kinds.add(byKind);
            taker = taker.andThen(organised.around(structure, byKind));
        }
        if (!money.amounts().isEmpty()) {
            ProgrammeCosts own =
                    ProgrammeCosts.of(money, Optional.of(about), format, indicators, known, terminal.texts());
            costs.add(own);
            taker = taker.andThen(own.taker());
        }
        return taker;
    }

    /** Returns the tables by the names that the text of the report has for them. */
    Map<String, ProgressReport.OwnTable> tables() {
        Map<String, ProgressReport.OwnTable> tables = new HashMap<>();
        if (!kinds.isEmpty()) {
            tables.put("toezegging-1082", ofKinds());
        }
        if (!costs.isEmpty()) {
            List<ProgrammeCosts.Row> rows =
                    costs.stream().flatMap(own -> own.rows().stream()).toList();
            tables.put("toezegging-1004", new CostOutput(rows, terminal).summary());
        }
        return tables;
    }

    private ProgressReport.OwnTable ofKinds() {
        Texts texts = terminal.texts();
        List<List<String>> rows = new ArrayList<>();
        for (ResultTable result : kinds.stream().map(Aggregator::result).toList()) {
            for (ResultTable.Row row : result.rows()) {
                for (int i = 0; i < result.series().size() && row.key().get(0).equals(about.code()); i++) {
                    rows.add(List.of(
                            texts.of("promise.kind." + row.key().get(1)),
                            result.series().get(i),
                            TotalsOutput.figure(row.figures().get(i).value(), texts)));
                }
            }
        }
        return new ProgressReport.OwnTable(
                texts.of("promise.kinds"),
                List.of(texts.of("promise.kind"), texts.of("costs.measure"), texts.of("costs.result")),
                rows);
    }
}
