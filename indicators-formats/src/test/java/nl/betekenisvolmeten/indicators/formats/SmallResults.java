package nl.betekenisvolmeten.indicators.formats;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ConfidenceLimits;
import nl.betekenisvolmeten.indicators.comparison.Difference;
import nl.betekenisvolmeten.indicators.comparison.Inference;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.comparison.RowDetail;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Direction;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.Overdispersion;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
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
                new Comparison.Row(
                        area("SD9999-OOST", "Oost"),
                        indicator(),
                        "2026KW01",
                        exact("7"),
                        exact("2000"),
                        Per.THOUSAND,
                        exact("3.50"),
                        Optional.of(Interval.of(1.25, 7.5)),
                        Confidence.P95,
                        "byar-exact",
                        exact("8.4"),
                        Optional.of(PValue.of(1.5e-9)),
                        Optional.of(PValue.of(3e-9)),
                        Judgement.WORSE,
                        Optional.of(FunnelClass.LOW_998),
                        Optional.of(new Coverage(1, 4)),
                        true,
                        detail()),
                new Comparison.Row(
                        area("SD9999-WEST", "West; \"nieuw\""),
                        indicator(),
                        "2026KW01",
                        between("25", "45"),
                        exact("3000"),
                        Per.THOUSAND,
                        between("8.25", "15"),
                        Optional.of(Interval.of(5.5, 20)),
                        Confidence.P95,
                        "byar-exact",
                        between("8", "9"),
                        Optional.empty(),
                        Optional.empty(),
                        Judgement.NOT_DECIDED,
                        Optional.empty(),
                        Optional.of(new Coverage(4, 4)),
                        true),
                without(area("SD9999-ZUID", "@Zuid"), MISSING, exact("5000"), MISSING),
                without(area("SD9999-ZUIDER", "Zuider"), exact("0"), REFUSED, REFUSED));
        return InternalUse.of(new Comparison(rows, List.of(), Findings.none()), "a test");
    }

    /** Everything that there can be. */
    private static RowDetail detail() {
        Difference difference = new Difference(exact("-5.5"), Optional.of(Interval.of(-8, -1.5)));
        Change change = new Change(
                "2025KW04",
                exact("3"),
                exact("3.25"),
                new Difference(exact("0.25"), Optional.of(Interval.of(-1, 2))),
                Optional.of(PValue.of(0.5)),
                Optional.of(PValue.of(0.75)),
                Judgement.SIMILAR,
                4);
        return new RowDetail(
                Inference.SUPER_POPULATION,
                "rest",
                exact("9"),
                Optional.of(difference),
                List.of(
                        new ConfidenceLimits(Confidence.P95, Interval.of(1.25, 7.5)),
                        new ConfidenceLimits(Confidence.P998, Interval.of(0.5, 9))),
                Optional.of(new RankIntervals.Places(2, 3, 3, "pairwise")),
                Optional.of(change),
                "none",
                exact("3.50"),
                Optional.of(new Overdispersion(2, 1, 8, 0.1)));
    }

    private static Comparison.Row without(Area area, CellValue numerator, CellValue denominator, CellValue value) {
        return new Comparison.Row(
                area,
                indicator(),
                "2026KW01",
                numerator,
                denominator,
                Per.THOUSAND,
                value,
                Optional.empty(),
                Confidence.of(0.998),
                "none",
                MISSING,
                Optional.empty(),
                Optional.empty(),
                Judgement.NONE,
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private static Area area(String code, String name) {
        return Area.of(AreaCode.of(code), name);
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
                new Direction.HigherIsBetter(),
                Set.of(AreaLevel.STADSDEEL),
                PeriodKind.QUARTER,
                new Indicator.Counting(TEXT, List.of(), List.of()),
                List.of(new Indicator.Basis("S1", List.of(), TEXT)));
    }
}
