package nl.betekenisvolmeten.indicators.validation;

import static nl.betekenisvolmeten.indicators.validation.Forms.findings;
import static nl.betekenisvolmeten.indicators.validation.Forms.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Dimension;
import org.junit.jupiter.api.Test;

/** Rules over several cells: each kept, broken, and passed over because a cell failed its own check. */
class RulesTest {

    private static Finding only(Forms.Row row) {
        List<Finding> findings = Forms.check(row, Leniency.STANDARD);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void goodRow_hasNoFindings() {
        assertThat(findings(good())).isEmpty();
        Forms.Row full = good().with(Forms.VRIJWILLIGERS, "3")
                .with(Forms.UREN, "12,5")
                .with(Forms.TOELICHTING, "Het was gezellig.");
        assertThat(findings(full)).isEmpty();
    }

    @Test
    void inside_otherStadsdeel_isBrokenAndNamesTheRightOne() {
        Finding finding = only(good().with(Forms.STADSDEEL, "Haagse Hout"));
        assertThat(finding.code().value()).isEqualTo("TF-R01");
        assertThat(finding.location().column()).contains("wijk");
        assertThat(finding.arguments())
                .containsEntry("actual", "Laak")
                .containsEntry("wijk", "WK051801")
                .containsEntry("stadsdeel", "Haagse Hout");
    }

    @Test
    void inside_unknownArea_isPassedOver() {
        assertThat(findings(good().with(Forms.WIJK, "WK051899"))).containsExactly("TF-V02 wijk");
        assertThat(findings(good().with(Forms.STADSDEEL, "Nergens"))).containsExactly("TF-V02 stadsdeel");
    }

    @Test
    void atMost_moreThanTheOther_isBroken() {
        Finding finding = only(good().with(Forms.DEELNEMERS, "81"));
        assertThat(finding.code().value()).isEqualTo("TF-R02");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.arguments())
                .isEqualTo(Map.of(
                        "left", "unieke_deelnemers", "left_value", "81", "right", "bezoeken", "right_value", "80"));
        assertThat(findings(good().with(Forms.DEELNEMERS, "80"))).isEmpty();
    }

    @Test
    void atMost_cellThatFails_isPassedOver() {
        assertThat(findings(good().with(Forms.DEELNEMERS, "81").with(Forms.BEZOEKEN, "n.v.t.")))
                .containsExactly("TF-V03 bezoeken");
        assertThat(findings(good().with(Forms.DEELNEMERS, "-81"))).containsExactly("TF-V04 unieke_deelnemers");
        assertThat(findings(good().with(Forms.DEELNEMERS, "81").with(Forms.BEZOEKEN, "")))
                .containsExactly("TF-V01 bezoeken");
    }

    @Test
    void onlyWith_zeroOfTheOther_isBroken() {
        assertThat(findings(good().with(Forms.BIJEENKOMSTEN, "0"))).containsExactly("TF-R04 bezoeken");
        assertThat(findings(good().with(Forms.UREN, "0,5").with(Forms.VRIJWILLIGERS, "0")))
                .containsExactly("TF-R06 vrijwilligersuren");
        assertThat(findings(good().with(Forms.UREN, "0,00").with(Forms.VRIJWILLIGERS, "0")))
                .isEmpty();
    }

    @Test
    void onlyWith_emptyOptionalCell_isPassedOver() {
        assertThat(findings(good().with(Forms.UREN, "0,5"))).isEmpty();
        assertThat(findings(good().with(Forms.VRIJWILLIGERS, "4"))).isEmpty();
        assertThat(findings(good().with(Forms.UREN, "1.500").with(Forms.VRIJWILLIGERS, "0")))
                .containsExactly("TF-V05 vrijwilligersuren");
    }

    @Test
    void withinPopulation_moreThanInhabitants_isBroken() {
        Forms.Row many = good().with(Forms.BEZOEKEN, "5000");
        Finding finding = only(many.with(Forms.DEELNEMERS, "103"));
        assertThat(finding.code().value()).isEqualTo("TF-R07");
        assertThat(finding.arguments()).containsEntry("limit", "102").containsEntry("area", "WK051801");
        assertThat(findings(many.with(Forms.DEELNEMERS, "102"))).isEmpty();
    }

    @Test
    void withinPopulation_ageThatIsNone_standsForAll() {
        Forms.Row many = good().with(Forms.BEZOEKEN, "5000").with(Forms.LEEFTIJD, "onbekend");
        assertThat(findings(many.with(Forms.DEELNEMERS, "500"))).isEmpty();
        assertThat(findings(many.with(Forms.DEELNEMERS, "501"))).containsExactly("TF-R07 unieke_deelnemers");
    }

    @Test
    void withinPopulation_unknownArea_isPassedOver() {
        Forms.Row elsewhere = good().with(Forms.STADSDEEL, "Haagse Hout")
                .with(Forms.WIJK, "WK051802")
                .with(Forms.BEZOEKEN, "5000");
        assertThat(findings(elsewhere.with(Forms.DEELNEMERS, "5000"))).isEmpty();
        assertThat(findings(good().with(Forms.BEZOEKEN, "5000")
                        .with(Forms.DEELNEMERS, "5000")
                        .with(Forms.LEEFTIJD, "68+")))
                .containsExactly("TF-V02 leeftijdsgroep");
    }

    @Test
    void notTogether_contradiction_isBroken() {
        assertThat(findings(good().with(Forms.DOELGROEP, "JEUGD"))).containsExactly("TF-R08 leeftijdsgroep");
        assertThat(findings(good().with(Forms.DOELGROEP, "OUDEREN"))).isEmpty();
        assertThat(findings(good().with(Forms.DOELGROEP, "jeugd")))
                .containsExactly("TF-W02 doelgroep", "TF-R08 leeftijdsgroep");
        assertThat(findings(good().with(Forms.DOELGROEP, "JEUGT"))).containsExactly("TF-V02 doelgroep");
    }

