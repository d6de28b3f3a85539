package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import org.junit.jupiter.api.Test;

class DeliveryComparisonTest {

    private static final DeliveryRules.DeliveryRule.Jump JUMP = new DeliveryRules.DeliveryRule.Jump(
            Forms.verdict("TF-T01", Severity.WARNING),
            List.of(Cases.OPGESTART, Cases.DAGEN),
            3,
            15,
            Optional.of(Cases.OPMERKING));
    private static final DeliveryRules.DeliveryRule.Gone GONE =
            new DeliveryRules.DeliveryRule.Gone(Forms.verdict("TF-T02", Severity.NOTE));
    private static final DeliveryRules.DeliveryRule.Continued CONTINUED = new DeliveryRules.DeliveryRule.Continued(
            Forms.verdict("IO-R02", Severity.WARNING), Cases.BEGIN, Cases.EIND, List.of());
    private static final DeliveryRules RULES = new DeliveryRules(List.of(Cases.VORM), List.of(JUMP, GONE, CONTINUED));

    private static String[] row(String period, String form, String begin, String started, String end, String days) {
        return new String[] {period, form, begin, started, "", end, days, ""};
    }

    private static List<Finding> compare(int limit, List<CheckedRow> before, List<CheckedRow> now) {
        return compare(RULES, limit, before, now);
    }

    private static List<String> summary(List<CheckedRow> before, List<CheckedRow> now) {
        return Forms.summary(compare(100, before, now));
    }

    private static List<CheckedRow> one(String period, String begin, String started, String end, String days) {
        return Cases.checked(row(period, "KORT", begin, started, end, days));
    }

    @Test
    void jump_isBothManyTimesAndFarApart() {
        assertThat(summary(one("2026KW01", "", "10", "", ""), one("2026KW02", "", "30", "", "")))
                .containsExactly("TF-T01 opgestart");
        assertThat(summary(one("2026KW01", "", "30", "", ""), one("2026KW02", "", "10", "", "")))
                .containsExactly("TF-T01 opgestart");
        assertThat(summary(one("2026KW01", "", "10", "", ""), one("2026KW02", "", "29", "", "")))
                .isEmpty();
        assertThat(summary(one("2026KW01", "", "7", "", ""), one("2026KW02", "", "21", "", "")))
                .isEmpty();
        assertThat(summary(one("2026KW01", "", "0", "", ""), one("2026KW02", "", "15", "", "")))
                .containsExactly("TF-T01 opgestart");
    }

