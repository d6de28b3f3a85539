package nl.betekenisvolmeten.indicators.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Rows without an area count in totals, as groups of their own, and in no rate. */
class ResidualRowsTest {

    private static final ColumnName WIJK = ColumnName.of("wijk");

    private static Residual residual(String code, Residual.Kind kind, Optional<AreaCode> within) {
        return new Residual(Codelist.Item.of(code, LocalizedText.of(code + " nl", code + " en")), kind, within);
    }

    private static final Residuals RESIDUALS = Residuals.of(
            SmallCity.AREAS,
            AreaLevel.WIJK,
            List.of(
                    residual("onbekend", Residual.Kind.UNKNOWN, Optional.empty()),
                    residual("onbekend-oost", Residual.Kind.UNKNOWN, Optional.of(SmallCity.OOST)),
                    residual("buiten", Residual.Kind.OUTSIDE, Optional.empty()),
                    residual("stad", Residual.Kind.WHOLE, Optional.of(SmallCity.CITY))));

    private static final TableStructure STRUCTURE = withResiduals();

    private static TableStructure withResiduals() {
        List<Dimension> dimensions = new ArrayList<>(SmallCity.STRUCTURE.dimensions());
        dimensions.set(1, new Dimension.Place(WIJK, SmallCity.AREAS, AreaLevel.WIJK, false, RESIDUALS));
        return new TableStructure(dimensions, SmallCity.STRUCTURE.measures());
    }

    private static final List<Row> ROWS = List.of(
            Row.of(SmallCity.WIJK_OOST).with(SmallCity.VISITS, 100),
            Row.of(SmallCity.WIJK_WEST).with(SmallCity.VISITS, 60),
            Row.of(SmallCity.WIJK_ZUID).with(SmallCity.VISITS, 40),
            Row.of("onbekend").with(SmallCity.VISITS, 7),
            Row.of("onbekend-oost").with(SmallCity.VISITS, 10),
            Row.of("buiten").with(SmallCity.VISITS, 5),
            Row.of("stad").with(SmallCity.VISITS, 300),
            Row.of("stad").with(SmallCity.VISITS, 1));

    private static void feed(RowTaker to, List<Row> rows) {
        rows.stream().map(Row::observation).forEach(to);
    }