    @Test
    void notAllZero_zerosAndEmptyCells_isBroken() {
        Forms.Row zeros =
                good().with(Forms.BIJEENKOMSTEN, "0").with(Forms.BEZOEKEN, "0").with(Forms.DEELNEMERS, "0");
        assertThat(findings(zeros)).containsExactly("TF-R09");
        assertThat(findings(zeros.with(Forms.VRIJWILLIGERS, "0"))).containsExactly("TF-R09");
        assertThat(findings(zeros.with(Forms.VRIJWILLIGERS, "1"))).isEmpty();
        assertThat(findings(zeros.with(Forms.VRIJWILLIGERS, "x"))).containsExactly("TF-V03 vrijwilligers");
        assertThat(findings(zeros.with(Forms.BEZOEKEN, ""))).containsExactly("TF-V01 bezoeken");
    }

    @Test
    void notations_areNoReasonToPassARuleOver() {
        assertThat(findings(good().with(Forms.DEELNEMERS, "1.200")))
                .containsExactly("TF-W02 unieke_deelnemers", "TF-R02 unieke_deelnemers", "TF-R07 unieke_deelnemers");
    }

    private static void refused(Rule rule, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleSet(FormatId.of("test", "1"), Forms.COLUMNS, List.of(rule), Forms.verdicts()))
                .withMessageContaining(named);
    }

    @Test
    void ruleSet_rulesThatDoNotFit_areRefused() {
        Verdict verdict = Forms.verdict("TF-R01", Severity.ERROR);
        ColumnName nowhere = ColumnName.of("nergens");
        refused(new Rule.AtMost(verdict, Forms.BEZOEKEN, nowhere), "nergens");
        refused(new Rule.AtMost(verdict, Forms.BEZOEKEN, Forms.WIJK), "wijk");
        refused(new Rule.AtMost(verdict, Forms.BEZOEKEN, Forms.UREN), "scale");
        refused(new Rule.OnlyWith(verdict, Forms.TOELICHTING, Forms.UREN), "toelichting");
        refused(new Rule.Inside(verdict, Forms.PERIODE, Forms.STADSDEEL), "periode");
        refused(new Rule.UniqueKey(verdict, List.of(Forms.BEZOEKEN)), "bezoeken");
        refused(new Rule.NotTogether(verdict, Forms.TOELICHTING, Forms.WIJK, Map.of()), "toelichting");
        refused(new Rule.NotAllZero(verdict, List.of(Forms.PERIODE)), "periode");
        refused(
                new Rule.WithinPopulation(verdict, Forms.UREN, Forms.WIJK, Forms.LEEFTIJD, Forms.POPULATION),
                "vrijwilligersuren");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule.UniqueKey(verdict, List.of()))
                .withMessageContaining("columns of a key must not be empty");
    }

    @Test
    void ruleSet_withoutAllVerdictsOrWithAColumnTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleSet(FormatId.of("test", "1"), Forms.COLUMNS, List.of(), Map.of()))
                .withMessageContaining("REQUIRED");
        List<ColumnRule> twice = List.of(Forms.COLUMNS.get(0), Forms.COLUMNS.get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleSet(FormatId.of("test", "1"), twice, List.of(), Forms.verdicts()))
                .withMessageContaining("organisatie");
    }

    private static void refused(Dimension dimension, ColumnType type) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ColumnRule(dimension.name(), type, true, new ColumnRule.Part.OfDimension(dimension)))
                .withMessageContaining(dimension.name().value());
    }

    @Test
    void columnRule_typeThatDoesNotGiveItsDimensionsCodes_isRefused() {
        Dimension wijk = new Dimension.Place(Forms.WIJK, Forms.AREAS, AreaLevel.WIJK, false);
        refused(wijk, new ColumnType.Text(20));
        refused(wijk, Forms.place(true));
        refused(new Dimension.Place(Forms.WIJK, Forms.AREAS, AreaLevel.WIJK, true), Forms.place(false));
        refused(new Dimension.Time(Forms.PERIODE), new ColumnType.Text(20));
        refused(Dimension.Category.of(Forms.BEZOEKEN), new ColumnType.Count(10));
    }

    @Test
    void columnRule_optionalDimensionOrOtherName_isRefused() {
        ColumnRule.Part part = new ColumnRule.Part.OfDimension(Dimension.Category.of(Forms.DOELGROEP));
        ColumnType type = new ColumnType.Code(Forms.GROUPS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnRule(Forms.DOELGROEP, type, false, part))
                .withMessageContaining("dimension must be required and hold a code or a text: doelgroep");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnRule(Forms.LEEFTIJD, type, true, part))
                .withMessageContaining("doelgroep");
    }

    @Test
    void structure_isThatOfDimensionsAndMeasures() {
        assertThat(Forms.RULE_SET.structure().dimensions()).hasSize(7);
        assertThat(Forms.RULE_SET.structure().measures()).hasSize(5);
        assertThat(Forms.RULE_SET.structure().key())
                .containsExactly(Forms.ORGANISATIE, Forms.WIJK, Forms.PERIODE, Forms.ACTIVITEIT, Forms.LEEFTIJD);
        assertThat(Forms.RULE_SET.structure().dimensionIndex(Forms.TOELICHTING)).isEmpty();
        assertThat(Set.copyOf(Forms.RULE_SET.rules().get(0).columns())).isEqualTo(Set.of(Forms.WIJK, Forms.STADSDEEL));
    }
}
