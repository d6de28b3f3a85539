package nl.betekenisvolmeten.indicators.formats.report;

import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.html.HtmlPage;
import nl.betekenisvolmeten.indicators.formats.internal.html.HtmlTable;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery.QualityStatement;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** The report as one web page. */
final class HtmlReport {

    private final ReportKind.Settings settings;
    private final Words words;
    private final Markup html = new Markup();

    HtmlReport(ReportKind.Settings settings) {
        this.settings = settings;
        words = new Words(settings);
    }

    String page(List<CheckedDelivery> files) {
        String title = files.size() == 1
                ? words.of("html.title.one", PrintableText.text(files.get(0).name()))
                : words.of("html.title.many", files.size());
        HtmlPage.open(html, settings.language(), title);
        html.open("header").own("\n").element("h1", title);
        html.element("p", words.of("html.intro", words.role(settings.audience())), "class", "muted");
        html.close("header").open("main").own("\n");
        if (files.size() > 1) {
            contents(files);
        }
        for (int i = 0; i < files.size(); i++) {
            file(files.get(i), i + 1);
        }
        html.close("main");
        html.open("footer")
                .element(
                        "p",
                        settings.day()
                                .map(day -> words.of(
                                        "html.footer.day", PrintableText.text(settings.version()), day.toString()))
                                .orElseGet(() -> words.of("html.footer", PrintableText.text(settings.version()))))
                .close("footer");
        return HtmlPage.close(html);
    }

    private void contents(List<CheckedDelivery> files) {
        long good = files.stream().filter(CheckedDelivery::isGood).count();
        long rows = files.stream().mapToLong(file -> file.quality().rows()).sum();
        long accepted =
                files.stream().mapToLong(file -> file.quality().rowsAccepted()).sum();
        html.element("p", words.of("html.summary", files.size(), good, rows, accepted), "class", "lead");
        html.open("nav", "aria-label", words.of("html.contents"))
                .own("\n")
                .open("ul")
                .own("\n");
        for (int i = 0; i < files.size(); i++) {
            html.open("li").inline("a", files.get(i).name(), "href", "#file-" + (i + 1));
            html.text(" – " + verdict(files.get(i))).close("li");
        }
        html.close("ul").close("nav");
    }

    private void file(CheckedDelivery file, int number) {
        html.open("article", "id", "file-" + number, "aria-labelledby", "name-" + number)
                .own("\n");
        html.element("h2", file.name(), "id", "name-" + number);
        format(file);
        boolean warnings = file.open().count(Severity.WARNING) > 0;
        html.element(
                "p", verdict(file), "class", "verdict " + (file.isGood() ? warnings ? "warning" : "good" : "error"));
        List<GroupView> groups = GroupView.of(file.open());
        first(groups, "f" + number + "-");
        if (!groups.isEmpty()) {
            html.element("h3", words.of("html.findings"));
            HtmlFindings findings = new HtmlFindings(html, words, "f" + number + "-");
            groups.forEach(findings::write);
        }
        explained(file);
        remarks(file);
        quality(file, number);
        html.close("article");
    }

    private void format(CheckedDelivery file) {
        String form = file.format()
                .map(FormatDefinition::title)
                .map(title -> settings.language().tag().equals("nl") ? title.nl() : title.en())
                .orElse("");
        String id = file.delivery().format().map(FormatId::toString).orElse(words.of("noFormat"));
        html.open("p", "class", "muted").text(form.isEmpty() ? id : form + " (" + id + ")");
        if (file.format()
                .map(format -> format.provenance().status())
                .filter(Provenance.Status.RECONSTRUCTION::equals)
                .isPresent()) {
            html.text(". " + words.of("html.reconstruction"));
        }
        html.close("p");
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

    private void first(List<GroupView> groups, String anchors) {
        List<GroupView> first = GroupView.mostUrgent(groups);
        if (first.isEmpty()) {
            return;
        }
        html.element("h3", words.of("html.first")).open("ol", "class", "first").own("\n");
        for (GroupView group : first) {
            html.open("li")
                    .inline(
                            "a",
                            words.message(group.first()).title(),
                            "href",
                            "#" + HtmlFindings.anchor(anchors, group));
            html.text(" (" + words.of("times", group.count()) + "). "
                    + words.message(group.first()).action());
            html.close("li");
        }
        html.close("ol");
    }

    private void explained(CheckedDelivery file) {
        List<AcceptedWarning> explained = file.explanations().explained();
        if (explained.isEmpty()) {
            return;
        }
        html.element("h3", words.of("html.explained"));
        HtmlTable table = new HtmlTable(html, words.of("html.explained.caption"));
        table.column(words.of("html.where"), "rows");
        table.column(words.of("html.warning"), "");
        table.column(words.of("html.reason"), "");
        table.column(words.of("html.by"), "");
        table.head();
        for (AcceptedWarning warning : explained) {
            Finding finding = warning.finding();
            table.row(List.of(
                    words.place(finding),
                    words.message(finding).text() + " (" + finding.code() + ")",
                    warning.acceptance().reason(),
                    words.role(warning.acceptance().role()) + ", "
                            + warning.acceptance().date()));
        }
        table.close();
    }

    private void remarks(CheckedDelivery file) {
        List<Finding> remarks = file.explanations().remarks().kept();
        if (remarks.isEmpty()) {
            return;
        }
        html.element("h3", words.of("html.remarks")).open("ul").own("\n");
        for (Finding remark : remarks) {
            Message message = words.message(remark);
            html.open("li")
                    .inline("strong", words.severity(remark.severity()) + " " + remark.code() + ": " + message.title());
            html.text(". " + message.text() + " " + message.action() + " ");
            html.inline("span", words.sourceOf(remark), "class", "code").close("li");
        }
        html.close("ul");
    }

    private void quality(CheckedDelivery file, int number) {
        QualityStatement quality = file.quality();
        html.element("h3", words.of("html.quality"), "id", "quality-" + number);
        html.open("table", "class", "quality").own("\n").element("caption", words.of("html.quality.caption"));
        html.open("tbody").own("\n");
        row("html.quality.rows", words.number(quality.rows()));
        row("html.quality.accepted", words.number(quality.rowsAccepted()));
        row("html.quality.errors", words.number(quality.errors()));
        row("html.quality.open", words.number(quality.warningsOpen()));
        row("html.quality.explained", words.number(quality.explained().size()));
        row("html.quality.notes", words.number(quality.notes()));
        row("html.quality.checks", words.checks(file));
        row(
                "html.quality.limits",
                quality.limits().isEmpty()
                        ? words.of("html.quality.limits.none")
                        : words.of("limits", words.limits(quality)));
        row("html.quality.sha256", file.delivery().sha256().orElse("–"));
        html.close("tbody").close("table");
    }

    private void row(String key, String text) {
        html.open("tr")
                .inline("th", words.of(key), "scope", "row")
                .inline("td", text)
                .close("tr");
    }
}
