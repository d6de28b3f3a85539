package nl.betekenisvolmeten.indicators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Scoring;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Scoring.ScoreClass NONE = scoreClass("niet", 0);
    private static final Scoring.ScoreClass SOME = scoreClass("enigszins", 1);

    private static Scoring.ScoreClass scoreClass(String code, int from) {
        return new Scoring.ScoreClass(code, text(code), from);
    }

    private static LocalizedText text(String text) {
        return LocalizedText.of(text, text);
    }

    private static Scoring.Part part(Scoring.ScoreClass... classes) {
        return new Scoring.Part("totaal", Map.of("a", Set.of("ja"), "b", Set.of("nee")), List.of(classes));
    }

    private static Scoring scoring(Scoring.Part part) {
        return new Scoring("proef", "Verzonnen", List.of(part));
    }

    @Test
    void score_countsAnswersAndFindsTheClass() {
        Scoring scoring = scoring(part(NONE, SOME));
        assertThat(scoring.score(Map.of("a", "nee", "b", "ja", "c", "ja")))
                .isEqualTo(new Scoring.Outcome.Scored(List.of(new Scoring.Score("totaal", 0, NONE))));
        assertThat(scoring.score(Map.of("a", "ja", "b", "ja")))
                .isEqualTo(new Scoring.Outcome.Scored(List.of(new Scoring.Score("totaal", 1, SOME))));
        assertThat(scoring.score(Map.of("a", "ja", "b", "nee")))
                .isInstanceOfSatisfying(
                        Scoring.Outcome.Scored.class,
                        scored -> assertThat(
                                        scored.score("totaal").orElseThrow().value())
                                .isEqualTo(2));
    }

    @Test
    void score_questionWithoutAnAnswer_isNotNought() {
        assertThat(scoring(part(NONE)).score(Map.of("b", "ja"))).isEqualTo(new Scoring.Outcome.Incomplete(Set.of("a")));
    }

    @Test
    void part_classesThatDoNotFit_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part())
                .withMessageContaining("part totaal must have questions, and a class that begins at 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part(SOME))
                .withMessageContaining("part totaal must have questions, and a class that begins at 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part(NONE, SOME, SOME))
                .withMessageContaining("classes must rise from 0 to at most 2: enigszins begins at 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part(NONE, scoreClass("sterk", 3)))
                .withMessageContaining("classes must rise from 0 to at most 2: sterk begins at 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scoring("proef", "Verzonnen", List.of()))
                .withMessageContaining("scoring must have parts: proef");
    }

    private static Questionnaire questionnaire(List<Question> questions, Scoring... scorings) {
        return new Questionnaire(
                FormatId.of("proef", "1"),
                text("Proef"),
                new Provenance(Provenance.Status.DRAFT, text("Verzonnen"), List.of()),
                questions,
                List.of(scorings));
    }

    @Test
    void questionnaire_scoringOfOtherQuestionsOrAnswers_isRefused() {
        Question a = new Question("a", text("A"), AnswerScale.YES_NO);
        Question b = new Question("b", text("B"), AnswerScale.YES_NO);
        Questionnaire good = questionnaire(List.of(a, b), scoring(part(NONE)));
        assertThat(good.scoring("proef")).isPresent();
        assertThat(good.scoring("anders")).isEmpty();
        assertThat(good.question("b")).contains(b);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> questionnaire(List.of(a), scoring(part(NONE))))
                .withMessageContaining("question b does not have [nee]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> questionnaire(List.of(a, a)))
                .withMessageContaining("question appears twice: a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> questionnaire(List.of()))
                .withMessageContaining("questions must not be empty: proef@1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> questionnaire(List.of(a, b), scoring(part(NONE)), scoring(part(NONE))))
                .withMessageContaining("scoring appears twice: proef");
        Question score = new Question("b", text("B"), AnswerScale.SCORE_10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> questionnaire(List.of(a, score), scoring(part(NONE))))
                .withMessageContaining("question b does not have [nee]");
    }

    @Test
    void scale_numbers_areThoseOfItsOrder() {
        assertThat(AnswerScale.ORDINAL_5.value("helemaal_oneens")).hasValue(1);
        assertThat(AnswerScale.ORDINAL_5.value("helemaal_eens")).hasValue(5);
        assertThat(AnswerScale.SCORE_10.value("score_10")).hasValue(10);
        assertThat(AnswerScale.ORDINAL_5.value("weet_niet")).isEmpty();
        assertThat(AnswerScale.YES_NO.value("ja")).isEmpty();
        assertThat(AnswerScale.SCORE_10.answers()).hasSize(10);
        assertThat(AnswerScale.SCORE_10.outside()).isEmpty();
    }

    @Test
    void score_answerThatTheScaleDoesNotHave_isNoScore() {
        Question a = new Question("a", text("A"), AnswerScale.YES_NO);
        Question b = new Question("b", text("B"), AnswerScale.YES_NO);
        Questionnaire asked = questionnaire(List.of(a, b), scoring(part(NONE, SOME)));
        assertThat(asked.score("proef", Map.of("a", "nee", "b", "ja", "c", "iets")))
                .isEqualTo(new Scoring.Outcome.Scored(List.of(new Scoring.Score("totaal", 0, NONE))));
        for (String unknown : List.of("Ja", "ja ", "weet_niet", "")) {
            assertThat(asked.score("proef", Map.of("a", unknown, "b", "ja")))
                    .isEqualTo(new Scoring.Outcome.Unknown(Set.of("a")));
        }
        // does not apply: outside every denominator
        assertThat(asked.score("proef", Map.of("a", "nvt", "b", "ja")))
                .isEqualTo(new Scoring.Outcome.Incomplete(Set.of("a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked.score("anders", Map.of()))
                .withMessageContaining("no scoring 'anders' in proef@1");
    }
}
