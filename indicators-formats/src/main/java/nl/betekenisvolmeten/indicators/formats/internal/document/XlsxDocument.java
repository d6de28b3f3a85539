package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxSheets;

/**
 * Writes the tables of a page as a workbook, a sheet each; the first sheet has the text of the page, which says who may
 * see it, and refers to the other sheets. A cell with one number is a number; another is the text of the page.
 */
final class XlsxDocument {

    private static final Pattern COUNT = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})*%?");

    private final List<List<String>> text = new ArrayList<>();
    private final List<Block.Table> tables = new ArrayList<>();

    private XlsxDocument() {}

    /**
     * Writes a page.
     *
     * @param page the page
     * @param out the destination; closed
     * @throws IOException if writing fails, or a table has more rows than a sheet can have
     */
    static void write(Page page, OutputStream out) throws IOException {
        XlsxDocument document = new XlsxDocument();
        page.blocks().forEach(document::block);
        document.line("", page.footer());
        boolean dutch = page.language() == Language.NL;
        try (XlsxSheets sheets = XlsxSheets.of(out, cell -> Optional.empty())) {
            sheets.sheet(
                    dutch ? "tekst" : "text", List.of(dutch ? "blad" : "sheet", dutch ? "tekst" : "text"), Set.of());
            for (List<String> line : document.text) {
                sheets.row(line);
            }
            int number = 0;
            for (Block.Table table : document.tables) {
                number++;
                sheets.sheet(
                        name(number, table),
                        table.columns().stream().map(Block.Column::name).toList(),
                        Set.of());
                for (List<List<Run>> row : table.rows()) {
                    List<Optional<BigDecimal>> numbers = new ArrayList<>();
                    for (int i = 0; i < row.size(); i++) {
                        numbers.add(table.columns().get(i).number() ? number(row.get(i)) : Optional.empty());
                    }
                    sheets.row(row.stream().map(XlsxDocument::text).toList(), numbers);
                }
            }
        }
    }

    /** Returns the number of a table with the first sentence of its caption; the workbook shortens it. */
    private static String name(int number, Block.Table table) {
        return number + " " + table.caption().split("\\. ", 2)[0];
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private void line(String sheet, String line) {
        text.add(List.of(sheet, line));
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            line("", text(heading.runs()));
        } else if (block instanceof Block.Paragraph paragraph) {
            line("", text(paragraph.runs()));
        } else if (block instanceof Block.Items items) {
            items.items().forEach(item -> line("", text(item)));
        } else if (block instanceof Block.Terms terms) {
            terms.terms().forEach(term -> line("", term.name() + ": " + term.text()));
        } else if (block instanceof Block.Table table) {
            tables.add(table);
            line(Integer.toString(tables.size()), table.caption());
        } else if (block instanceof Block.Chart chart && !chart.text().isEmpty()) {
            line("", chart.title() + ". " + chart.text());
        } else if (block instanceof Block.Group group) {
            group.blocks().forEach(this::block);
        } else if (block instanceof Block.Details details) {
            line("", details.summary());
            details.blocks().forEach(this::block);
        }
    }

    /** Returns the number that a cell holds, in full; empty if it holds something else. */
    private static Optional<BigDecimal> number(List<Run> runs) {
        Run run = runs.size() == 1 ? runs.get(0) : new Run.Text("");
        if (run instanceof Run.Figure figure) {
            return figure.cell().value().map(XlsxDocument::inFull);
        }
        if (run instanceof Run.NumberCell number) {
            return number.value().map(XlsxDocument::inFull);
        }
        if (run instanceof Run.Count && COUNT.matcher(run.text()).matches()) {
            BigDecimal count = new BigDecimal(run.text().replaceAll("[.,%]", ""));
            return Optional.of(run.text().endsWith("%") ? count.movePointLeft(2) : count);
        }
        return Optional.empty();
    }

    private static BigDecimal inFull(BigDecimal number) {
        return new BigDecimal(Numbers.text(number));
    }
}
