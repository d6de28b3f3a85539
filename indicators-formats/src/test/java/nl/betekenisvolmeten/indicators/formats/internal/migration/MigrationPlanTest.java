package nl.betekenisvolmeten.indicators.formats.internal.migration;

import static nl.betekenisvolmeten.indicators.formats.internal.migration.Telformat.V2025_1;
import static nl.betekenisvolmeten.indicators.formats.internal.migration.Telformat.V2025_2;
import static nl.betekenisvolmeten.indicators.formats.internal.migration.Telformat.V2026_1;
import static nl.betekenisvolmeten.indicators.formats.internal.migration.Telformat.convert;
import static nl.betekenisvolmeten.indicators.formats.internal.migration.Telformat.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.internal.migration.Telformat.Result;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

class MigrationPlanTest {

    @Test
    void between_individualSupport_ofBothVersionsLeadsToTheNewest() {
        FormatDefinition newest = support("2026.2");
        CheckedRow older = CheckedRow.of(
                support("2025.1").ruleSet(),
                2,
                List.of(
                        "91000011",
                        "Laak",
                        "2026KW01",
                        "INDIVIDUEEL",
                        "30-49",
                        "40",
                        "20",
                        "15",
                        "45",
                        "55",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        ""));
        Result result = convert(support("2025.1"), newest, older);
        assertThat(result.rows().get(0).text(ColumnName.of("zwaarte"))).contains("ONBEKEND");
        assertThat(result.rows().get(0).text(ColumnName.of("binnen_norm"))).isEmpty();
        MigrationPlan renewed = MigrationPlan.between(support("2026.1"), newest).orElseThrow();
        assertThat(renewed.stages()).hasSize(1);
        assertThat(renewed.steps()).hasSize(8);
        assertThat(MigrationPlan.between(newest, support("2025.1"))).isPresent();
        assertThat(newest.earlierVersions()).containsExactly(support("2026.1"), support("2025.1"));
        assertThat(newest.readableFrom().map(Period::code)).contains("2025KW01");
    }

    private static FormatDefinition support(String version) {
        return Definitions.bundled().formats().get(FormatId.of("individuele-ondersteuning", version));
    }

    /** Whether there is a way or not, who reads the definition of the newer version is told. */
    @Test
    void between_individualSupport_isNotDeclaredAndTheNoteSaysWhy() {
        Definitions definitions = Definitions.bundled();
        FormatId older = FormatId.of("individuele-ondersteuning", "2025.1");
        FormatId newer = FormatId.of("individuele-ondersteuning", "2026.1");
        assertThat(MigrationPlan.between(
                        definitions.formats().get(older), definitions.formats().get(newer)))
                .isEmpty();
        assertThat(definitions.formats().get(newer).provenance().note().nl())
                .contains("Rijen van 2025.1 worden geen rijen van deze versie: ernst");
    }

    @Test
    void between_bundledVersions_isAChainForthAndBack() {
        MigrationPlan forth = MigrationPlan.between(V2025_1, V2026_1).orElseThrow();
        assertThat(forth.steps()).hasSize(7);
        assertThat(forth.source()).isEqualTo(V2025_1);
        assertThat(forth.target()).isEqualTo(V2026_1);
        MigrationPlan back = MigrationPlan.between(V2026_1, V2025_1).orElseThrow();
        assertThat(back.steps()).hasSize(7).first().isInstanceOf(Migration.Step.Drop.class);
        assertThat(MigrationPlan.between(V2025_2, V2025_2).orElseThrow().steps())
                .isEmpty();
    }

    @Test
    void convert_oldest_everyStepIsTaken() {
        Result result = convert(
                V2025_1,
                V2026_1,
                row(V2025_1, 2, "leeftijdsgroep", "0-11", "deelnemers", "33", "toelichting", "Elders"));
        assertThat(result.rows()).hasSize(1);
        assertThat(result.rows().get(0).number()).isEqualTo(2);
        assertThat(result.cell(0, "wijk")).isEqualTo("WK051805");
        assertThat(result.cell(0, "periode")).isEqualTo("2025KW03");
        assertThat(result.cell(0, "doelgroep")).isEqualTo("ALLEN");
        assertThat(result.cell(0, "leeftijdsgroep")).isEqualTo("0-11");
        assertThat(result.cell(0, "bezoeken")).isEqualTo("33");
        assertThat(result.cell(0, "nieuwe_deelnemers")).isEmpty();
        assertThat(result.cell(0, "vrijwilligersuren")).isEqualTo("12");
        assertThat(result.cell(0, "toelichting")).isEqualTo("Elders");
        assertThat(result.codes()).containsExactly("BM-M05", "BM-M01", "BM-M01");
    }

