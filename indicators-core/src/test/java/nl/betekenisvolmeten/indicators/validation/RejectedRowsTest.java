package nl.betekenisvolmeten.indicators.validation;

import static nl.betekenisvolmeten.indicators.validation.Forms.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import org.junit.jupiter.api.Test;

/** Tests what is passed on about rows with an error. */
class RejectedRowsTest {

    private static final List<OptionalLong> COUNTS = List.of(
            OptionalLong.of(10), OptionalLong.of(80), OptionalLong.of(20), OptionalLong.empty(), OptionalLong.empty());

    private final List<Finding> findings = new ArrayList<>();
    private final List<RejectedRows> rejected = new ArrayList<>();
    private final ValidationRun run = Validator.of(Forms.RULE_SET)
            .start(Location.of("telling.csv"), findings::add, RowTaker.ofNothing())
            .withRejected(rejected::add);

    private static List<Set<String>> codes(Set<String> organisation, Set<String> period, String activity) {
        return List.of(
                organisation,
                Set.of("Laak"),
                Set.of("WK051801"),
                period,
                activity.isEmpty() ? Set.of() : Set.of(activity),
                Set.of("ALLEN"),
                Set.of("67+"));
    }

    @Test
    void row_withAnError_isHandedOnAtOnceWithoutTheCellsThatCannotBeRead() {
        run.row(2, good().with(Forms.ACTIVITEIT, "").with(Forms.BEZOEKEN, "x").texts());
        assertThat(rejected)
                .containsExactly(new RejectedRows(
                        codes(Set.of("41000001"), Set.of("2026KW01"), ""),
                        List.of(
                                OptionalLong.of(10),
                                OptionalLong.empty(),
                                OptionalLong.of(20),
                                OptionalLong.empty(),
                                OptionalLong.empty()),
                        1,
                        OptionalLong.of(2)));
    }

    @Test
    void row_withContradictoryAreas_mayBeOfEither() {
        run.row(2, good().with(Forms.STADSDEEL, "Haagse Hout").texts());
        run.row(3, good().with(Forms.BEZOEKEN, "x").texts());
        assertThat(rejected.get(0).codes().get(1)).containsExactlyInAnyOrder("Haagse Hout", "Laak");
        assertThat(rejected.get(0).codes().get(2)).containsExactlyInAnyOrder("WK051801", "WK051802");
        assertThat(rejected.get(1).codes().get(1)).containsExactly("Laak");
        assertThat(rejected.get(1).codes().get(2)).containsExactly("WK051801");
    }

    @Test
    void row_withoutOrganisationOrPeriod_waitsForThoseOfAllRows() {
        run.row(2, good().with(Forms.ORGANISATIE, "?").texts());
        run.row(3, good().with(Forms.PERIODE, "ooit").texts());
        run.row(4, good().with(Forms.ORGANISATIE, "41000002").texts());
        run.row(
                5,
                good().with(Forms.PERIODE, "2026KW02").with(Forms.BEZOEKEN, "x").texts());
        assertThat(rejected).extracting(RejectedRows::number).containsExactly(OptionalLong.of(5));
        run.finish(true);
        Set<String> organisations = Set.of("41000001", "41000002");
        Set<String> periods = Set.of("2026KW01", "2026KW02");
        assertThat(rejected.subList(1, 3))
                .containsExactly(
                        new RejectedRows(
                                codes(organisations, Set.of("2026KW01"), "inloop"), COUNTS, 1, OptionalLong.of(2)),
                        new RejectedRows(codes(Set.of("41000001"), periods, "inloop"), COUNTS, 1, OptionalLong.of(3)));
        run.finish(true);
        assertThat(rejected).hasSize(3);
    }

    @Test
    void unreadRow_mayBeOfAnyOrganisationAndPeriodOfTheDelivery() {
        run.row(2, good().texts());
        run.unreadRow(3);
        assertThat(rejected).isEmpty();
        run.finish(true);
        assertThat(rejected)
                .containsExactly(new RejectedRows(
                        List.of(
                                Set.of("41000001"),
                                Set.of(),
                                Set.of(),
                                Set.of("2026KW01"),
                                Set.of(),
                                Set.of(),
                                Set.of()),
                        List.of(
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty()),
                        1,
                        OptionalLong.of(3)));
    }

    /** Without a key, the run knows organisations and periods only from the rows themselves. */
    @Test
    void unreadRow_inAFormatWithoutAKey_mayBeOfThoseOfGoodAndRejectedRows() {
        RuleSet rules = new RuleSet(FormatId.of("test", "1"), Forms.COLUMNS, List.of(), Forms.verdicts());
        ValidationRun keyless = Validator.of(rules)
                .start(Location.nowhere(), findings::add, RowTaker.ofNothing())
                .withRejected(rejected::add);
        keyless.row(2, good().texts());
        keyless.row(
                3,
                good().with(Forms.ORGANISATIE, "41000002")
                        .with(Forms.BEZOEKEN, "x")
                        .texts());
        keyless.unreadRow(4);
        keyless.finish(true);
        assertThat(rejected.get(1).codes().get(0)).containsExactlyInAnyOrder("41000001", "41000002");
    }

