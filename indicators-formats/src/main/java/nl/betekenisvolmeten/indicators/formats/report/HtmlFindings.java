package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;

/** The findings of one rule on a web page. */
final class HtmlFindings {

    /** How many causes of one rule are listed. */
    private static final int MOST_ROWS = 20;

    private record Column(String key, String style, Function<FoldedFinding, String> text) {}

    private final Words words;
    private final String anchors;
    private final List<Column> columns;

    HtmlFindings(Words words, String anchors) {
        this.words = words;
        this.anchors = anchors;
        columns = List.of(
                new Column("html.column", "name", fold -> fold.column().orElse("")),
                new Column("html.value", "value", fold -> fold.value().orElse("")),
                new Column("html.meant", "value", words::suggestions),
                new Column("html.count", "number", fold -> words.number(fold.count())),
                new Column("html.rows.first", "rows", words::rows));
    }

    /** Returns the id of the findings of a rule. */
    String anchor(GroupView group) {
        return anchors + group.code() + "-" + style(group.severity());
    }

    private static String style(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    Block block(GroupView group) {
        Message message = words.message(group.first());
        FoldedFinding first = group.folds().get(0);
        boolean single = group.count() == 1;
        List<Block> blocks = new ArrayList<>(List.of(heading(group, message)));
        if (single && !words.place(first).isEmpty()) {
            blocks.add(Block.paragraph("place", words.place(first)));
        }
        List<Run> text = new ArrayList<>(
                Run.text(words.text(first, !single && (group.folds().size() > 1 || first.isExample()))));
        if (single && !words.suggestions(first).isEmpty()) {
            text.add(new Run.Text(" "));
            text.add(new Run.Strong(words.of("suggestions", words.suggestions(first))));
        }
        blocks.add(new Block.Paragraph("", text));
        blocks.add(new Block.Paragraph(
                "todo", List.of(new Run.Strong(words.of("html.todo")), new Run.Text(" " + message.action()))));
        if (!single) {
            blocks.addAll(places(group));
        }
        return Block.group("section", blocks, "class", "finding " + style(group.severity()), "id", anchor(group));
    }

    private Block heading(GroupView group, Message message) {
        List<Run> runs = new ArrayList<>(List.of(
                new Run.Styled(words.severity(group.severity()), "badge " + style(group.severity())),
                new Run.Text(" " + message.title() + " "),
                new Run.Styled(group.code().value(), "code")));
        if (group.count() > 1) {
            runs.add(new Run.Text(" "));
            runs.add(new Run.Styled(words.of("times", group.count()), "times"));
        }
        return new Block.Heading(4, "", runs);
    }

    /** Returns a table of the places, without empty columns; without any place there is no table. */
    private List<Block> places(GroupView group) {
        List<FoldedFinding> shown = group.folds().stream().limit(MOST_ROWS).toList();
        List<Column> filled = columns.stream()
                .filter(column -> shown.stream()
                        .anyMatch(fold -> !column.text().apply(fold).isEmpty()))
                .toList();
        if (filled.size() < 2) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                words.of("html.places", group.code().value()),
                filled.stream()
                        .map(column -> new Block.Column(words.of(column.key()), column.style()))
                        .toList(),
                shown.stream()
                        .map(fold -> filled.stream()
                                .map(column -> Run.text(column.text().apply(fold)))
                                .toList())
                        .toList()));
        if (group.folds().size() > shown.size()) {
            blocks.add(Block.paragraph(
                    "muted", words.of("html.places.more", group.folds().size() - shown.size())));
        }
        return blocks;
    }
}
