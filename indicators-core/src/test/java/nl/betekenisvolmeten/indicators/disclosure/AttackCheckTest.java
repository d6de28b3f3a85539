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
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Returns the visits of wijk 6, given 180 of deel B, 90 of wijk 5 and some of wijk 7, all rounded to 5. */
    private static AttackCheck.Cell visitsOfWijk6(DisclosurePolicy.Level level, long seven) {
        Map<String, ResultTable> tables = with(published(), City.WIJKEN, City.VISITS, City.wijk(5), CellValue.of(90));
        tables = with(tables, City.WIJKEN, City.VISITS, City.wijk(7), CellValue.of(seven));
        PublicationPlan plan = City.plan(
                new DisclosurePolicy(FormatId.of("beleid", "1"), City.text(), City.provenance(), 10, 5, level));
        return AttackCheck.of(plan, City.AREAS).attack(tables).cells().stream()
                .filter(cell ->
                        cell.measure().equals("bezoeken") && cell.key().get(1).equals("Wijk 6"))
                .findFirst()
                .orElseThrow();
    }

    /** 178 to 182 less 88 to 92 and 88 to 92: one to six. Less 78 to 82: 4 to 16. Less 93 to 97: one. */
    @ParameterizedTest
    @CsvSource({
        "L0, 90, 1, 6, false",
        "L1, 90, 1, 6, true",
        "L2, 90, 1, 6, true",
        "L0, 80, 4, 16, false",
        "L1, 80, 4, 16, false",
        "L2, 80, 4, 16, true",
        "L0, 95, 1, 1, true",
        "L1, 95, 1, 1, true",
        "L2, 95, 1, 1, true",
        "L1, 65, 19, 31, false",
        "L2, 65, 19, 31, false"
    })
    void hiddenCount_isExposedByWhatItsLevelForbids(
            DisclosurePolicy.Level level, long seven, long least, long most, boolean exposed) {
        AttackCheck.Cell cell = visitsOfWijk6(level, seven);
        assertThat(cell.least()).isEqualByComparingTo(BigDecimal.valueOf(least));
        assertThat(cell.most())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(BigDecimal.valueOf(most)));
        assertThat(cell.exposed()).isEqualTo(exposed);
    }

    @Test
    void figures_thatContradictEachOther_areNamed() {
        AttackCheck.Outcome outcome =
                attack(with(published(), City.WIJKEN, City.VISITS, City.wijk(7), CellValue.of(400)));
        assertThat(outcome.isSafe()).isFalse();
        assertThat(outcome.objections())
                .anySatisfy(objection -> assertThat(objection.en()).contains("contradict each other"));
    }

    @Test
    void aFigureThatIsNotRounded_isNamed() {
        AttackCheck.Outcome outcome =
                attack(with(published(), City.WIJKEN, City.HOURS, City.wijk(7), CellValue.of(31)));
        assertThat(outcome.objections())
                .extracting(objection -> objection.en())
                .containsExactly("A figure is not rounded: vrijwilligersuren Wijk 7 2026JJ00");
    }
}
