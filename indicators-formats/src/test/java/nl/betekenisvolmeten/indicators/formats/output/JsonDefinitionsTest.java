package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonDefinitionsTest {

    private static List<Map<String, @Nullable Object>> written() throws IOException {
        StringWriter out = new StringWriter();
        JsonDefinitions.write(Definitions.bundled(), out);
        return Parsed.objects(Parsed.of(out.toString()));
    }

    private static Map<String, @Nullable Object> one(String kind, String id, String version) throws IOException {
        return written().stream()
                .filter(entry -> kind.equals(entry.get("kind")) && id.equals(entry.get("id")))
                .filter(entry -> version.equals(entry.get("version")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void write_bundled_hasEveryDefinitionOnce() throws IOException {
        Definitions all = Definitions.bundled();
        assertThat(written())
                .hasSize(all.formats().all().size()
                        + all.accounts().all().size()
                        + all.questionnaires().all().size()
                        + all.targetSets().all().size()
                        + all.protocols().all().size()
                        + all.policies().all().size()
                        + all.plans().all().size())
                .allSatisfy(
                        entry -> assertThat(entry).containsKeys("kind", "id", "version", "title", "status", "note"));
        assertThat(written().stream().map(entry -> entry.get("kind")))
                .contains("format", "account", "questionnaire", "targets", "protocol", "policy", "plan");
    }

    @Test
    void write_account_hasItsPartsAndRules() throws IOException {
        Map<String, @Nullable Object> account = one("account", "verantwoording", "2026.1");
        assertThat(Parsed.objects(account.get("parts")).stream().map(part -> part.get("format")))
                .containsExactly(
                        "telformat-gebiedsgericht@2026.1",
                        "individuele-ondersteuning@2026.1",
                        "ervaringsmeting@2026.1",
                        "impactverhaal@2026.1");
        assertThat(Parsed.objects(account.get("rules")))
                .anySatisfy(rule -> assertThat(rule)
                        .containsEntry("code", "VA-R03")
                        .containsEntry("columns", List.of("stadsdeel", "activiteitsoort")));
        assertThat(account).containsEntry("validFrom", "2026KW02");
        StringWriter alone = new StringWriter();
        JsonDefinitions.write(Definitions.bundled().accounts().all().get(0), alone);
        assertThat(Parsed.objects(Parsed.of(alone.toString()))).containsExactly(account);
    }

    @Test
    void write_questionnaire_hasItsQuestionsWithTheirAnswers() throws IOException {
        Map<String, @Nullable Object> questionnaire = one("questionnaire", "clientervaring", "2026.1");
        assertThat(Parsed.objects(questionnaire.get("questions")))
                .anySatisfy(question -> assertThat(question)
                        .containsEntry("code", "ce-effect")
                        .containsEntry("scale", "YES_NO")
                        .containsEntry("answers", AnswerScale.YES_NO.answers()));
        assertThat(AnswerScale.YES_NO.answers()).contains("ja", "nee");
    }

    @Test
    void write_targetsAndProtocol_sayWhatTheyAreAbout() throws IOException {
        assertThat(Parsed.objects(one("targets", "denhaag-begroting", "2026.1").get("targets")))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target).containsKeys("indicator", "area", "period", "source"));
        assertThat(one("protocol", "telling-gebiedsgericht", "2026.1"))
                .containsEntry("registrations", "registraties@2026.1")
                .containsEntry("format", "telformat-gebiedsgericht@2026.1");
    }

    @Test
    void write_migration_namesTheVersionBeforeAndTheSteps() throws IOException {
        Map<String, @Nullable Object> format = one("format", "telformat-gebiedsgericht", "2025.2");
        assertThat(format)
                .extractingByKey("migration")
                .asString()
                .contains("telformat-gebiedsgericht@2025.1", "rename", "deelnemers", "bezoeken", "notation");
        assertThat(one("format", "telformat-gebiedsgericht", "2025.1")).doesNotContainKey("migration");
    }
}
