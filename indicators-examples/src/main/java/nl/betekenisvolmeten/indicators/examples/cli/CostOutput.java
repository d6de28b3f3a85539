package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport;
import nl.betekenisvolmeten.indicators.model.CellValue;

/**
 * The money of programmes next to results, to be written.
 *
 * @param rows a row for each period, programme, district and result
 * @param terminal where people read
 */
record CostOutput(List<ProgrammeCosts.Row> rows, Terminal terminal) {

    private static final int CENTS = 2;

    /** The columns, with bounds of costs rounded outwards to cents. */
    static final OwnTable<ProgrammeCosts.Row> TABLE = columns();

    private static OwnTable<ProgrammeCosts.Row> columns() {
        OwnTable<ProgrammeCosts.Row> table = new OwnTable<ProgrammeCosts.Row>("costs.table.")
                .text("area", ProgrammeCosts.Row::district)
                .text("programme", ProgrammeCosts.Row::programme)
                .text("period", row -> row.period().code())
                .number("euro", row -> Optional.of(row.euro()))
                .number("organisations", row -> Optional.of(BigDecimal.valueOf(row.organisations())))
                .text("measure", row -> row.measure().value());
        figure(table, "result", ProgrammeCosts.Row::result);
        figure(table, "cost", row -> inCents(row.cost()));
        return table.text("reason", ProgrammeCosts.Row::reason);
    }

    private static void figure(
            OwnTable<ProgrammeCosts.Row> table, String name, Function<ProgrammeCosts.Row, CellValue> figure) {
        table.number(
                        name,
                        row -> figure.apply(row) instanceof CellValue.Incomplete part
                                ? part.sum()
                                : figure.apply(row).exact())
                .number(
                        name + "_lower",
                        row -> figure.apply(row) instanceof CellValue.Incomplete part
                                ? part.lower()
                                : figure.apply(row).lowerBound())
                .number(name + "_upper", row -> figure.apply(row).upperBound())
                .text(name + "_status", row -> figure.apply(row).status().code());
    }

    private static CellValue inCents(CellValue cost) {
        if (cost instanceof CellValue.Between between) {
            return CellValue.between(
                    between.lower().setScale(CENTS, RoundingMode.FLOOR),
                    between.upper().setScale(CENTS, RoundingMode.CEILING));
        }
        return cost.exact()
                .map(value -> CellValue.of(value.setScale(CENTS, RoundingMode.HALF_UP)))
                .orElse(cost);
    }

    void write(Kind kind, ResultOutput output) {
        ResultSheet sheet = TABLE.sheet(rows, terminal.texts().of("purpose", "compare"));
        output.write(kind, () -> sheet, sheet::writeCsv, sheet::writeJson, this::page);
    }

    private void page(PrintWriter out) {
        Texts texts = terminal.texts();
        ScreenTable table = new ScreenTable()
                .key(texts.of("column.area"))
                .key(texts.of("costs.programme"))
                .text(texts.of("costs.period"))
                .number(texts.of("costs.euro"))
                .text(texts.of("costs.measure"))
                .number(texts.of("costs.result"))
                .number(texts.of("costs.cost"));
        rows.forEach(row -> table.row(cells(row)));
        table.print(terminal, out);
        ScreenTable.paragraph(texts.of("costs.note"), 0, terminal, out);
    }

    private List<String> cells(ProgrammeCosts.Row row) {
        Texts texts = terminal.texts();
        return List.of(
                all(row.district(), "costs.allDistricts"),
                all(row.programme(), "costs.allProgrammes"),
                row.period().label(texts.language()),
                texts.number(row.euro()),
                row.measure().value(),
                TotalsOutput.figure(row.result(), texts),
                cost(row));
    }

    /** Returns the table of a report: each programme in all districts together, and all programmes in each district. */
    ProgressReport.OwnTable summary() {
        Texts texts = terminal.texts();
        return new ProgressReport.OwnTable(
                texts.of("costs.table.title"),
                Stream.of("area", "programme", "period", "euro", "measure", "result", "cost")
                        .map(name -> texts.of(name.equals("area") ? "column.area" : "costs." + name))
                        .toList(),
                rows.stream()
                        .filter(row -> row.programme().equals(ProgrammeCosts.ALL)
                                || row.district().equals(ProgrammeCosts.ALL))
                        .map(this::cells)
                        .toList());
    }

    private String all(String name, String key) {
        return name.equals(ProgrammeCosts.ALL) ? terminal.texts().of(key) : name;
    }

    private String cost(ProgrammeCosts.Row row) {
        String key = "costs.reason." + row.reason();
        return terminal.texts().has(key)
                ? terminal.texts().of(key)
                : TotalsOutput.figure(inCents(row.cost()), terminal.texts());
    }
}
