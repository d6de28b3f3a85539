package nl.betekenisvolmeten.indicators.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.coverage.Completeness.ExpectedReport;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

class ReportingGridTest {

    private static final KvkNumber OLD = KvkNumber.of("91000011");
    private static final KvkNumber NEW = KvkNumber.of("91000029");
    private static final Period FIRST = Period.ofQuarter(2026, 1);
    private static final Period SECOND = Period.ofQuarter(2026, 2);
    private static final Period FOURTH = Period.ofQuarter(2026, 4);
    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    Dimension.Category.of(ColumnName.of("stadsdeel")),
                    new Dimension.Time(ColumnName.of("periode"))),
            List.of(new Measure.Flow(ColumnName.of("bezoeken"), 0)));

    /** The provider of Laak changes on 1 April 2026; Escamp stays with the old one. */
    private static Completeness.Grid grid() {
        return Completeness.Grid.of(
                List.of(
                        new ReportingAgreement(OLD, "Laak", Validity.until(FIRST), 30, Set.of()),
                        new ReportingAgreement(NEW, "Laak", Validity.since(SECOND), 30, Set.of()),
                        new ReportingAgreement(OLD, "Escamp", Validity.since(FIRST), 30, Set.of())),
                STRUCTURE,
                ColumnName.of("stadsdeel"));
    }

    private static Observation row(KvkNumber reporter, String area, Period period) {
        return Observation.of(
                new String[] {reporter.value(), area, period.code()}, new long[] {0}, new boolean[] {true});
    }

    @Test
    void completeness_providerThatStopped_isNotExpectedAnyMore() {
        Completeness.Grid grid = grid();
        grid.accept(row(OLD, "Laak", FIRST));
        grid.accept(row(OLD, "Escamp", FIRST));
        grid.accept(row(OLD, "Escamp", FIRST));
        grid.accept(row(NEW, "Laak", SECOND));
        Completeness answer = grid.completeness(FIRST, SECOND);
        assertThat(answer.periods().get(0))
                .isEqualTo(new Completeness.OfPeriod(
                        FIRST, new Coverage(2, 2), new Coverage(1, 1), PeriodStatus.REVISED_PROVISIONAL));
        assertThat(answer.periods().get(1))
                .isEqualTo(new Completeness.OfPeriod(
                        SECOND, new Coverage(1, 2), new Coverage(1, 2), PeriodStatus.PROVISIONAL));
        assertThat(answer.holes()).containsExactly(new ExpectedReport(SECOND, "Escamp", OLD));
        assertThat(answer.unexpected()).isEmpty();
    }

    @Test
    void completeness_rowsOfNoAgreement_areUnexpected() {
        Completeness.Grid grid = grid();
        grid.accept(row(OLD, "Laak", SECOND));
        grid.accept(row(NEW, "Segbroek", FIRST));
        assertThat(grid.completeness(FIRST, SECOND).unexpected())
                .containsExactly(new ExpectedReport(FIRST, "Segbroek", NEW), new ExpectedReport(SECOND, "Laak", OLD));
    }

    @Test
    void completeness_receivedAfterTheDay_isLate() {
        Completeness.Grid grid = grid();
        grid.accept(row(OLD, "Laak", FIRST));
        grid.accept(row(OLD, "Escamp", SECOND));
        grid.received(OLD, FIRST, LocalDate.of(2026, 5, 1));
        grid.received(OLD, SECOND, LocalDate.of(2026, 7, 30));
        grid.received(OLD, SECOND, LocalDate.of(2026, 9, 1));
        assertThat(grid.completeness(FIRST, SECOND).late()).containsExactly(new ExpectedReport(FIRST, "Laak", OLD));
    }

    @Test
    void completeness_closedPeriod_isFinalAlsoWithHoles() {
        Completeness.Grid grid = grid();
        grid.close(FIRST);
        Completeness answer = grid.completeness(FIRST, FOURTH);
        assertThat(answer.periods().get(0).status()).isEqualTo(PeriodStatus.FINAL);
        assertThat(answer.periods()).hasSize(4);
        assertThat(answer.holes()).hasSize(8);
    }

    @Test
    void misuse_isRefused() {
        assertThatThrownBy(() -> grid().completeness(SECOND, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first must not be after last: 2026KW02, 2026KW01");
        assertThatThrownBy(() -> grid().completeness(FIRST, Period.of(PeriodKind.YEAR, 2026, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first must not be after last: 2026KW01, 2026JJ00");
        assertThatThrownBy(() -> new ReportingAgreement(OLD, "Laak", Validity.since(FIRST), -1, Set.of()))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> Completeness.Grid.of(List.of(), STRUCTURE, ColumnName.of("wijk")))
                .hasMessageContaining("wijk");
    }

    @Test
    void completeness_rowsOfShorterPeriods_areUnexpectedWithinTheDaysOnly() {
        Completeness.Grid grid = grid();
        for (String month : List.of("2026MM01", "2026MM03", "2026MM06", "2026MM07", "2026MM12")) {
            grid.accept(row(NEW, "Segbroek", Period.parseCode(month).orElseThrow()));
        }
        assertThat(grid.completeness(FIRST, SECOND).unexpected())
                .extracting(slot -> slot.period().code())
                .containsExactlyInAnyOrder("2026MM01", "2026MM03", "2026MM06");
    }
}
