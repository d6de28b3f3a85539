package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

class AttackCheckTest {

    private static final long[][] ROWS = {
        {1, 203, 101}, {2, 311, 120}, {3, 55, 13}, {4, 402, 98}, {5, 88, 41}, {6, 3, 2}, {7, 88, 50}, {8, 64, 33}
    };

    private static Map<String, ResultTable> published() {
        return City.published(DisclosureControl.of(List.of())
                .protect(City.plan(), City.visits(ROWS).build()));
    }

    private static AttackCheck.Outcome attack(Map<String, ResultTable> tables) {
        return AttackCheck.of(City.plan(), City.AREAS).attack(tables);
    }

    private static Map<String, ResultTable> with(
            Map<String, ResultTable> tables, String table, UnaryOperator<List<ResultTable.Row>> change) {
        Map<String, ResultTable> changed = new HashMap<>(tables);
        ResultTable old = Objects.requireNonNull(tables.get(table));
        changed.put(
                table,
                new ResultTable(old.keys(), old.series(), change.apply(new ArrayList<>(old.rows())), old.findings()));
        return changed;
    }

    /** Puts a count back by hand. */
    private static Map<String, ResultTable> with(
            Map<String, ResultTable> tables, String table, ColumnName measure, String area, CellValue value) {
        int series = Objects.requireNonNull(tables.get(table)).series().indexOf(measure.value());
        return with(tables, table, rows -> {
            rows.replaceAll(row -> row.key().get(0).equals(area) ? with(row, series, value) : row);
            return rows;
        });
    }

    private static ResultTable.Row with(ResultTable.Row row, int series, CellValue value) {
        List<Figure> figures = new ArrayList<>(row.figures());
        figures.set(series, Figure.of(value, 1, 0));
        return new ResultTable.Row(row.key(), figures, row.observations(), row.reporters(), row.coverage());
    }

    @Test
    void aRelease_givesNothingAway() {
        AttackCheck.Outcome outcome = attack(published());
        assertThat(outcome.objections()).isEmpty();
        assertThat(outcome.exposed()).isEmpty();
        assertThat(outcome.cells()).hasSize(6);
    }

    @Test
    void aHiddenCountPutBack_givesItsNeighbourAway_withTheDerivation() {
        AttackCheck.Outcome outcome =
                attack(with(published(), City.WIJKEN, City.VISITS, City.wijk(5), CellValue.of(90)));
        assertThat(outcome.exposed()).anySatisfy(cell -> {
            assertThat(cell.key().get(1)).isEqualTo("Wijk 6");
            assertThat(cell.measure()).isEqualTo("bezoeken");
            assertThat(cell.most()).hasValueSatisfying(most -> assertThat(most).isLessThan(BigDecimal.TEN));
            assertThat(cell.derivation().nl())
                    .isEqualTo("bezoeken Wijk 6 2026JJ00 ten hoogste 182 (bezoeken Deel B 2026JJ00)"
                            + " - 88 (bezoeken Wijk 5 2026JJ00) - 88 (bezoeken Wijk 7 2026JJ00) = 6");
        });
    }

    @Test
    void aSmallCountPutBack_isNamed() {
        AttackCheck.Outcome outcome =
                attack(with(published(), City.WIJKEN, City.PERSONS, City.wijk(6), CellValue.of(3)));
        assertThat(outcome.objections())
                .anySatisfy(objection -> assertThat(objection.nl()).contains("klein aantal", "Wijk 6"));
    }

    @Test
    void visitsNextToHiddenPersons_proveThatTheyAreFew() {
        AttackCheck.Outcome outcome =
                attack(with(published(), City.WIJKEN, City.VISITS, City.wijk(6), CellValue.of(5)));
        assertThat(outcome.exposed()).anySatisfy(cell -> {
            assertThat(cell.measure()).isEqualTo("unieke_deelnemers");
            assertThat(cell.derivation().en())
                    .isEqualTo("unieke_deelnemers Wijk 6 2026JJ00 at most 7 (bezoeken Wijk 6 2026JJ00) = 7");
        });
    }

    @Test
    void aRateNextToAHiddenCount_isNamed() {
        Map<String, ResultTable> tables = published();
        ResultTable old = Objects.requireNonNull(tables.get(City.WIJKEN));
        List<String> series = new ArrayList<>(old.series());
        series.add("bezoeken_per_1000_inwoners");
        List<ResultTable.Row> rows = new ArrayList<>();
        for (ResultTable.Row row : old.rows()) {
            List<Figure> figures = new ArrayList<>(row.figures());
            figures.add(Figure.of(CellValue.of(7), 1, 0));
            rows.add(new ResultTable.Row(row.key(), figures, 0, row.reporters(), row.coverage()));
        }
        tables.put(City.WIJKEN, new ResultTable(old.keys(), series, rows, old.findings()));
        assertThat(attack(tables).objections())
                .anySatisfy(objection -> assertThat(objection.nl()).contains("per 1.000 inwoners", "Wijk 6"));
    }

    @Test
    void aMissingRow_isNamed() {
        Map<String, ResultTable> tables = with(published(), City.WIJKEN, rows -> rows.subList(1, rows.size()));
        assertThat(attack(tables).objections())
                .anySatisfy(objection -> assertThat(objection.nl()).contains("ontbreekt", "Wijk 1"));
    }

    @Test
    void aMissingTable_isNamed() {
        Map<String, ResultTable> tables = published();
        tables.remove(City.WIJKEN);
        assertThat(attack(tables).objections())
                .anySatisfy(objection -> assertThat(objection.en()).contains("missing", City.WIJKEN));
    }
}
