package nl.betekenisvolmeten.indicators.formats.output;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.Completeness;
import nl.betekenisvolmeten.indicators.coverage.Completeness.ExpectedReport;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;

/** The outcome of comparing deliveries with what was agreed about them, in JSON. */
final class ContextJson {

    private ContextJson() {}

    static JsonObject of(ContextReport report) {
        return JsonObject.of("id", report.context().id())
                .with(
                        "periods",
                        report.completeness().stream()
                                .flatMap(part -> part.periods().stream())
                                .map(ContextJson::period)
                                .toList())
                .with("missing", reports(report, Completeness::holes))
                .with("late", reports(report, Completeness::late))
                .with("unexpected", reports(report, Completeness::unexpected))
                .with(
                        "kept_out",
                        report.keptOut().stream().map(ContextJson::keptOut).toList())
                .with("trend_breaks", breaks(report.breaks()))
                .with(
                        "successions",
                        report.links().stream().map(ContextJson::succession).toList());
    }

    private static List<JsonObject> reports(
            ContextReport report, Function<Completeness, ? extends Collection<ExpectedReport>> which) {
        return report.completeness().stream()
                .flatMap(part -> which.apply(part).stream())
                .map(one -> JsonObject.of("organisation", one.reporter())
                        .with("area", one.area())
                        .with("period", one.period()))
                .toList();
    }

    private static JsonObject period(Completeness.OfPeriod of) {
        return JsonObject.of("period", of.period())
                .with("reports", of.reports().reported())
                .with("reports_expected", of.reports().expected())
                .with("organisations", of.reporters().reported())
                .with("organisations_expected", of.reporters().expected())
                .with("status", of.status().dutch());
    }

    private static JsonObject keptOut(ContextReport.KeptOut kept) {
        return JsonObject.of("file", kept.file())
                .with("organisation", kept.subject().reporter())
                .with("period", kept.subject().period())
                .with("reason", kept.reason())
                .with("rows", kept.rows());
    }

    /** Returns the places where a new way of counting begins. */
    static List<JsonObject> breaks(Collection<BreakFinder.Explained> breaks) {
        return breaks.stream()
                .map(explained -> JsonObject.of("area", explained.found().area())
                        .with("since", explained.found().since())
                        .with("kind", explained.found().kind())
                        .with("from", explained.found().from())
                        .with("to", explained.found().to())
                        .with("declared", explained.declared().isPresent()))
                .toList();
    }

    private static JsonObject succession(ContextReport.Link link) {
        Succession succession = link.succession();
        return JsonObject.of("from", succession.from())
                .with("to", succession.to())
                .with("since", succession.since())
                .with("areas", succession.areas().stream().sorted().toList())
                .with("note_nl", succession.note().nl())
                .with("note_en", succession.note().en())
                .with("rows", link.rows());
    }

    /** Returns findings about results: with their arguments, as results have no language. */
    static List<JsonObject> findings(Findings context, Findings result) {
        Findings.Collector both = Findings.Collector.withDefaults();
        both.combine(context);
        both.combine(result);
        return both.toFindings().kept().stream()
                .map(finding -> JsonObject.of("code", finding.code())
                        .with("severity", finding.severity())
                        .with("arguments", finding.arguments()))
                .toList();
    }
}
