package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that becomes a list of cards on a narrow screen. Its roles are written out, as browsers forget them when a table is
 * laid out as something else; each cell then shows the name of its column.
 */
final class HtmlTable {

    private record Column(String name, String style) {}

    private final Markup html;
    private final List<Column> columns = new ArrayList<>();

    HtmlTable(Markup html, String caption) {
        this.html = html;
        html.open("table", "role", "table").own("\n").element("caption", caption);
    }

    void column(String name, String style) {
        columns.add(new Column(name, style));
    }

    void head() {
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (Column column : columns) {
            html.inline("th", column.name(), "scope", "col", "role", "columnheader", "class", column.style());
        }
        html.own("</tr>").close("thead").open("tbody", "role", "rowgroup").own("\n");
    }

    void row(List<String> texts) {
        html.open("tr", "role", "row");
        for (int i = 0; i < texts.size(); i++) {
            Column column = columns.get(i);
            html.open("td", "role", "cell", "class", column.style(), "data-label", column.name());
            html.inline("bdi", texts.get(i)).own("</td>");
        }
        html.close("tr");
    }

    void close() {
        html.close("tbody").close("table");
    }
}
