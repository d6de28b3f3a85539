package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.Completeness;
import nl.betekenisvolmeten.indicators.coverage.Completeness.ExpectedReport;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** What came of comparing deliveries with what was agreed about them, in JSON. */
record ContextJson(
        FormatId id,
        List<PeriodJson> periods,
        List<ReportJson> missing,
        List<ReportJson> late,
        List<ReportJson> unexpected,
        List<KeptOutJson> keptOut,
        List<BreakJson> trendBreaks,
        List<SuccessionJson> successions) {

    static ContextJson of(ContextReport report) {
        return new ContextJson(
                report.context().id(),
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
            Period period,
            long reports,
            long reportsExpected,
            long organisations,
            long organisationsExpected,
            String status) {

        static PeriodJson of(Completeness.OfPeriod of) {
            return new PeriodJson(
                    of.period(),
                    of.reports().reported(),
                    of.reports().expected(),
                    of.reporters().reported(),
                    of.reporters().expected(),
                    of.status().dutch());
        }
    }

    /** A report that was expected, or came. */
    record ReportJson(KvkNumber organisation, String area, Period period) {

        static ReportJson of(ExpectedReport report) {
            return new ReportJson(report.reporter(), report.area(), report.period());
        }
    }

    /** Rows that do not count. */
    record KeptOutJson(String file, KvkNumber organisation, Period period, ContextReport.Reason reason, long rows) {

        static KeptOutJson of(ContextReport.KeptOut kept) {
            return new KeptOutJson(
                    kept.file(), kept.subject().reporter(), kept.subject().period(), kept.reason(), kept.rows());
        }
    }

    /** A place where a new way of counting begins. */
    record BreakJson(@JsonUnwrapped BreakFinder.SeriesBreak found, boolean declared) {

        static List<BreakJson> of(Collection<BreakFinder.Explained> breaks) {
            return breaks.stream().map(BreakJson::of).toList();
        }

        private static BreakJson of(BreakFinder.Explained explained) {
            return new BreakJson(explained.found(), explained.declared().isPresent());
        }
    }

    /** An organisation that took over from another. */
    record SuccessionJson(
            KvkNumber from, KvkNumber to, Period since, List<String> areas, String noteNl, String noteEn, long rows) {

        static SuccessionJson of(ContextReport.Link link) {
            return new SuccessionJson(
                    link.succession().from(),
                    link.succession().to(),
                    link.succession().since(),
                    link.succession().areas().stream().sorted().toList(),
                    link.succession().note().nl(),
                    link.succession().note().en(),
                    link.rows());
        }
    }

    /** A finding about results: its arguments, as results have no language. */
    record ResultFinding(FindingCode code, Severity severity, Map<String, String> arguments) {

        static List<ResultFinding> of(Findings context, Findings result) {
            Findings.Collector both = Findings.Collector.withDefaults();
            both.combine(context);
            both.combine(result);
            return both.toFindings().kept().stream()
                    .map(finding -> new ResultFinding(finding.code(), finding.severity(), finding.arguments()))
                    .toList();
        }
    }
}