    private static ResultTable totals(AreaLevel level) {
        Aggregator aggregator = AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(new Grouping.ByArea("gebied", WIJK, level)))
                .newAggregator();
        feed(aggregator, ROWS);
        return aggregator.result();
    }

    private static List<String> lines(ResultTable table) {
        return table.rows().stream()
                .map(row -> row.key().get(0) + " "
                        + row.figures().get(0).value().exact().orElseThrow().toPlainString())
                .toList();
    }

    @Test
    void aggregate_byStadsdeel_hasEveryRowOnceAndGroupsOfNoAreaApart() {
        assertThat(lines(totals(AreaLevel.STADSDEEL)))
                .containsExactly(
                        "SD9999-OOST 110", "SD9999-WEST 60", "SD9999-ZUID 40", "buiten 5", "onbekend 7", "stad 301");
    }

    @Test
    void aggregate_byGemeente_takesInWhatIsKnownToLieInIt() {
        assertThat(lines(totals(AreaLevel.GEMEENTE))).containsExactly("GM9999 511", "buiten 5", "onbekend 7");
    }

    private static ComparisonPlan plan(TableStructure structure) {
        return ComparisonPlan.of(
                structure,
                List.of(SmallCity.indicator("maat", SmallCity.VISITS_PER_1000, new Indicator.Direction.NoJudgement())),
                AreaLevel.STADSDEEL,
                SmallCity.POPULATION);
    }

    private static Comparison compare(List<Row> rows) {
        Comparer comparer = plan(STRUCTURE).newComparer();
        feed(comparer, rows);
        return comparer.result();
    }

    @Test
    void compare_residuals_areInNoRateNorInTheCitys() {
        Comparison all = compare(ROWS);
        List<Row> known = Stream.concat(
                        ROWS.stream().limit(3),
                        Stream.of(Row.of("onbekend-oost").with(SmallCity.VISITS, 10)))
                .toList();
        assertThat(all.rows()).isEqualTo(compare(known).rows());
        // 210 visits, 10,000 inhabitants
        Comparison.Row oost = SmallCity.only(all, SmallCity.OOST);
        assertThat(oost.contrast().cityValue().exact().orElseThrow()).isEqualByComparingTo(new BigDecimal("21"));
        assertThat(oost.figure().numerator().exact().orElseThrow()).isEqualByComparingTo(new BigDecimal("110"));
    }

    @Test
    void compare_residuals_areToldWithHowManyRowsTheyHave() {
        assertThat(SmallCity.findings(compare(ROWS), "BM-A09").stream()
                        .map(finding -> finding.arguments().get("value") + " "
                                + finding.arguments().get("count")))
                .containsExactly("buiten 1", "onbekend 1", "stad 2");
        assertThat(SmallCity.findings(compare(ROWS.subList(0, 3)), "BM-A09")).isEmpty();
    }

    @Test
    void combine_partsWithResiduals_areTheWhole() {
        for (int cut = 0; cut <= ROWS.size(); cut++) {
            Comparer one = plan(STRUCTURE).newComparer();
            Comparer other = plan(STRUCTURE).newComparer();
            feed(one, ROWS.subList(cut, ROWS.size()));
            feed(other, ROWS.subList(0, cut));
            one.combine(other);
            assertThat(one.result()).isEqualTo(compare(ROWS));
        }
    }

    @Test
    void compare_stadsdeelInAColumnOfItsOwn_countsRowsOfUnknownWijk() {
        List<Dimension> dimensions = new ArrayList<>(STRUCTURE.dimensions());
        dimensions.add(new Dimension.Place(ColumnName.of("stadsdeel"), SmallCity.AREAS, AreaLevel.STADSDEEL, true));
        TableStructure both = new TableStructure(dimensions, STRUCTURE.measures());
        Comparer comparer = plan(both).newComparer();
        comparer.accept(beside(SmallCity.WIJK_OOST, "Oost"));
        comparer.accept(beside("onbekend", "Oost"));
        Comparison.Row oost = SmallCity.only(comparer.result(), SmallCity.OOST);
        assertThat(oost.figure().numerator().exact().orElseThrow()).isEqualByComparingTo(BigDecimal.TEN);
        assertThat(both.place(AreaLevel.WIJK).orElseThrow().name()).isEqualTo(WIJK);
    }

    private static Observation beside(String wijk, String stadsdeel) {
        int measures = STRUCTURE.measures().size();
        long[] values = new long[measures];
        boolean[] known = new boolean[measures];
        values[0] = 5;
        known[0] = true;
        return Observation.of(
                new String[] {"41000001", wijk, SmallCity.QUARTER, "inloop", "onbekend", stadsdeel}, values, known);
    }

    @Test
    void of_codeThatIsAnAreaToo_isRefused() {
        for (String code : List.of("WK999901", "Haven", "GM0518")) {
            assertThatThrownBy(() -> Residuals.of(
                            SmallCity.AREAS,
                            AreaLevel.WIJK,
                            List.of(residual(code, Residual.Kind.UNKNOWN, Optional.empty()))))
                    .as(code)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a residual code or name that is also an area's: '" + code + "'");
        }
    }

    @Test
    void of_withinNoAreaAbove_isRefused() {
        for (String area : List.of("GM0001", SmallCity.WIJK_OOST)) {
            assertThatThrownBy(() -> Residuals.of(
                            SmallCity.AREAS,
                            AreaLevel.WIJK,
                            List.of(residual("x", Residual.Kind.UNKNOWN, Optional.of(AreaCode.of(area))))))
                    .hasMessageContaining(area);
        }
        assertThatThrownBy(() -> residual("x", Residual.Kind.OUTSIDE, Optional.of(SmallCity.CITY)))
                .hasMessageContaining("OUTSIDE");
        assertThatThrownBy(() -> residual("x", Residual.Kind.WHOLE, Optional.empty()))
                .hasMessageContaining("WHOLE");
    }

    @Test
    void fits_areaThatHoldsItOrLiesInIt_andNoOther() {
        Residual oost = RESIDUALS.find("onbekend-oost").orElseThrow();
        assertThat(oost.fits(SmallCity.OOST, SmallCity.AREAS)).isTrue();
        assertThat(oost.fits(SmallCity.CITY, SmallCity.AREAS)).isTrue();
        assertThat(oost.fits(SmallCity.WEST, SmallCity.AREAS)).isFalse();
        assertThat(RESIDUALS.find("onbekend").orElseThrow().fits(SmallCity.WEST, SmallCity.AREAS))
                .isTrue();
        assertThat(RESIDUALS.find("buiten").orElseThrow().fits(SmallCity.WEST, SmallCity.AREAS))
                .isFalse();
    }
}