    @Test
    void jump_withAReasonInTheRow_isANote() {
        String[] explained = row("2026KW02", "KORT", "", "30", "", "");
        explained[7] = "in maart een open dag";
        List<Finding> found = compare(9, one("2026KW01", "", "10", "", ""), Cases.checked(explained));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code().value()).isEqualTo("TF-T01");
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        });
        assertThat(compare(9, one("2026KW01", "", "10", "", ""), one("2026KW02", "", "30", "", "")))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void jump_ofDecimals_isMeasuredInWholeUnits() {
        assertThat(summary(one("2026KW01", "", "", "", "7,5"), one("2026KW02", "", "", "", "22,5")))
                .containsExactly("TF-T01 dagen");
        assertThat(summary(one("2026KW01", "", "", "", "7,5"), one("2026KW02", "", "", "", "22,4")))
                .isEmpty();
        assertThat(compare(9, one("2026KW01", "", "", "", "7,5"), one("2026KW02", "", "", "", "30"))
                        .get(0)
                        .arguments())
                .contains(entry("left_value", "30,0"), entry("right_value", "7,5"));
    }

    @Test
    void jump_ofACellThatIsEmpty_isNone() {
        assertThat(summary(one("2026KW01", "", "", "", ""), one("2026KW02", "", "900", "", "")))
                .isEmpty();
        assertThat(summary(one("2026KW01", "", "900", "", ""), one("2026KW02", "", "", "", "")))
                .isEmpty();
    }

    @Test
    void continued_onlyFromOnePeriodToTheNext() {
        List<CheckedRow> before = one("2025KW04", "", "", "144", "");
        assertThat(summary(before, one("2026KW01", "144", "", "", ""))).isEmpty();
        assertThat(summary(before, one("2026KW01", "143", "", "", ""))).containsExactly("IO-R02 begin");
        assertThat(summary(before, one("2026KW02", "143", "", "", ""))).isEmpty();
        assertThat(summary(before, one("2025KW04", "143", "", "", ""))).isEmpty();
        assertThat(summary(before, one("2026KW01", "", "", "", ""))).isEmpty();
        assertThat(summary(one("2025KW04", "", "", "", ""), one("2026KW01", "143", "", "", "")))
                .isEmpty();
    }

    @Test
    void remember_severalPeriods_holdsTheLastWhateverTheirOrder() {
        String[] third = row("2025KW03", "KORT", "", "", "99", "");
        String[] fourth = row("2025KW04", "KORT", "", "", "144", "");
        List<CheckedRow> now = one("2026KW01", "144", "", "", "");
        assertThat(summary(Cases.checked(third, fourth), now)).isEmpty();
        assertThat(summary(Cases.checked(fourth, third), now)).isEmpty();
    }

    @Test
    void gone_namesEachKeyOnce() {
        List<CheckedRow> before = Cases.checked(
                row("2025KW03", "LANG", "", "", "", ""),
                row("2025KW04", "LANG", "", "", "", ""),
                row("2025KW04", "KORT", "", "", "", ""));
        List<Finding> found = compare(9, before, one("2026KW01", "", "", "", ""));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).code().value()).isEqualTo("TF-T02");
        assertThat(found.get(0).arguments()).containsExactly(entry("key", "LANG"));
        assertThat(found.get(0).location().row()).isEmpty();
    }

    @Test
    void limit_whenReached_saysSoAndHoldsTheFirst() {
        DeliveryRules.Comparison comparison = RULES.compare(Cases.rules(), 1);
        List<CheckedRow> rows = Cases.checked(
                row("2025KW04", "KORT", "", "", "", ""),
                row("2025KW04", "KORT", "", "", "", ""),
                row("2025KW04", "LANG", "", "", "", ""));
        comparison.remember(rows.get(0));
        comparison.remember(rows.get(1));
        assertThat(comparison.isFull()).isFalse();
        comparison.remember(rows.get(2));
        assertThat(comparison.isFull()).isTrue();
        List<Finding> found = new ArrayList<>();
        comparison.finish(Location.nowhere(), found::add);
        assertThat(found).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.compare(Cases.rules(), 0))
                .withMessageContaining("limit must be positive: 0");
    }

    private static void refused(List<ColumnName> key, DeliveryRules.DeliveryRule rule, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveryRules(key, List.of(rule)).checkedFor(Cases.rules()))
                .withMessageContaining(named);
    }

    @Test
    void rules_thatDoNotFit_areRefused() {
        refused(List.of(Cases.PERIODE), GONE, "periode");
        refused(List.of(Cases.BEGIN), GONE, "begin");
        refused(List.of(), GONE, "key");
        refused(
                List.of(Cases.VORM),
                new DeliveryRules.DeliveryRule.Jump(JUMP.verdict(), List.of(Cases.OPMERKING), 3, 15, Optional.empty()),
                "opmerking");
        refused(
                List.of(Cases.VORM),
                new DeliveryRules.DeliveryRule.Continued(JUMP.verdict(), Cases.DAGEN, Cases.EIND, List.of()),
                "scale");
        refused(
                List.of(Cases.VORM),
                new DeliveryRules.DeliveryRule.Continued(JUMP.verdict(), Cases.EIND, Cases.DAGEN, List.of()),
                "scale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveryRules.DeliveryRule.Jump(
                        JUMP.verdict(), List.of(Cases.BEGIN), 1, 15, Optional.empty()))
                .withMessageContaining("jump out of range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveryRules.DeliveryRule.Jump(
                        JUMP.verdict(), List.of(Cases.BEGIN), 3, 0, Optional.empty()))
                .withMessageContaining("jump out of range");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new DeliveryRules.DeliveryRule.Jump(JUMP.verdict(), List.of(), 3, 15, Optional.empty()))
                .withMessageContaining("jump out of range");
    }

    @Test
    void checkedRow_textsThatAreNoValues_areRefused() {
        List<String> good = List.of("2026KW01", "KORT", "1", "", "", "", "", "");
        assertThat(CheckedRow.of(Cases.rules(), 2, good).texts()).isEqualTo(good);
        for (int column : new int[] {0, 1, 2}) {
            List<String> bad = new ArrayList<>(good);
            bad.set(column, "-");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CheckedRow.of(Cases.rules(), 2, bad))
                    .withMessageContaining(Cases.COLUMNS.get(column).name().value());
        }
        List<String> empty = new ArrayList<>(good);
        empty.set(1, "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckedRow.of(Cases.rules(), 2, empty))
                .withMessageContaining("no value of column vorm in row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckedRow.of(Cases.rules(), 2, List.of("2026KW01")))
                .withMessageContaining("1 texts for 8 columns");
    }

    @Test
    void checkedRow_cells_areAsTheFormatWritesThem() {
        CheckedRow row = Cases.checked(new String[] {"2026-Q1", "kort", "1.200", "", "", "", "7", "  iets "})
                .get(0);
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.text(Cases.PERIODE)).contains("2026KW01");
        assertThat(row.text(Cases.VORM)).contains("KORT");
        assertThat(row.units(Cases.BEGIN)).hasValue(1_200);
        assertThat(row.units(Cases.OPGESTART)).isEmpty();
        assertThat(row.units(Cases.DAGEN)).hasValue(70);
        assertThat(row.text(Cases.OPMERKING)).contains("iets");
        assertThat(row.text(Cases.EIND)).isEmpty();
        assertThat(row.observation().code(1)).isEqualTo("KORT");
        assertThat(row.texts()).containsExactly("2026KW01", "KORT", "1200", "", "", "", "7", "iets");
        CheckedRow same = CheckedRow.of(Cases.rules(), 9, row.texts());
        assertThat(same.number()).isEqualTo(9);
        assertThat(same.texts()).isEqualTo(row.texts());
        assertThat(same.observation().code(1)).isEqualTo("KORT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.text(ColumnName.of("nergens")))
                .withMessageContaining("no column nergens in test@1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.units(Cases.VORM))
                .withMessageContaining("no numbers in column vorm");
    }

    @Test
    void jump_redeliveryOfSeveralPeriods_isBesideTheSamePeriod() {
        List<CheckedRow> before =
                Cases.checked(row("2026KW01", "KORT", "", "10", "", ""), row("2026KW02", "KORT", "", "100", "", ""));
        assertThat(summary(before, before)).isEmpty();
        assertThat(summary(before, one("2026KW01", "", "100", "", ""))).containsExactly("TF-T01 opgestart");
        // a period that was not there: beside the last one before it, not one after it
        assertThat(summary(before, one("2026KW03", "", "10", "", ""))).containsExactly("TF-T01 opgestart");
        assertThat(summary(before, one("2025KW04", "", "100", "", ""))).isEmpty();
        assertThat(summary(before, one("2025KW04", "", "10", "", ""))).isEmpty();
        assertThat(summary(before, one("2025KW04", "", "1000", "", ""))).isEmpty();
    }

    private static DeliveryRules.DeliveryRule.Continued over(ColumnName... dimensions) {
        return new DeliveryRules.DeliveryRule.Continued(
                Forms.verdict("IO-R02", Severity.WARNING), Cases.BEGIN, Cases.EIND, List.of(dimensions));
    }

    private static List<Finding> compare(
            DeliveryRules rules, int limit, List<CheckedRow> before, List<CheckedRow> now) {
        DeliveryRules.Comparison comparison = rules.compare(Cases.rules(), limit);
        before.forEach(comparison::remember);
        List<Finding> found = new ArrayList<>();
        Location place = Location.of("nu.csv");
        now.forEach(row -> comparison.check(row, place, found::add));
        comparison.finish(place, found::add);
        return found;
    }

    /** Cases move between forms, and only their sum continues: 100 + 44 at the end, 90 + 54 or 53 at the start. */
    @Test
    void continued_overADimension_comparesSumsOnceAllRowsAreKnown() {
        DeliveryRules rules = new DeliveryRules(List.of(Cases.VORM), List.of(over(Cases.VORM)));
        List<CheckedRow> before =
                Cases.checked(row("2025KW04", "KORT", "", "", "100", ""), row("2025KW04", "LANG", "", "", "44", ""));
        String[] first = row("2026KW01", "KORT", "90", "", "", "");
        assertThat(compare(rules, 9, before, Cases.checked(first, row("2026KW01", "LANG", "54", "", "", ""))))
                .isEmpty();
        List<CheckedRow> fewer = Cases.checked(first, row("2026KW01", "LANG", "53", "", "", ""));
        assertThat(compare(rules, 9, before, fewer)).singleElement().satisfies(finding -> {
            assertThat(finding.location())
                    .isEqualTo(Location.of("nu.csv").withRow(2).withColumn("begin"));
            assertThat(finding.arguments())
                    .contains(
                            entry("left", "begin"),
                            entry("left_value", "143"),
                            entry("right", "eind"),
                            entry("right_value", "144"));
        });
        // a sum with an unknown number is unknown, on either side
        assertThat(compare(rules, 9, before, Cases.checked(first, row("2026KW01", "LANG", "", "", "", ""))))
                .isEmpty();
        List<CheckedRow> half =
                Cases.checked(row("2025KW04", "LANG", "", "", "", ""), row("2025KW04", "KORT", "", "", "100", ""));
        assertThat(compare(rules, 9, half, fewer)).isEmpty();
        assertThat(compare(rules, 9, List.of(), fewer)).isEmpty();
    }

    @Test
    void continued_byForm_isComparedRowByRow() {
        DeliveryRules rules = new DeliveryRules(List.of(Cases.VORM), List.of(over()));
        List<CheckedRow> before =
                Cases.checked(row("2025KW04", "KORT", "", "", "100", ""), row("2025KW04", "LANG", "", "", "44", ""));
        List<CheckedRow> now =
                Cases.checked(row("2026KW01", "KORT", "90", "", "", ""), row("2026KW01", "LANG", "44", "", "", ""));
        assertThat(compare(rules, 9, before, now))
                .extracting(finding -> finding.location().row().orElseThrow())
                .containsExactly(2L);
        assertThat(over().group(List.of(Cases.VORM, Cases.PERIODE))).containsExactly(Cases.VORM, Cases.PERIODE);
        assertThat(over(Cases.VORM).group(List.of(Cases.VORM, Cases.PERIODE))).containsExactly(Cases.PERIODE);
    }

    @Test
    void continued_limitOfGroups_isReachedByAnotherGroupOrPeriod() {
        DeliveryRules.Comparison comparison =
                new DeliveryRules(List.of(Cases.VORM), List.of(over())).compare(Cases.rules(), 2);
        List<CheckedRow> rows = Cases.checked(
                row("2025KW04", "KORT", "", "", "100", ""),
                row("2025KW04", "KORT", "", "", "1", ""),
                row("2025KW03", "KORT", "", "", "1", ""),
                row("2025KW04", "LANG", "", "", "44", ""));
        rows.subList(0, 3).forEach(comparison::remember);
        assertThat(comparison.isFull()).isFalse();
        comparison.remember(rows.get(3));
        assertThat(comparison.isFull()).isTrue();
        comparison.remember(rows.get(0));
        assertThat(comparison.isFull()).isTrue();
        // groups beyond the limit are not compared
        List<Finding> found = new ArrayList<>();
        Cases.checked(row("2026KW01", "LANG", "7", "", "", ""), row("2026KW01", "KORT", "7", "", "", ""))
                .forEach(row -> comparison.check(row, Location.nowhere(), found::add));
        assertThat(found)
                .extracting(finding -> finding.arguments().get("right_value"))
                .containsExactly("201");
    }

    @Test
    void acrossVersions_keepsWhatBothVersionsContinueByTheSameDimensions() {
        List<ColumnName> key = List.of(Cases.VORM);
        DeliveryRules both = RULES.acrossVersions(new DeliveryRules(key, List.of(JUMP, over())));
        assertThat(both.rules()).containsExactly(CONTINUED);
        assertThat(both.key()).isEqualTo(key);
        // a version without forms is compared with the sum over the forms of a version with forms
        DeliveryRules byForm = new DeliveryRules(List.of(Cases.PERIODE), List.of(over()));
        assertThat(RULES.acrossVersions(byForm)).isEqualTo(DeliveryRules.none());
        DeliveryRules overForm = new DeliveryRules(List.of(Cases.VORM, Cases.PERIODE), List.of(over(Cases.VORM)));
        assertThat(overForm.acrossVersions(byForm).rules()).containsExactly(over(Cases.VORM));
        DeliveryRules otherColumns = new DeliveryRules(
                key,
                List.of(new DeliveryRules.DeliveryRule.Continued(
                        CONTINUED.verdict(), Cases.OPGESTART, Cases.EIND, List.of())));
        assertThat(RULES.acrossVersions(otherColumns)).isSameAs(DeliveryRules.none());
        assertThat(RULES.acrossVersions(new DeliveryRules(key, List.of(GONE)))).isSameAs(DeliveryRules.none());
    }

    @Test
    void checkedFor_bounds_areTheSmallestAndLargestJumps() {
        DeliveryRules.DeliveryRule.Jump least = new DeliveryRules.DeliveryRule.Jump(
                JUMP.verdict(), List.of(Cases.BEGIN, Cases.DAGEN), 2, 1, Optional.empty());
        DeliveryRules.DeliveryRule.Jump most = new DeliveryRules.DeliveryRule.Jump(
                JUMP.verdict(), List.of(Cases.BEGIN), 1_000_000_000, 1_000_000_000, Optional.empty());
        DeliveryRules rules = new DeliveryRules(List.of(Cases.VORM), List.of(least, most));
        assertThat(rules.checkedFor(Cases.rules())).isSameAs(rules);
        for (long beyond : new long[] {1_000_000_001L, 3_000_000_000L}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DeliveryRules.DeliveryRule.Jump(
                            JUMP.verdict(), List.of(Cases.BEGIN), 3, beyond, Optional.empty()))
                    .withMessageContaining("jump out of range");
        }
    }

    @Test
    void continued_inAFormatWithoutPeriods_isRefused() {
        RuleSet timeless =
                new RuleSet(FormatId.of("test", "1"), Cases.COLUMNS.subList(1, 8), List.of(), Forms.verdicts());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveryRules(List.of(Cases.VORM), List.of(CONTINUED)).checkedFor(timeless))
                .withMessageContaining("a rule over periods needs a column with a period");
        assertThat(new DeliveryRules(List.of(Cases.VORM), List.of(JUMP))
                        .checkedFor(timeless)
                        .rules())
                .containsExactly(JUMP);
    }

    @Test
    void jump_earlierRowsOfOneKeyAndPeriod_areBesideNothingWhateverTheirOrder() {
        String[] small = row("2026KW01", "KORT", "", "10", "", "");
        String[] large = row("2026KW01", "KORT", "", "100", "", "");
        List<CheckedRow> now = one("2026KW02", "", "100", "", "");
        assertThat(summary(Cases.checked(small, large), now)).isEmpty();
        assertThat(summary(Cases.checked(large, small), now)).isEmpty();
    }

    @Test
    void checkedRow_textsThatAreNoValues_areNotRepeated() {
        List<String> bad = List.of("2026KW01", "KORT", "Jansen 123456782", "", "", "", "", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckedRow.of(Cases.rules(), 2, bad))
                .withMessageNotContaining("Jansen")
                .withMessageContaining("row 2");
    }
}
