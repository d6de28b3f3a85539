package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Rows that are accepted one by one: any number of them, where an impossible number is refused with its row. */
class RowBufferTest {

    private static final ColumnName AREA = ColumnName.of("wijk");
    private static final ColumnName VISITS = ColumnName.of("bezoeken");
    private static final ColumnName ANSWERS = ColumnName.of("antwoorden");

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(Dimension.Category.of(AREA), Dimension.Category.of(ColumnName.of("leeftijdsgroep"))),
            List.of(
                    new Measure.Flow(VISITS, 0),
                    new Measure.Distinct(ColumnName.of("deelnemers")),
                    new Measure.Shared(ColumnName.of("bijeenkomsten"), 0, Set.of(ColumnName.of("leeftijdsgroep"))),
                    new Measure.Mean(ColumnName.of("rapportcijfer"), 0, ANSWERS),
                    new Measure.Flow(ANSWERS, 0)));

    private static Observation row(String area, long... numbers) {
        return Observation.of(new String[] {area, "67+"}, numbers, new boolean[] {true, true, true, true, true});
    }

    private static Aggregator aggregator() {
        return AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(new Grouping.ByColumn(AREA)))
                .newAggregator();
    }

    @Test
    void moreRowsThanTheBufferHolds_allCount() {
        Aggregator aggregator = aggregator();
        for (int i = 0; i < 600; i++) {
            aggregator.accept(row("wijk " + i % 300, 1 + i / 300, 1, 1, 8, 1));
        }
        for (int i = 0; i < 300; i += 50) {
            assertThat(aggregator
                            .result()
                            .figure(VISITS.value(), "wijk " + i)
                            .orElseThrow()
                            .value())
                    .isEqualTo(CellValue.of(3));
        }
        assertThat(aggregator.result().rows()).hasSize(300);
    }

    @Test
    void negativeCount_isRefusedWithItsRow() {
        Aggregator aggregator = aggregator();
        // a correction: three visits too many were counted before
        aggregator.accept(row("a", -3, 1, 1, 8, 1));
        assertThat(aggregator.result().figure(VISITS.value(), "a").orElseThrow().value())
                .isEqualTo(CellValue.of(-3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aggregator.accept(row("a", 3, -1, 1, 8, 1)))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aggregator().accept(row("a", 3, 1, -2, 8, 1)))
                .withMessageContaining("-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aggregator().accept(row("a", 3, 1, 1, 8, -4)))
                .withMessageContaining("-4");
    }
}
