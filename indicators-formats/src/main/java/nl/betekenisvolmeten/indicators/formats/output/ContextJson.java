package nl.betekenisvolmeten.indicators.formats.output;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.Completeness;
import nl.betekenisvolmeten.indicators.coverage.ExpectedReport;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/** What came of comparing deliveries with what was agreed about them, in JSON. */
record ContextJson(
        String id,
        List<PeriodJson> periods,
        List<ReportJson> missing,
        List<ReportJson> late,
        List<ReportJson> unexpected,
        List<KeptOutJson> keptOut,
        List<BreakJson> trendBreaks,
        List<SuccessionJson> successions) {

    static ContextJson of(ContextReport report) {
        return new ContextJson(
                report.context().id().toString(),
                report.completeness().stream()
                        .flatMap(part -> part.periods().stream())
                        .map(PeriodJson::of)
                        .toList(),
                reports(report, Completeness::holes),
                reports(report, Completeness::late),
                reports(report, Completeness::unexpected),
                report.keptOut().stream().map(KeptOutJson::of).toList(),
                BreakJson.of(report.breaks()),
                report.links().stream().map(SuccessionJson::of).toList());
    }

    private static List<ReportJson> reports(
            ContextReport report, Function<Completeness, ? extends Collection<ExpectedReport>> which) {
        return report.completeness().stream()
                .flatMap(part -> which.apply(part).stream())
                .map(ReportJson::of)
                .toList();
    }

    /** What is there of a period. */
    record PeriodJson(
            String period,
            long reports,
            long reportsExpected,
            long organisations,
            long organisationsExpected,
            String status) {

        static PeriodJson of(Completeness.OfPeriod of) {
            return new PeriodJson(
                    of.period().code(),
                    of.reports().reported(),
                    of.reports().expected(),
                    of.reporters().reported(),
                    of.reporters().expected(),
                    of.status().dutch());
        }
    }

    /** A report that was expected, or came. */
    record ReportJson(String organisation, String area, String period) {

        static ReportJson of(ExpectedReport report) {
            return new ReportJson(
                    report.reporter().value(), report.area(), report.period().code());
        }
    }

    /** Rows that do not count. */
    record KeptOutJson(String file, String organisation, String period, String reason, long rows) {

        static KeptOutJson of(ContextReport.KeptOut kept) {
            return new KeptOutJson(
                    kept.file(),
                    kept.subject().reporter().value(),
                    kept.subject().period().code(),
                    JsonFiles.word(kept.reason()),
                    kept.rows());
        }
    }

    /** A place where a new way of counting begins. */
    record BreakJson(String area, String since, String kind, List<String> from, List<String> to, boolean declared) {

        static List<BreakJson> of(Collection<BreakFinder.Explained> breaks) {
            return breaks.stream().map(BreakJson::of).toList();
        }

        private static BreakJson of(BreakFinder.Explained explained) {
            return new BreakJson(
                    explained.found().area(),
                    explained.found().since().code(),
                    JsonFiles.word(explained.found().kind()),
                    List.copyOf(explained.found().from()),
                    List.copyOf(explained.found().to()),
                    explained.declared().isPresent());
        }
    }

    /** An organisation that took over from another. */
    record SuccessionJson(
            String from, String to, String since, List<String> areas, String noteNl, String noteEn, long rows) {

        static SuccessionJson of(ContextReport.Link link) {
            return new SuccessionJson(
                    link.succession().from().value(),
                    link.succession().to().value(),
                    link.succession().since().code(),
                    link.succession().areas().stream().sorted().toList(),
                    link.succession().note().nl(),
                    link.succession().note().en(),
                    link.rows());
        }
    }

    /** A finding about results: its arguments, as results have no language. */
    record ResultFinding(String code, String severity, Map<String, String> arguments) {

        static List<ResultFinding> of(Findings context, Findings result) {
            FindingCollector both = FindingCollector.withDefaults();
            both.combine(context);
            both.combine(result);
            return both.toFindings().kept().stream()
                    .map(finding -> new ResultFinding(
                            finding.code().value(), JsonFiles.word(finding.severity()), finding.arguments()))
                    .toList();
        }
    }
}
