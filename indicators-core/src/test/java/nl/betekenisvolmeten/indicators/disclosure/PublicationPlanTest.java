package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

class PublicationPlanTest {

    private static final PublicationPlan.Count PERSONS =
            new PublicationPlan.Count(City.PERSONS, City.PERSONS, true, 0, false);
    private static final PublicationPlan.Count VISITS =
            new PublicationPlan.Count(City.VISITS, City.PERSONS, true, 0, false);

    private static PublicationPlan plan(PublicationPlan.Part... parts) {
        return new PublicationPlan(
                FormatId.of("plan", "1"),
                City.text(),
                City.provenance(),
                City.plan().policy(),
                List.of(parts));
    }

    private static PublicationPlan.Part part(String id, AreaLevel level, PeriodKind period) {
        return new PublicationPlan.Part(id, level, period, List.of(), List.of(PERSONS, VISITS));
    }

    @Test
    void twoTablesAboutTheSame_areRefused_andYearsAndQuartersTogetherAreNot() {
        PublicationPlan.Part year = part("a", AreaLevel.WIJK, PeriodKind.YEAR);
        assertThat(plan(year, part("b", AreaLevel.WIJK, PeriodKind.QUARTER)).parts())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(year, part("b", AreaLevel.WIJK, PeriodKind.YEAR)))
                .withMessageContaining("b");
    }

    @Test
    void categoriesDescribedInTwoWays_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(divided("a", AreaLevel.WIJK, "jong"), divided("b", AreaLevel.STADSDEEL, "oud")))
                .withMessageContaining("leeftijdsgroep");
        for (List<String> codes : List.of(List.<String>of(), List.of("jong", "jong"), List.of("totaal"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PublicationPlan.Breakdown(ColumnName.of("leeftijdsgroep"), codes))
                    .withMessageContaining("leeftijdsgroep");
        }
    }

    private static PublicationPlan.Part divided(String id, AreaLevel level, String code) {
        return new PublicationPlan.Part(
                id,
                level,
                PeriodKind.YEAR,
                List.of(new PublicationPlan.Breakdown(ColumnName.of("leeftijdsgroep"), List.of(code))),
                List.of(PERSONS, VISITS));
    }

    @Test
    void twoTablesOfALevel_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        plan(part("a", AreaLevel.WIJK, PeriodKind.YEAR), part("b", AreaLevel.WIJK, PeriodKind.YEAR)))
                .withMessageContaining("b");
        assertThatIllegalArgumentException().isThrownBy(() -> plan()).withMessage("no tables to publish: plan@1");
    }

    @Test
    void visitsWithoutTheirPersons_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PublicationPlan.Part("a", AreaLevel.WIJK, PeriodKind.YEAR, List.of(), List.of(VISITS)))
                .withMessageContaining("unieke_deelnemers");
    }

    @Test
    void aCountDescribedInTwoWays_isRefused() {
        PublicationPlan.Count other = new PublicationPlan.Count(City.VISITS, City.PERSONS, false, 0, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(
                        part("a", AreaLevel.WIJK, PeriodKind.YEAR),
                        new PublicationPlan.Part(
                                "b", AreaLevel.STADSDEEL, PeriodKind.YEAR, List.of(), List.of(PERSONS, other))))
                .withMessageContaining("bezoeken");
    }

    @Test
    void policy_outOfRange_isRefused() {
        for (int[] wrong : new int[][] {{1, 5}, {1001, 5}, {10, 0}, {10, 101}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DisclosurePolicy(
                            FormatId.of("x", "1"),
                            City.text(),
                            City.provenance(),
                            wrong[0],
                            wrong[1],
                            DisclosurePolicy.Level.L1))
                    .withMessageMatching(
                            "(threshold must be 2 to 1000: (1|1001))|(rounding must be 1 to 100: (0|101))");
        }
    }

    private static DisclosurePolicy.Sensitivity sensitivity(ColumnName column, String code, int threshold) {
        return new DisclosurePolicy.Sensitivity(City.text(), City.text(), column, List.of(code), threshold, false);
    }

    @Test
    void classes_ofTwoColumnsOrWithACodeTwice_areRefused() {
        DisclosurePolicy.Sensitivity old = sensitivity(City.AGE, "oud", 3);
        for (DisclosurePolicy.Sensitivity other :
                List.of(sensitivity(City.AGE, "oud", 12), sensitivity(City.VISITS, "jong", 12))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DisclosurePolicy.Thresholds(10, List.of(old, other)))
                    .withMessageContaining("different codes of one column");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sensitivity(City.AGE, "oud", 1))
                .withMessageContaining("1");
    }

    @Test
    void thresholds_areThoseOfTheCodes_andOtherwiseTheStrictest() {
        DisclosurePolicy policy = new DisclosurePolicy(
                FormatId.of("x", "1"),
                City.text(),
                City.provenance(),
                new DisclosurePolicy.Thresholds(10, City.classes(3, 12)),
                new DisclosurePolicy.RoundingRule(5, false),
                new DisclosurePolicy.Requirement(DisclosurePolicy.Level.L1, 1));
        PublicationPlan.Part divided = City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, true);
        PublicationPlan.Part whole = City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, false);
        PublicationPlan plan = City.plan(policy, List.of(divided));
        assertThat(plan.thresholds()).containsExactly(3, 10, 12);
        assertThat(List.of("oud", "midden", "jong", PublicationPlan.TOTAL))
                .extracting(code -> plan.threshold(List.of(code)))
                .containsExactly(3, 10, 12, 12);
        assertThat(City.plan(policy, List.of(whole)).thresholds()).containsExactly(12);
        PublicationPlan.Part old = new PublicationPlan.Part(
                "oud",
                AreaLevel.WIJK,
                PeriodKind.YEAR,
                List.of(new PublicationPlan.Breakdown(City.AGE, List.of("oud"))),
                List.of(PERSONS));
        assertThat(City.plan(policy, List.of(old)).thresholds()).containsExactly(3);
    }

    @Test
    void outgoing_saysWhoMaySeeIt() {
        Release release = DisclosureControl.of(List.of())
                .protect(City.plan(), City.visits(new long[][] {{1, 20, 15}}).build());
        assertThat(release.table(City.WIJKEN).use()).isEqualTo("public");
        assertThat(release.table(City.WIJKEN)).hasToString("Protected[plan@1]");
        assertThat(release.table(City.WIJKEN).purpose()).isEqualTo("plan@1");
        assertThat(release.plan()).isEqualTo(City.plan());
        assertThat(InternalUse.of("x", "a test").use()).isEqualTo("internal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> release.table("x"))
                .withMessageContaining("x");
    }
}
