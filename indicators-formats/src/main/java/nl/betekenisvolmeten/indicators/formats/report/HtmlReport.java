package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.HtmlDocument;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery.QualityStatement;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** The report as one web page. */
final class HtmlReport {

    private final ReportKind.Settings settings;
    private final Words words;

    HtmlReport(ReportKind.Settings settings) {
        this.settings = settings;
        words = new Words(settings);
    }

    String page(List<CheckedDelivery> files) {
        String title = files.size() == 1
                ? words.of("html.title.one", PrintableText.text(files.get(0).name()))
                : words.of("html.title.many", files.size());
        List<Block> main = new ArrayList<>();
        if (files.size() > 1) {
            main.addAll(contents(files));
        }
        for (int i = 0; i < files.size(); i++) {
            main.add(file(files.get(i), i + 1));
        }
        String version = PrintableText.text(settings.version());
        String footer = settings.day()
                .map(day -> words.of("html.footer.day", version, day.toString()))
                .orElseGet(() -> words.of("html.footer", version));
        return HtmlDocument.page(
                settings.language(),
                title,
                List.of(
                        Block.group(
                                "header",
                                List.of(
                                        Block.heading(1, title),
                                        Block.paragraph(
                                                "muted", words.of("html.intro", words.role(settings.audience()))))),
                        Block.group("main", main),
                        Block.group("footer", List.of(Block.paragraph("", footer)))));
    }

    private List<Block> contents(List<CheckedDelivery> files) {
        long good = files.stream().filter(CheckedDelivery::isGood).count();
        long rows = files.stream().mapToLong(file -> file.quality().rows()).sum();
        long accepted =
                files.stream().mapToLong(file -> file.quality().rowsAccepted()).sum();
        List<List<Run>> items = new ArrayList<>();
        for (CheckedDelivery file : files) {
            items.add(List.of(
                    new Run.Link(file.name(), "#file-" + (items.size() + 1)), new Run.Text(" – " + verdict(file))));
        }
        return List.of(
                Block.paragraph("lead", words.of("html.summary", files.size(), good, rows, accepted)),
                Block.group(
                        "nav", List.of(new Block.Items(false, "", items)), "aria-label", words.of("html.contents")));
    }

    private Block file(CheckedDelivery file, int number) {
        List<Block> blocks = new ArrayList<>(List.of(Block.paragraph("muted", format(file))));
        boolean warnings = file.open().count(Severity.WARNING) > 0;
        blocks.add(
                Block.paragraph("verdict " + (file.isGood() ? warnings ? "warning" : "good" : "error"), verdict(file)));
        List<GroupView> groups = GroupView.of(file.open());
        RuleFindings findings = new RuleFindings(words, "f" + number + "-");
        blocks.addAll(first(groups, findings));
        if (!groups.isEmpty()) {
            blocks.add(Block.heading(3, words.of("html.findings")));
            groups.forEach(group -> blocks.add(findings.block(group)));
        }
        blocks.addAll(explained(file));
        blocks.addAll(remarks(file));
        blocks.add(new Block.Heading(3, "quality-" + number, Run.text(words.of("html.quality"))));
        blocks.add(quality(file));
        return Block.article("file-" + number, file.name(), blocks);
    }

    private String format(CheckedDelivery file) {
        String form = file.format()
                .map(FormatDefinition::title)
                .map(title -> title.in(settings.language()))
                .orElse("");
        String id = file.delivery().format().map(FormatId::toString).orElse(words.of("noFormat"));
        boolean reconstruction = file.format()
                .map(format -> format.provenance().status())
                .filter(Provenance.Status.RECONSTRUCTION::equals)
                .isPresent();
        return (form.isEmpty() ? id : form + " (" + id + ")")
                + (reconstruction ? ". " + words.of("html.reconstruction") : "");
    }

