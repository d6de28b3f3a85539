package nl.betekenisvolmeten.indicators.formats.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.html.HtmlTable;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;

/** The findings of one rule on a web page. */
final class HtmlFindings {

    /** How many causes of one rule are listed. */
    private static final int MOST_ROWS = 20;

    private record Column(String key, String style, Function<FoldedFinding, String> text) {}

    private final Markup html;
    private final Words words;
    private final String anchors;
    private final List<Column> columns;

    HtmlFindings(Markup html, Words words, String anchors) {
        this.html = html;
        this.words = words;
        this.anchors = anchors;
        columns = List.of(
                new Column("html.column", "name", fold -> fold.column().orElse("")),
                new Column("html.value", "value", fold -> fold.value().orElse("")),
                new Column("html.meant", "value", words::suggestions),
                new Column("html.count", "number", fold -> words.number(fold.count())),
                new Column("html.rows.first", "rows", words::rows));
    }

    /** Where the findings of a rule are on the page. */
    static String anchor(String anchors, GroupView group) {
        return anchors + group.code() + "-" + style(group.severity());
    }

    static String style(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    void write(GroupView group) {
        Message message = words.message(group.first());
        String style = style(group.severity());
        html.open("section", "class", "finding " + style, "id", anchor(anchors, group))
                .own("\n");
        heading(group, message);
        FoldedFinding first = group.folds().get(0);
        boolean single = group.count() == 1;
        if (single && !words.place(first).isEmpty()) {
            html.element("p", words.place(first), "class", "place");
        }
        html.open("p").text(words.text(first, !single && (group.folds().size() > 1 || first.isExample())));
        if (single && !words.suggestions(first).isEmpty()) {
            html.text(" ").inline("strong", words.of("suggestions", words.suggestions(first)));
        }
        html.close("p");
        todo(message);
        if (!single) {
            places(group);
        }
        html.close("section");
    }

    private void heading(GroupView group, Message message) {
        html.open("h4").inline("span", words.severity(group.severity()), "class", "badge " + style(group.severity()));
        html.text(" " + message.title() + " ").inline("span", group.code().value(), "class", "code");
        if (group.count() > 1) {
            html.text(" ").inline("span", words.of("times", group.count()), "class", "times");
        }
        html.close("h4");
    }

    private void todo(Message message) {
        html.open("p", "class", "todo")
                .inline("strong", words.of("html.todo"))
                .text(" " + message.action())
                .close("p");
    }

    /** A table of the places. A column that would be empty is left out; without any place there is no table. */
    private void places(GroupView group) {
        List<FoldedFinding> shown = group.folds().stream().limit(MOST_ROWS).toList();
        List<Column> filled = columns.stream()
                .filter(column -> shown.stream()
                        .anyMatch(fold -> !column.text().apply(fold).isEmpty()))
                .toList();
        if (filled.size() < 2) {
            return;
        }
        HtmlTable table =
                new HtmlTable(html, words.of("html.places", group.code().value()));
        filled.forEach(column -> table.column(words.of(column.key()), column.style()));
        table.head();
        for (FoldedFinding fold : shown) {
            table.row(filled.stream().map(column -> column.text().apply(fold)).toList());
        }
        table.close();
        if (group.folds().size() > shown.size()) {
            html.element("p", words.of("html.places.more", group.folds().size() - shown.size()), "class", "muted");
        }
    }
}