    @Test
    void row_withAnErrorAndABrokenMildRule_isNotAccepted() {
        run.row(
                2,
                good().with(Forms.TOELICHTING, "a".repeat(41))
                        .with(Forms.DOELGROEP, "JEUGD")
                        .texts());
        assertThat(Forms.summary(findings)).containsExactly("TF-V08 toelichting", "TF-R08 leeftijdsgroep");
        assertThat(run.rowsAccepted()).isZero();
    }

    @Test
    void key_withAnEmptyRemark_isPassedOver() {
        Rule key = new Rule.UniqueKey(Cases.verdict(), List.of(Forms.ACTIVITEIT, Forms.TOELICHTING));
        RuleSet rules = new RuleSet(FormatId.of("test", "1"), Forms.COLUMNS, List.of(key), Forms.verdicts());
        ValidationRun keyed = Validator.of(rules).start(Location.nowhere(), findings::add, RowTaker.ofNothing());
        keyed.row(2, good().texts());
        keyed.row(3, good().texts());
        keyed.row(4, good().with(Forms.TOELICHTING, "a").texts());
        keyed.row(5, good().with(Forms.TOELICHTING, "a").texts());
        assertThat(findings)
                .extracting(finding -> finding.location().row().orElseThrow())
                .containsExactly(5L);
        assertThat(keyed.rowsAccepted()).isEqualTo(3);
    }

    @Test
    void finish_ofADeliveryThatBrokeOff_addsRowsOfUnknownNumber() {
        run.row(2, good().texts());
        run.finish(false);
        assertThat(rejected).singleElement().satisfies(rows -> {
            assertThat(rows.rows()).isZero();
            assertThat(rows.number()).isEmpty();
            assertThat(rows.codes().get(0)).containsExactly("41000001");
            assertThat(rows.codes().get(1)).isEmpty();
        });
    }

    @Test
    void finish_moreThanTenThousandRowsHeld_countsTheRest() {
        for (int row = 1; row <= 10_003; row++) {
            run.unreadRow(row);
        }
        run.finish(true);
        assertThat(rejected).hasSize(10_001);
        assertThat(rejected.get(9_999).number()).hasValue(10_000);
        assertThat(rejected.get(10_000).rows()).isEqualTo(3);
        assertThat(rejected.get(10_000).number()).isEmpty();
        run.finish(true);
        assertThat(rejected).hasSize(10_001);
    }

    @Test
    void takerOfTheGoodRows_getsTheRejectedOnesToo() {
        RowTaker taker = new RowTaker() {
            @Override
            public void accept(Observation row) {}

            @Override
            public void acceptRejected(RejectedRows rows) {
                rejected.add(rows);
            }
        };
        Validator.of(Forms.RULE_SET)
                .start(Location.nowhere(), findings::add, taker)
                .row(2, good().with(Forms.BEZOEKEN, "x").texts());
        assertThat(rejected).hasSize(1);
    }

    @Test
    void refusedRow_holdsTheTextsThatCanBeRead() {
        List<ValidationRun.RefusedRow> refused = new ArrayList<>();
        run.withRefused(refused::add);
        run.row(2, good().texts());
        run.row(
                3,
                good().with(Forms.PERIODE, "2026-Q2").with(Forms.BEZOEKEN, "x").texts());
        assertThat(refused).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.texts().subList(2, 5))
                    .containsExactly(Optional.of("WK051801"), Optional.of("2026KW02"), Optional.of("inloop"));
            assertThat(row.texts().subList(7, 11))
                    .containsExactly(Optional.of("10"), Optional.empty(), Optional.of("20"), Optional.empty());
        });
    }

    @Test
    void finish_twoQuarters_isANoteAndThreeAreNone() {
        run.row(2, good().texts());
        run.finish(true);
        run.row(
                3,
                good().with(Forms.PERIODE, "2026KW02").with(Forms.BEZOEKEN, "x").texts());
        run.row(4, good().with(Forms.PERIODE, "ooit").texts());
        findings.clear();
        run.finish(true);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code().value()).isEqualTo("TF-I11");
            assertThat(finding.arguments()).isEqualTo(Map.of("periods", "2026KW01, 2026KW02"));
            assertThat(finding.location()).isEqualTo(Location.of("telling.csv"));
        });
        run.row(5, good().with(Forms.PERIODE, "2026KW03").texts());
        findings.clear();
        run.finish(true);
        assertThat(findings).isEmpty();
    }

    @Test
    void row_aloneNotAcceptable_isRejectedWithoutAFinding() {
        run.row(2, good().texts(), false);
        assertThat(findings).isEmpty();
        assertThat(run.rows()).isEqualTo(1);
        assertThat(run.rowsAccepted()).isZero();
        assertThat(rejected).singleElement().extracting(RejectedRows::values).isEqualTo(COUNTS);
    }

    @Test
    void columnThatIsNotThere_isNotCheckedAndKeepsEveryRowOut() {
        run.withoutColumns(Set.of(Forms.DOELGROEP, Forms.TOELICHTING));
        run.row(2, good().with(Forms.DOELGROEP, "").texts());
        run.row(3, good().with(Forms.BEZOEKEN, "x").with(Forms.DOELGROEP, "?").texts());
        assertThat(Forms.summary(findings)).containsExactly("TF-V03 bezoeken", "TF-R05");
        assertThat(run.rowsAccepted()).isZero();
        assertThat(rejected.get(0).codes().get(5)).isEmpty();
        assertThat(rejected.get(0).codes().get(6)).containsExactly("67+");
    }
}
