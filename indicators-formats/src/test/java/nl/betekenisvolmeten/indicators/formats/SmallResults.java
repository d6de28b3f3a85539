package nl.betekenisvolmeten.indicators.formats;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.comparison.Inference;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.Overdispersion;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.statistics.RateMethod;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Results made by hand, with a row for each status. */
public final class SmallResults {

    private static final LocalizedText TEXT = LocalizedText.of("tekst", "text");
    private static final CellValue MISSING = new CellValue.Missing();
    private static final CellValue REFUSED = new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);

    private SmallResults() {}

    public static CellValue exact(String number) {
        return CellValue.of(new BigDecimal(number));
    }

    public static CellValue between(String lower, String upper) {
        return CellValue.between(new BigDecimal(lower), new BigDecimal(upper));
    }

    /** By activity: exact, between, missing, and too large; the last without a reporter. */
    public static InternalUse<ResultTable> totals() {
        return totals(List.of(
                total("Taalcafé", exact("12.50"), 3, Optional.of(2L), Optional.of(new Coverage(1, 4))),
                total("=HYPERLINK(\"x\")", between("10", "35"), 2, Optional.of(1L), Optional.of(new Coverage(2, 2))),
                total("Eten; \"samen\"", MISSING, 1, Optional.of(1L), Optional.of(new Coverage(1, 1))),
                total(
                        "Sport",
                        new CellValue.NotDefined(CellValue.Reason.OVERFLOW),
                        9,
                        Optional.empty(),
                        Optional.empty())));
    }

    public static InternalUse<ResultTable> totals(List<ResultTable.Row> rows) {
        return InternalUse.of(new ResultTable(List.of("activiteit"), List.of("uren"), rows, Findings.none()), "a test");
    }

    public static ResultTable.Row total(
            String activity, CellValue value, long rows, Optional<Long> reporters, Optional<Coverage> coverage) {
        return new ResultTable.Row(List.of(activity), List.of(Figure.of(value, rows, 0)), rows, reporters, coverage);
    }

    /** A row that is exact, one between bounds, one missing and one refused. */
    public static InternalUse<Comparison> comparison() {
        List<Comparison.Row> rows = List.of(
                full(),
                bounded(),
                without(area("SD9999-ZUID", "@Zuid"), MISSING, exact("5000"), MISSING),
                without(area("SD9999-ZUIDER", "Zuider"), exact("0"), REFUSED, REFUSED));
        return InternalUse.of(new Comparison(rows, List.of(), Findings.none()), "a test");
    }

    private static Comparison.Key key(Area area) {
        return new Comparison.Key(area, indicator(), Period.ofQuarter(2026, 1));
    }

    /** Everything that there can be. */
    private static Comparison.Row full() {
        Comparison.Difference difference = new Comparison.Difference(exact("-5.5"), Optional.of(Interval.of(-8, -1.5)));
        Change change = new Change(
                Period.ofQuarter(2025, 4),
                exact("3"),
                Optional.of(Interval.of(2, 4)),
                exact("3.25"),
                new Comparison.Difference(exact("0.25"), Optional.of(Interval.of(-1, 2))),
                new Change.Ratio(exact("1.0833"), Optional.of(Interval.of(0.75, 1.5))),
                Optional.of(PValue.of(0.5)),
                Optional.of(PValue.of(0.75)),
                Judgement.SIMILAR,
                Optional.empty(),
                4);
        List<Comparison.ConfidenceLimits> intervals = List.of(
                new Comparison.ConfidenceLimits(Confidence.P95, Interval.of(1.25, 7.5)),
                new Comparison.ConfidenceLimits(Confidence.P998, Interval.of(0.5, 9)));
        return new Comparison.Row(
                key(area("SD9999-OOST", "Oost")),
                figure(exact("7"), exact("2000"), exact("3.50"), uncertainty(intervals), new Coverage(1, 4)),
                new Comparison.Contrast(
                        new ComparisonOptions.Reference.RestOfCity(),
                        exact("9"),
                        exact("8.4"),
                        Optional.of(difference),
                        Optional.of(PValue.of(1.5e-9)),
                        Optional.of(PValue.of(3e-9))),
                new Comparison.Assessment(
                        Judgement.WORSE,
                        Optional.empty(),
                        Optional.of(FunnelClass.LOW_998),
                        Optional.of(new Overdispersion(2, 1, 8, 0.1)),
                        Optional.of(new RankIntervals.Places(2, 3, 3, "pairwise")),
                        Optional.of(change)));
    }

    private static Comparison.Row bounded() {
        return new Comparison.Row(
                key(area("SD9999-WEST", "West; \"nieuw\"")),
                figure(
                        between("25", "45"),
                        exact("3000"),
                        between("8.25", "15"),
                        uncertainty(List.of(new Comparison.ConfidenceLimits(Confidence.P95, Interval.of(5.5, 20)))),
                        new Coverage(4, 4)),
                besideCity(between("8", "9")),
                judged(Judgement.NOT_DECIDED));
    }

    private static Comparison.Row without(Area area, CellValue numerator, CellValue denominator, CellValue value) {
        return new Comparison.Row(
                key(area),
                new Comparison.ComparedFigure(
                        numerator,
                        denominator,
                        Per.THOUSAND,
                        value,
                        Optional.empty(),
                        new Comparison.Uncertainty(
                                Inference.SUPER_POPULATION,
                                Optional.empty(),
                                Optional.empty(),
                                Confidence.of(0.998),
                                List.of()),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Optional.empty()),
                besideCity(MISSING),
                judged(Judgement.NONE));
    }

    private static Comparison.ComparedFigure figure(
            CellValue numerator,
            CellValue denominator,
            CellValue value,
            Comparison.Uncertainty uncertainty,
            Coverage coverage) {
        return new Comparison.ComparedFigure(
                numerator,
                denominator,
                Per.THOUSAND,
                value,
                Optional.empty(),
                uncertainty,
                Optional.of(coverage),
                true,
                Optional.of("2026-01-01"),
                Optional.empty());
    }

    private static Comparison.Uncertainty uncertainty(List<Comparison.ConfidenceLimits> intervals) {
        return new Comparison.Uncertainty(
                Inference.SUPER_POPULATION,
                Optional.of(RateMethod.BYAR_EXACT),
                Optional.empty(),
                Confidence.P95,
                intervals);
    }

    private static Comparison.Contrast besideCity(CellValue value) {
        return new Comparison.Contrast(
                new ComparisonOptions.Reference.City(),
                value,
                value,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Comparison.Assessment judged(Judgement judgement) {
        return new Comparison.Assessment(
                judgement, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Area area(String code, String name) {
        return Area.of(AreaCode.of(code), name);
    }

    /** An indicator like another, with an id, formula and use of its own. */
    public static Indicator like(Indicator model, IndicatorId id, Formula formula, Indicator.Use use) {
        return new Indicator(
                id,
                model.name(),
                model.definition(),
                model.ambition(),
                model.kind(),
                model.aspect(),
                model.unit(),
                formula,
                model.direction(),
                model.levels(),
                model.periodicity(),
                model.counting(),
                model.basis(),
                use);
    }

    private static Indicator indicator() {
        return new Indicator(
                IndicatorId.of("bezoeken"),
                TEXT,
                TEXT,
                Optional.empty(),
                Indicator.Kind.KEY_FIGURE,
                Indicator.Aspect.OUTPUT,
                TEXT,
                new Formula.PopulationRate(
                        "test", Per.THOUSAND, new Formula.Part(ColumnName.of("bezoeken"), Map.of()), Optional.empty()),
                new Indicator.Direction.HigherIsBetter(),
                Set.of(AreaLevel.STADSDEEL),
                PeriodKind.QUARTER,
                new Indicator.Counting(TEXT, List.of(), List.of()),
                List.of(new Indicator.Basis("S1", List.of(), TEXT)),
                Indicator.Use.withDefaults());
    }
}
