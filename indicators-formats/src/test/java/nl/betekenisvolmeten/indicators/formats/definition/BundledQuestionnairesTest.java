package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Scoring;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

/** The bundled questionnaires: what is delivered of them, and their scores. */
class BundledQuestionnairesTest {

    private static final Definitions BUNDLED = Definitions.bundled();
    private static final FormatDefinition FORMAT =
            BUNDLED.formats().latest("ervaringsmeting").orElseThrow();

    private static Set<String> codes(String column) {
        Codelist codes = ((ColumnType.Code) FORMAT.column(ColumnName.of(column))
                        .orElseThrow()
                        .rule()
                        .type())
                .codes();
        return codes.items().stream().map(Codelist.Item::code).collect(Collectors.toSet());
    }

    /** The form names the questions that are delivered: all but those that are scored person by person. */
    @Test
    void format_questions_areThoseOfTheQuestionnaires() {
        Set<String> expected = new HashSet<>();
        for (Questionnaire questionnaire : BUNDLED.questionnaires().all()) {
            for (Question question : questionnaire.questions()) {
                if (question.scale() == AnswerScale.LEVEL_5) {
                    expected.addAll(List.of(question.code() + "-start", question.code() + "-eind"));
                } else if (question.scale() != AnswerScale.YES_MORE_OR_LESS_NO) {
                    expected.add(question.code());
                }
            }
        }
        assertThat(codes("vraag")).isEqualTo(expected);
        assertThat(codes("vragenlijst"))
                .isEqualTo(BUNDLED.questionnaires().all().stream()
                        .map(one -> one.id().name())
                        .collect(Collectors.toSet()));
    }

    private static Questionnaire questionnaire(String name, String version) {
        return BUNDLED.questionnaires().get(FormatId.of(name, version));
    }

    private static Map<String, String> answers(String prefix, List<String> questions, String answer) {
        Map<String, String> answers = new HashMap<>();
        questions.forEach(question -> answers.put(prefix + question, answer));
        return answers;
    }

    private static String scores(Questionnaire scale, String scoring, Map<String, String> answers) {
        Scoring.Outcome.Scored scored = (Scoring.Outcome.Scored) scale.score(scoring, answers);
        return scored.scores().stream()
                .map(score -> score.value() + " " + score.scoreClass().code())
                .collect(Collectors.joining(", "));
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, 11).mapToObj(Integer::toString).toList();
    }

    @Test
    void loneliness11_moreOrLess_isUnfavourableBothWays() {
        Questionnaire scale = questionnaire("djg-eenzaamheid-11", "2026.1");
        assertThat(scores(scale, "vzinfo", answers("djg11-", numbers(), "min_of_meer")))
                .isEqualTo("11 sterk, 6 eenzaam, 5 eenzaam");
        assertThat(scores(scale, "vzinfo", answers("djg11-", numbers(), "ja"))).isEqualTo("6 matig, 6 eenzaam, 0 niet");
        assertThat(scores(scale, "vzinfo", answers("djg11-", numbers(), "nee")))
                .isEqualTo("5 matig, 0 niet, 5 eenzaam");
    }

    @Test
    void loneliness11_sourcesDisagree_soTheCallerChooses() {
        Questionnaire scale = questionnaire("djg-eenzaamheid-11", "2026.1");
        Map<String, String> answers = answers("djg11-", List.of("1", "4", "7", "8", "11"), "ja");
        answers.putAll(answers("djg11-", List.of("2", "3", "5", "6", "9", "10"), "nee"));
        answers.put("djg11-2", "ja");
        answers.put("djg11-3", "ja");
        assertThat(scores(scale, "vzinfo", answers)).isEqualTo("2 niet, 2 niet, 0 niet");
        assertThat(scores(scale, "eenzaam-nl", answers)).isEqualTo("2 niet, 2 eenzaam, 0 niet");
        answers.putAll(answers("djg11-", numbers(), "min_of_meer"));
        assertThat(scores(scale, "vier-klassen", answers)).startsWith("11 zeer-sterk");
        answers.remove("djg11-4");
        assertThat(scale.score("vzinfo", answers)).isEqualTo(new Scoring.Outcome.Incomplete(Set.of("djg11-4")));
    }

    @Test
    void loneliness6_classes_areThoseOfStatisticsNetherlands() {
        Questionnaire scale = questionnaire("djg-eenzaamheid-6", "2026.1");
        List<String> negative = List.of("leegte", "missen", "in-de-steek");
        List<String> positive = List.of("narigheid", "vertrouwen", "verbonden");
        Map<String, String> answers = answers("djg6-", positive, "ja");
        answers.putAll(answers("djg6-", negative, "nee"));
        List<String> found = new ArrayList<>();
        found.add(scores(scale, "cbs", answers));
        for (String question : negative) {
            answers.put("djg6-" + question, "ja");
            found.add(scores(scale, "cbs", answers));
        }
        for (String question : positive) {
            answers.put("djg6-" + question, "nee");
            found.add(scores(scale, "cbs", answers));
        }
        assertThat(found)
                .containsExactly(
                        "0 niet, 0 niet, 0 niet",
                        "1 niet, 1 enigszins, 0 niet",
                        "2 enigszins, 2 enigszins, 0 niet",
                        "3 enigszins, 3 sterk, 0 niet",
                        "4 enigszins, 3 sterk, 1 enigszins",
                        "5 sterk, 3 sterk, 2 enigszins",
                        "6 sterk, 3 sterk, 3 sterk");
    }

    @Test
    void matrix_2017_hasThirteenDomains() {
        assertThat(questionnaire("zelfredzaamheidmatrix", "2017").questions())
                .hasSize(13)
                .allSatisfy(question -> assertThat(question.scale()).isEqualTo(AnswerScale.LEVEL_5));
    }
}
