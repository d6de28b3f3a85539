package nl.betekenisvolmeten.indicators.formats.internal.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that becomes a list of cards on a narrow screen. Its roles are written explicitly, as browsers drop them when
 * a table is laid out differently; each cell then shows the name of its column.
 */
public final class HtmlTable {

    private record Column(String name, String style) {}

    private final Markup html;
    private final boolean numbers;
    private final List<Column> columns = new ArrayList<>();

    /**
     * Begins a table.
     *
     * @param html the destination
     * @param caption its subject
     */
    public HtmlTable(Markup html, String caption) {
        this(html, caption, false);
    }

    /**
     * Begins a table.
     *
     * @param html the destination
     * @param caption its subject
     * @param numbers whether all columns but the first hold numbers: the table then says so once instead of in each
     *     cell
     */
    public HtmlTable(Markup html, String caption, boolean numbers) {
        this.html = html;
        this.numbers = numbers;
        html.open("table", "role", "table", "class", numbers ? "numbers" : "plain")
                .own("\n")
                .element("caption", caption);
    }

    /**
     * Adds a column, before {@link #head}.
     *
     * @param name its heading
     * @param style the classes of its cells, such as {@code number}
     */
    public void column(String name, String style) {
        columns.add(new Column(name, style));
    }

    /** Writes the headings. */
    public void head() {
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (Column column : columns) {
            html.inline("th", column.name(), "scope", "col", "role", "columnheader", "class", column.style());
        }
        html.own("</tr>").close("thead").open("tbody", "role", "rowgroup").own("\n");
    }

    /**
     * Writes a row.
     *
     * @param texts a text for each column; escaped
     */
    public void row(List<String> texts) {
        row(texts, "");
    }

    /**
     * Writes a row with a picture before the text of its last cell.
     *
     * @param texts a text for each column; escaped
     * @param picture trusted markup made by this library
     */
    public void row(List<String> texts, String picture) {
        List<String> cells = new ArrayList<>();
        texts.forEach(text -> cells.add(new Markup().text(text).toString()));
        write(cells, picture);
    }

    /**
     * Writes a row.
     *
     * @param cells trusted markup made by this library for each column
     */
    public void markup(List<String> cells) {
        write(cells, "");
    }

    private void write(List<String> cells, String picture) {
        html.open("tr", "role", "row");
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            boolean number = column.style().equals("number");
            if (column.style().isEmpty() || (numbers && number)) {
                html.open("td", "role", "cell", "data-label", column.name());
            } else {
                html.open("td", "role", "cell", "class", column.style(), "data-label", column.name());
            }
            if (i == cells.size() - 1 && !picture.isEmpty()) {
                html.own(picture).own(" ");
            }
            if (number) {
                html.own(cells.get(i)).own("</td>");
            } else {
                html.open("bdi").own(cells.get(i)).own("</bdi></td>");
            }
        }
        html.close("tr");
    }

    /** Ends the table. */
    public void close() {
        html.close("tbody").close("table");
    }
}
