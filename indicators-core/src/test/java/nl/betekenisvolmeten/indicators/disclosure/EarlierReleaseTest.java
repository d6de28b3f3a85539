package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

/** Differencing between releases: what was published once stays known. */
class EarlierReleaseTest {

    /** Wijk 6 has two persons; the release hides wijk 5 with it. */
    private static final long[][] ROWS = {{5, 88, 41}, {6, 3, 2}, {7, 88, 50}};

    private static Map<String, ResultTable> published() {
        return City.published(DisclosureControl.of(List.of())
                .protect(City.plan(), City.visits(ROWS).build()));
    }

    /** The release as it might have been before: with a number for a figure. */
    private static Map<String, ResultTable> with(String area, long visits) {
        return with(published(), area, CellValue.of(visits));
    }

    private static Map<String, ResultTable> with(Map<String, ResultTable> release, String area, CellValue visits) {
        Map<String, ResultTable> tables = new HashMap<>(release);
        ResultTable table = Objects.requireNonNull(tables.get(City.WIJKEN));
        int series = table.series().indexOf("bezoeken");
        List<ResultTable.Row> rows = new ArrayList<>();
        for (ResultTable.Row row : table.rows()) {
            List<Figure> figures = new ArrayList<>(row.figures());
            if (row.key().get(0).equals(area)) {
                figures.set(series, Figure.of(visits, 1, 0));
            }
            rows.add(new ResultTable.Row(row.key(), figures, 0, row.reporters(), row.coverage()));
        }
        tables.put(City.WIJKEN, new ResultTable(table.keys(), table.series(), rows, table.findings()));
        return tables;
    }

    private static Release protect(Map<String, ResultTable> earlier) {
        return DisclosureControl.of(List.of())
                .withEarlier(earlier)
                .protect(City.plan(), City.visits(ROWS).build());
    }

    private static CellValue visits(Release release, long wijk) {
        return release.table(City.WIJKEN)
                .table()
                .figure("bezoeken", City.wijk(wijk), "Wijk " + wijk, "2026JJ00")
                .orElseThrow()
                .value();
    }

    @Test
    void theSameAgain_isPublishedAgain() {
        assertThat(City.published(protect(published()))).isEqualTo(published());
    }

    @Test
    void aNeighbourPublishedBefore_protectsNoLonger_soAnotherIsHidden() {
        Release release = protect(with(with(City.wijk(5), 90), City.wijk(7), new CellValue.Suppressed()));
        assertThat(visits(release, 6)).isInstanceOf(CellValue.Suppressed.class);
        assertThat(visits(release, 7)).isInstanceOf(CellValue.Suppressed.class);
    }

    @Test
    void bothNeighboursPublishedBefore_giveTheCountAway_whateverIsHiddenNow() {
        assertThatThrownBy(() -> protect(with(City.wijk(5), 90)))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("published before")
                .hasMessageContaining("bezoeken [WK051806, Wijk 6, 2026JJ00]");
    }

    @Test
    void aFigurePublishedBeforeAsAnotherNumber_isRefused() {
        assertThatThrownBy(() -> protect(with(City.wijk(7), 85)))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("another number");
    }

    @Test
    void aSmallCountPublishedBefore_cannotBeHiddenAnyMore() {
        assertThatThrownBy(() -> protect(with(City.wijk(6), 5)))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("published before");
    }
}