    @Test
    void convert_straddlingAndWiderGroups_areSaidOnceForAllRows() {
        List<CheckedRow> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            rows.add(row(V2025_2, 2 + i, "leeftijdsgroep", "27-49", "activiteit", "Nummer " + i));
        }
        rows.add(row(V2025_2, 5_002, "leeftijdsgroep", "18-26"));
        Result result = convert(V2025_2, V2026_1, MigrationPlan.Persons.REFUSE, rows);
        List<Finding> lost = result.findings().stream()
                .filter(finding -> finding.code().value().equals("TF-I31"))
                .toList();
        assertThat(lost).hasSize(2);
        assertThat(lost.get(0).severity()).isEqualTo(Severity.NOTE);
        assertThat(lost.get(0).location().column()).contains("leeftijdsgroep");
        assertThat(lost.get(0).location().row()).hasValue(2);
        assertThat(lost.get(0).arguments())
                .containsEntry("reason", "split")
                .containsEntry("details", ": 27-49 → onbekend")
                .containsEntry("count", "5000")
                .containsEntry("rows", "2, 3, 4, 5, 6, …");
        assertThat(lost.get(1).arguments())
                .containsEntry("reason", "wider")
                .containsEntry("details", ": 18-26 → 18-29")
                .containsEntry("count", "1");
        assertThat(result.rows()).hasSize(5_001);
    }

    @Test
    void convert_sameKeyAndPersonsMayOverlap_isRefusedAndSaid() {
        Result result = convert(
                V2025_2,
                V2026_1,
                row(V2025_2, 2, "leeftijdsgroep", "27-49"),
                row(V2025_2, 3, "leeftijdsgroep", "onbekend"),
                row(V2025_2, 4));
        assertThat(result.rows()).extracting(CheckedRow::number).containsExactly(4L);
        Finding refused = result.finding("BM-M03");
        assertThat(refused.severity()).isEqualTo(Severity.ERROR);
        assertThat(refused.location().column()).contains("unieke_deelnemers");
        assertThat(refused.arguments())
                .containsEntry("reason", "persons")
                .containsEntry("count", "2")
                .containsEntry("rows", "2, 3");
    }

    @Test
    void convert_personsAtMost_addsAndWarns() {
        Result result = convert(
                V2025_2,
                V2026_1,
                MigrationPlan.Persons.AT_MOST,
                List.of(
                        row(V2025_2, 2, "leeftijdsgroep", "27-49", "toelichting", "Eén"),
                        row(V2025_2, 3, "leeftijdsgroep", "onbekend", "vrijwilligers", "0", "toelichting", "Twee")));
        assertThat(result.rows()).hasSize(1);
        assertThat(result.cell(0, "unieke_deelnemers")).isEqualTo("20");
        assertThat(result.cell(0, "bezoeken")).isEqualTo("80");
        assertThat(result.cell(0, "vrijwilligersuren")).isEqualTo("25,0");
        assertThat(result.cell(0, "vrijwilligers")).isEqualTo("2");
        assertThat(result.cell(0, "toelichting")).isEqualTo("Eén / Twee");
        assertThat(result.finding("BM-M04").severity()).isEqualTo(Severity.WARNING);
        assertThat(result.reasons("BM-M04"))
                .containsExactly("bijeenkomsten shared_at_most", "unieke_deelnemers at_most");
        assertThat(result.cell(0, "bijeenkomsten")).isEqualTo("8");
        assertThat(result.finding("BM-M02").arguments()).containsEntry("reason", "sums");
    }

    @Test
    void convert_back_aGroupGoesToTheOneItLiesInAndAnotherToUnknown() {
        Result result = convert(
                V2026_1,
                V2025_2,
                row(V2026_1, 2, "leeftijdsgroep", "18-29", "bezoeken", "30", "unieke_deelnemers", "7"),
                row(V2026_1, 3, "leeftijdsgroep", "30-49", "bezoeken", "20", "unieke_deelnemers", "5"));
        assertThat(result.rows()).hasSize(2);
        assertThat(result.cell(0, "leeftijdsgroep")).isEqualTo("onbekend");
        assertThat(result.cell(1, "leeftijdsgroep")).isEqualTo("27-49");
        assertThat(result.codes()).contains("TF-I31").doesNotContain("BM-M02");
    }

    /** Nobody is of two age groups in one quarter, so persons add; a volunteer may help at both. */
    @Test
    void combine_rowsOfTwoAgeGroups_addsPersonsButNotVolunteers() {
        List<RowCombiner.Member> members = List.of(
                new RowCombiner.Member(
                        row(V2025_2, 2, "leeftijdsgroep", "18-26"),
                        row(V2026_1, 2, "nieuwe_deelnemers", "").texts()),
                new RowCombiner.Member(
                        row(V2025_2, 3, "leeftijdsgroep", "27-49"),
                        row(V2026_1, 3).texts()));
        LossLog log = new LossLog();
        List<Finding> findings = new ArrayList<>();
        List<String> texts = new RowCombiner(V2025_2, V2026_1, MigrationPlan.Persons.REFUSE)
                .combine(members, log)
                .orElseThrow();
        log.tell(Location.of("rows"), findings::add);
        Result result = new Result(V2026_1, List.of(CheckedRow.of(V2026_1.ruleSet(), 2, texts)), findings);
        assertThat(result.cell(0, "unieke_deelnemers")).isEqualTo("20");
        assertThat(result.cell(0, "vrijwilligers")).isEmpty();
        assertThat(result.finding("BM-M02").arguments()).containsEntry("reason", "exclusive");
        assertThat(result.reasons("BM-M04")).contains("bijeenkomsten shared", "vrijwilligers persons");
    }

    @Test
    void convert_aCombinedRowLacksANumber_isNotTakenAsZero() {
        Result result = convert(
                V2025_2,
                V2026_1,
                row(V2025_2, 2, "leeftijdsgroep", "27-49", "unieke_deelnemers", "0", "doorverwijzingen", ""),
                row(V2025_2, 3, "leeftijdsgroep", "onbekend", "vrijwilligers", "", "vrijwilligersuren", ""));
        assertThat(result.cell(0, "doorverwijzingen")).isEmpty();
        assertThat(result.cell(0, "bijeenkomsten")).isEqualTo("4");
        assertThat(result.cell(0, "unieke_deelnemers")).isEqualTo("10");
        assertThat(result.findings().stream()
                        .filter(finding -> finding.code().value().equals("BM-M04"))
                        .map(finding -> finding.arguments().get("column") + " "
                                + finding.arguments().get("reason")))
                .containsExactly(
                        "bijeenkomsten shared",
                        "vrijwilligers missing",
                        "vrijwilligersuren missing",
                        "doorverwijzingen missing");
    }

    @Test
    void convert_combinedRowsDifferOutsideTheKey_isRefused() {
        Result result = convert(
                V2025_2,
                V2026_1,
                row(V2025_2, 2, "leeftijdsgroep", "27-49", "ambitie", "2"),
                row(V2025_2, 3, "leeftijdsgroep", "onbekend"));
        assertThat(result.rows()).isEmpty();
        assertThat(result.finding("BM-M03").arguments())
                .containsEntry("reason", "dimensions")
                .containsEntry("column", "ambitie");
    }

    @Test
    void convert_textsTooLongTogether_keepsWhatFitsAndSaysSo() {
        Result result = convert(
                V2025_2,
                V2026_1,
                row(V2025_2, 2, "leeftijdsgroep", "27-49", "unieke_deelnemers", "0", "toelichting", "a".repeat(600)),
                row(V2025_2, 3, "leeftijdsgroep", "onbekend", "vrijwilligers", "0", "toelichting", "b".repeat(600)));
        assertThat(result.cell(0, "toelichting")).isEqualTo("a".repeat(600));
        assertThat(result.findings())
                .anySatisfy(finding -> assertThat(finding.arguments()).containsEntry("reason", "text"));
    }

    @Test
    void convert_back_dropsAndRoundsAndSaysSo() {
        Result result = convert(
                V2026_1,
                V2025_1,
                row(V2026_1, 2, "doelgroep", "OUDEREN", "nieuwe_deelnemers", "3", "vrijwilligersuren", "12,5"),
                row(V2026_1, 3, "leeftijdsgroep", "67+", "vrijwilligersuren", "12,0"));
        assertThat(result.cell(0, "vrijwilligersuren")).isEqualTo("13");
        assertThat(result.cell(1, "vrijwilligersuren")).isEqualTo("12");
        assertThat(result.cell(0, "wijk")).isEqualTo("Archipelbuurt");
        assertThat(result.cell(0, "deelnemers")).isEqualTo("40");
        assertThat(result.findings().stream()
                        .filter(finding -> finding.code().value().equals("TF-I31"))
                        .map(finding -> finding.arguments().get("column") + " "
                                + finding.arguments().get("reason")
                                + finding.arguments().get("details")))
                .containsExactly(
                        "nieuwe_deelnemers dropped", "vrijwilligersuren rounded", "doelgroep dropped: OUDEREN");
    }

    /** The other version may be stricter: what it would not take is not let through. */
    @Test
    void convert_aRowThatTheOtherVersionRefuses_isLeftOutWithItsFinding() {
        Result result = convert(V2026_1, V2025_1, row(V2026_1, 2, "leeftijdsgroep", "18-29"));
        assertThat(result.cell(0, "leeftijdsgroep")).isEqualTo("onbekend");
        CheckedRow broken = row(V2025_2, 2, "unieke_deelnemers", "50");
        Result refused = convert(V2025_2, V2026_1, broken);
        assertThat(refused.rows()).isEmpty();
        assertThat(refused.codes()).contains("TF-R02");
    }

    @Test
    void toObservations_rowsOfOneKey_stayApart() {
        List<Observation> observations = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        MigrationRun run = MigrationRun.toObservations(
                MigrationPlan.between(V2025_2, V2026_1).orElseThrow(),
                Location.of("rows"),
                findings::add,
                observations::add);
        run.accept(row(V2025_2, 2, "leeftijdsgroep", "27-49"));
        run.accept(row(V2025_2, 3, "leeftijdsgroep", "onbekend"));
        run.finish();
        assertThat(observations).hasSize(2);
        assertThat(findings).noneMatch(finding -> finding.severity() != Severity.NOTE);
        assertThat(observations.get(0).dimensions())
                .isEqualTo(V2026_1.ruleSet().structure().dimensions().size());
    }

    @Test
    void accept_aRowOfAnotherFormat_isRefused() {
        MigrationRun run = MigrationRun.toObservations(
                MigrationPlan.between(V2025_2, V2026_1).orElseThrow(), Location.of("rows"), any -> {}, any -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.accept(row(V2025_1, 2)))
                .withMessageContaining("15 cells for 16 columns");
    }

    @Test
    void message_everyReason_isInWords() {
        List<Finding> findings = Stream.of(
                        convert(
                                V2025_1,
                                V2026_1,
                                row(V2025_1, 2, "leeftijdsgroep", "27-49"),
                                row(V2025_1, 3, "leeftijdsgroep", "onbekend"),
                                row(V2025_1, 4, "leeftijdsgroep", "18-26")),
                        convert(V2026_1, V2025_1, row(V2026_1, 2, "doelgroep", "OUDEREN", "nieuwe_deelnemers", "1")))
                .flatMap(result -> result.findings().stream())
                .toList();
        assertThat(findings).hasSizeGreaterThan(8);
        for (Finding finding : findings) {
            for (Language language : Language.values()) {
                String text = MessageCatalogue.bundled()
                        .message(finding, language, Audience.FILLER)
                        .text();
                assertThat(text)
                        .doesNotContain("?")
                        .doesNotContain(": " + finding.arguments().get("reason"))
                        .doesNotContain("{");
            }
        }
    }
}