    private String verdict(CheckedDelivery file) {
        QualityStatement quality = file.quality();
        String rows = words.of("html.rows", quality.rowsAccepted(), quality.rows());
        if (quality.errors() > 0) {
            return words.of("html.verdict.errors", quality.errors(), quality.warningsOpen()) + " " + rows;
        }
        return words.of(
                        quality.warningsOpen() > 0 ? "html.verdict.warnings" : "html.verdict.good",
                        quality.warningsOpen())
                + " " + rows;
    }

    private List<Block> first(List<GroupView> groups, RuleFindings findings) {
        List<List<Run>> items = new ArrayList<>();
        for (GroupView group : GroupView.mostUrgent(groups)) {
            Message message = words.message(group.first());
            items.add(List.of(
                    new Run.Link(message.title(), "#" + findings.anchor(group)),
                    new Run.Text(" (" + words.of("times", group.count()) + "). " + message.action())));
        }
        return items.isEmpty()
                ? List.of()
                : List.of(Block.heading(3, words.of("html.first")), new Block.Items(true, "first", items));
    }

    private List<Block> explained(CheckedDelivery file) {
        List<List<List<Run>>> rows = new ArrayList<>();
        for (AcceptedWarning warning : file.explanations().explained()) {
            Finding finding = warning.finding();
            rows.add(List.of(
                    Run.text(words.place(finding)),
                    Run.text(words.message(finding).text() + " (" + finding.code() + ")"),
                    Run.text(warning.acceptance().reason()),
                    Run.text(words.role(warning.acceptance().role()) + ", "
                            + warning.acceptance().date())));
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        Block.heading(3, words.of("html.explained")),
                        new Block.Table(
                                words.of("html.explained.caption"),
                                List.of(
                                        new Block.Column(words.of("html.where"), "rows"),
                                        new Block.Column(words.of("html.warning"), ""),
                                        new Block.Column(words.of("html.reason"), ""),
                                        new Block.Column(words.of("html.by"), "")),
                                rows));
    }

    private List<Block> remarks(CheckedDelivery file) {
        List<List<Run>> items = new ArrayList<>();
        for (Finding remark : file.explanations().remarks().kept()) {
            Message message = words.message(remark);
            items.add(List.of(
                    new Run.Strong(words.severity(remark.severity()) + " " + remark.code() + ": " + message.title()),
                    new Run.Text(". " + message.text() + " " + message.action() + " "),
                    new Run.Styled(words.sourceOf(remark), "code")));
        }
        return items.isEmpty()
                ? List.of()
                : List.of(Block.heading(3, words.of("html.remarks")), new Block.Items(false, "", items));
    }

    private Block quality(CheckedDelivery file) {
        QualityStatement quality = file.quality();
        String limits = quality.limits().isEmpty()
                ? words.of("html.quality.limits.none")
                : words.of("limits", words.limits(quality));
        return new Block.Terms(List.of(
                term("html.quality.rows", words.number(quality.rows())),
                term("html.quality.accepted", words.number(quality.rowsAccepted())),
                term("html.quality.errors", words.number(quality.errors())),
                term("html.quality.open", words.number(quality.warningsOpen())),
                term("html.quality.explained", words.number(quality.explained().size())),
                term("html.quality.notes", words.number(quality.notes())),
                term("html.quality.checks", words.checks(file)),
                term("html.quality.limits", limits),
                term("html.quality.sha256", file.delivery().sha256().orElse("–"))));
    }

    private Block.Term term(String key, String text) {
        return new Block.Term(words.of(key), text);
    }

    /** The findings of one rule on a web page. */
    private static final class RuleFindings {

        /** How many causes of one rule are listed. */
        private static final int MOST_ROWS = 20;

        private record Column(String key, String style, Function<FoldedFinding, String> text) {}

        private final Words words;
        private final String anchors;
        private final List<Column> columns;

        RuleFindings(Words words, String anchors) {
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
            blocks.add(Block.paragraph(text));
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
}
