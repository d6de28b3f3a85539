package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.Overdispersion;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.table.Coverage;
import org.jspecify.annotations.Nullable;

/** A row of a comparison in JSON: the columns of the table, and after them what only JSON has. */
record ComparisonJson(
        @JsonUnwrapped TableRow<Comparison.Row> cells,
        Optional<BigDecimal> coverage,
        boolean complete,
        Optional<Integer> rankAreas,
        Optional<String> rankMethod,
        String inference,
        String reference,
        Optional<BigDecimal> referenceValue,
        Optional<BigDecimal> referenceValueLower,
        Optional<BigDecimal> referenceValueUpper,
        Optional<DifferenceJson> difference,
        List<LimitsJson> intervals,
        String standard,
        Optional<BigDecimal> crude,
        Optional<BigDecimal> crudeLower,
        Optional<BigDecimal> crudeUpper,
        Optional<Double> overdispersionFactor,
        Optional<ChangeJson> change,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<List<ContextJson.BreakJson>> trendBreaks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> periodStatus) {

    static ComparisonJson of(Comparison.Row row, String use, @Nullable ContextReport context) {
        Comparison.ComparedFigure figure = row.figure();
        Comparison.Contrast contrast = row.contrast();
        Comparison.Assessment assessment = row.assessment();
        return new ComparisonJson(
                new TableRow<>(TableColumn.withUse(ComparisonColumns.TABLE, use), row),
                figure.coverage().map(Coverage::share),
                figure.complete(),
                assessment.rank().map(RankIntervals.Places::areas),
                assessment.rank().map(RankIntervals.Places::method),
                figure.uncertainty().inference().code(),
                contrast.reference().code(),
                contrast.referenceValue().exact(),
                Numbers.lower(contrast.referenceValue()),
                Numbers.upper(contrast.referenceValue()),
                contrast.difference().map(DifferenceJson::of),
                figure.uncertainty().intervals().stream().map(LimitsJson::of).toList(),
                figure.standard().code(),
                figure.crude().exact(),
                Numbers.lower(figure.crude()),
                Numbers.upper(figure.crude()),
                assessment.overdispersion().map(Overdispersion::factor),
                assessment.change().map(ChangeJson::of),
                Optional.ofNullable(context).map(known -> ContextJson.BreakJson.of(known.breaksOf(row))),
                Optional.ofNullable(context)
                        .flatMap(known -> known.statusOf(row.key().period()))
                        .map(PeriodStatus::code));
    }

    /** An interval at a confidence that was asked for. */
    record LimitsJson(double confidence, double lower, double upper) {

        static LimitsJson of(Comparison.ConfidenceLimits limits) {
            return new LimitsJson(
                    limits.confidence().level(),
                    limits.interval().lower(),
                    limits.interval().upper());
        }
    }

    /** The difference with the reference. */
    record DifferenceJson(
            Optional<BigDecimal> value,
            Optional<BigDecimal> lower,
            Optional<BigDecimal> upper,
            Optional<Double> intervalLower,
            Optional<Double> intervalUpper) {

        static DifferenceJson of(Comparison.Difference difference) {
            return new DifferenceJson(
                    difference.value().exact(),
                    Numbers.lower(difference.value()),
                    Numbers.upper(difference.value()),
                    difference.interval().map(Interval::lower),
                    difference.interval().map(Interval::upper));
        }
    }

    /** The change from an earlier period. */
    record ChangeJson(
            String period,
            long organisations,
            Optional<BigDecimal> before,
            Optional<BigDecimal> beforeLower,
            Optional<BigDecimal> beforeUpper,
            Optional<BigDecimal> now,
            Optional<BigDecimal> nowLower,
            Optional<BigDecimal> nowUpper,
            @JsonUnwrapped DifferenceJson difference,
            Optional<Double> pValue,
            Optional<Double> pAdjusted,
            String verdict,
            Optional<String> reason,
            Optional<BigDecimal> ratio,
            Optional<Double> ratioLower,
            Optional<Double> ratioUpper) {

        static ChangeJson of(Change change) {
            return new ChangeJson(
                    change.period().code(),
                    change.reporters(),
                    change.before().exact(),
                    Numbers.lower(change.before()),
                    Numbers.upper(change.before()),
                    change.now().exact(),
                    Numbers.lower(change.now()),
                    Numbers.upper(change.now()),
                    DifferenceJson.of(change.difference()),
                    change.pValue().map(PValue::value),
                    change.pAdjusted().map(PValue::value),
                    change.judgement().code(),
                    change.reason().map(Judgement.Reason::code),
                    change.ratio().value().exact(),
                    change.ratio().interval().map(Interval::lower),
                    change.ratio().interval().map(Interval::upper));
        }
    }
}
