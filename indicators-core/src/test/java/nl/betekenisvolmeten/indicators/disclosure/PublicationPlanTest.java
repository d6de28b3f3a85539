package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
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
        return new PublicationPlan.Part(id, level, period, List.of(PERSONS, VISITS));
    }

    @Test
    void yearsAndQuartersTogether_areRefused_asTheirDifferencesAreNotKnownHere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(
                        part("a", AreaLevel.WIJK, PeriodKind.YEAR), part("b", AreaLevel.STADSDEEL, PeriodKind.QUARTER)))
                .withMessageContaining("QUARTER");
    }

    @Test
    void twoTablesOfALevel_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        plan(part("a", AreaLevel.WIJK, PeriodKind.YEAR), part("b", AreaLevel.WIJK, PeriodKind.YEAR)))
                .withMessageContaining("b");
        assertThatIllegalArgumentException().isThrownBy(() -> plan());
    }

    @Test
    void visitsWithoutTheirPersons_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicationPlan.Part("a", AreaLevel.WIJK, PeriodKind.YEAR, List.of(VISITS)))
                .withMessageContaining("unieke_deelnemers");
    }

    @Test
    void aCountDescribedInTwoWays_isRefused() {
        PublicationPlan.Count other = new PublicationPlan.Count(City.VISITS, City.PERSONS, false, 0, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(
                        part("a", AreaLevel.WIJK, PeriodKind.YEAR),
                        new PublicationPlan.Part("b", AreaLevel.STADSDEEL, PeriodKind.YEAR, List.of(PERSONS, other))))
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
                            DisclosurePolicy.Level.L1));
        }
    }

    @Test
    void outgoing_saysWhoMaySeeIt() {
        Release release = DisclosureControl.of()
                .protect(City.plan(), City.visits(new long[][] {{1, 20, 15}}).build());
        assertThat(release.table(City.WIJKEN).use()).isEqualTo("public");
        assertThat(release.table(City.WIJKEN)).hasToString("Protected[plan@1]");
        assertThat(InternalUse.of("x", "a test").use()).isEqualTo("internal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> release.table("x"))
                .withMessageContaining("x");
    }
}
