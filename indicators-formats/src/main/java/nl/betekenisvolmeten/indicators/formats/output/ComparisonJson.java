package nl.betekenisvolmeten.indicators.formats.output;

import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.Overdispersion;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.table.Coverage;

/** A row of a comparison in JSON: the columns of the table, and after them what only JSON has. */
final class ComparisonJson {

    private ComparisonJson() {}

    static JsonObject of(Comparison.Row row, String use) {
        Comparison.ComparedFigure figure = row.figure();
        Comparison.Contrast contrast = row.contrast();
        Comparison.Assessment assessment = row.assessment();
        return JsonResults.row(TableColumn.withUse(ComparisonColumns.TABLE, use), row)
                .with("coverage", figure.coverage().map(Coverage::share))
                .with("complete", figure.complete())
                .with("rank_areas", assessment.rank().map(RankIntervals.Places::areas))
                .with("rank_method", assessment.rank().map(RankIntervals.Places::method))
                .with("inference", figure.uncertainty().inference().code())
                .with("reference", contrast.reference().code())
                .withAll(bounds("reference_value", contrast.referenceValue()))
                .with("difference", contrast.difference().map(ComparisonJson::difference))
                .with(
                        "intervals",
                        figure.uncertainty().intervals().stream()
                                .map(ComparisonJson::limits)
                                .toList())
                .with("standard", figure.standard().code())
                .withAll(bounds("crude", figure.crude()))
                .with("overdispersion_factor", assessment.overdispersion().map(Overdispersion::factor))
                .with("change", assessment.change().map(ComparisonJson::change));
    }

    static JsonObject of(Comparison.Row row, String use, ContextReport context) {
        return of(row, use)
                .with("trend_breaks", ContextJson.breaks(context.breaksOf(row)))
                .withGiven(
                        "period_status",
                        context.statusOf(row.key().period())
                                .map(PeriodStatus::code)
                                .orElse(null));
    }

    private static JsonObject bounds(String name, CellValue value) {
        return JsonObject.of(name, value.exact())
                .with(name + "_lower", Numbers.lower(value))
                .with(name + "_upper", Numbers.upper(value));
    }

    /** Returns an interval at a confidence that was asked for. */
    private static JsonObject limits(Comparison.ConfidenceLimits limits) {
        return JsonObject.of("confidence", limits.confidence().level())
                .with("lower", limits.interval().lower())
                .with("upper", limits.interval().upper());
    }

    private static JsonObject difference(Comparison.Difference difference) {
        return JsonObject.of("value", difference.value().exact())
                .with("lower", Numbers.lower(difference.value()))
                .with("upper", Numbers.upper(difference.value()))
                .with("interval_lower", difference.interval().map(Interval::lower))
                .with("interval_upper", difference.interval().map(Interval::upper));
    }

    /** Returns the change from an earlier period. */
    private static JsonObject change(Change change) {
        return JsonObject.of("period", change.period().code())
                .with("organisations", change.reporters())
                .withAll(bounds("before", change.before()))
                .withAll(bounds("now", change.now()))
                .withAll(difference(change.difference()))
                .with("p_value", change.pValue().map(PValue::value))
                .with("p_adjusted", change.pAdjusted().map(PValue::value))
                .with("verdict", change.judgement().code())
                .with("reason", change.reason().map(Judgement.Reason::code))
                .with("ratio", change.ratio().value().exact())
                .with("ratio_lower", change.ratio().interval().map(Interval::lower))
                .with("ratio_upper", change.ratio().interval().map(Interval::upper));
    }
}
