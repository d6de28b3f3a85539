package nl.betekenisvolmeten.indicators.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests when organisations work in a stadsdeel: from the first to the last agreed day, and until or since a takeover.
 */
class WorkSpansTest {

    private static final KvkNumber ONE = KvkNumber.of("41000001");
    private static final KvkNumber TWO = KvkNumber.of("41000002");

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Place(ColumnName.of("stadsdeel"), TwoAreas.AREAS, AreaLevel.STADSDEEL, false)),
            List.of(new Measure.Flow(ColumnName.of("bezoeken"), 0)));

    private static boolean works(WorkSpans spans, KvkNumber who, String where, String day) {
        return spans.works(who.value(), where, LocalDate.parse(day));
    }

    /** The second and third quarters were agreed for one area; nothing was agreed for the other. */
    @ParameterizedTest
    @CsvSource({
        "Noord, SD0518-NOORD, 2026-03-31, false",
        "Noord, SD0518-NOORD, 2026-04-01, true",
        "Noord, SD0518-NOORD, 2026-09-30, true",
        "Noord, SD0518-NOORD, 2026-10-01, false",
        "Noord, SD0518-ZUID, 2026-10-01, true",
        "SD0518-NOORD, SD0518-NOORD, 2026-10-01, false",
        "SD0518-NOORD, SD0518-ZUID, 2026-10-01, true",
        "elders, elders, 2026-10-01, false",
        "elders, hier, 2026-10-01, true",
    })
    void agreed_fromTheFirstDayToTheLast(String area, String stadsdeel, String day, boolean works) {
        Validity halfYear =
                new Validity(Optional.of(Period.ofCode("2026KW02")), Optional.of(Period.ofCode("2026KW03")));
        WorkSpans spans =
                new WorkSpans(STRUCTURE, List.of(), List.of(new ReportingAgreement(ONE, area, halfYear, 30, Set.of())));
        assertThat(works(spans, ONE, stadsdeel, day)).isEqualTo(works);
        assertThat(works(spans, TWO, stadsdeel, day)).isTrue();
    }

    @Test
    void agreedWithoutAnEnd_andTwice() {
        Validity since = Validity.since(Period.ofCode("2026KW03"));
        Validity until = Validity.until(Period.ofCode("2026KW01"));
        WorkSpans spans = new WorkSpans(
                STRUCTURE,
                List.of(),
                List.of(
                        new ReportingAgreement(ONE, "Noord", since, 30, Set.of()),
                        new ReportingAgreement(ONE, "Noord", until, 30, Set.of())));
        assertThat(works(spans, ONE, TwoAreas.NOORD, "2020-01-01")).isTrue();
        assertThat(works(spans, ONE, TwoAreas.NOORD, "2026-05-01")).isFalse();
        assertThat(works(spans, ONE, TwoAreas.NOORD, "2030-01-01")).isTrue();
    }

    /** In the areas taken over, one organisation works until July and the other from then on. */
    @ParameterizedTest
    @CsvSource({
        "'', SD0518-NOORD, true",
        "'', SD0518-ZUID, true",
        "Noord, SD0518-NOORD, true",
        "Noord, SD0518-ZUID, false",
        "SD0518-ZUID, SD0518-ZUID, true",
    })
    void takenOver_theOneUntilThenAndTheOtherSince(String area, String stadsdeel, boolean about) {
        Set<String> areas = area.isEmpty() ? Set.of() : Set.of(area);
        WorkSpans spans = new WorkSpans(
                STRUCTURE,
                List.of(new Succession(
                        ONE, TWO, Period.ofCode("2026KW03"), areas, LocalizedText.of("Overgenomen", "Taken over"))),
                List.of());
        assertThat(works(spans, ONE, stadsdeel, "2026-06-30")).isTrue();
        assertThat(works(spans, ONE, stadsdeel, "2026-07-01")).isEqualTo(!about);
        assertThat(works(spans, TWO, stadsdeel, "2026-06-30")).isEqualTo(!about);
        assertThat(works(spans, TWO, stadsdeel, "2026-07-01")).isTrue();
        assertThat(works(spans, KvkNumber.of("41000003"), stadsdeel, "2026-07-01"))
                .isTrue();
    }
}
