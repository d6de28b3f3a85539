package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Scoring;

/** Reads a questionnaire. */
final class QuestionnaireLoader {

    private static final long MOST_QUESTIONS = 1_000;

    private QuestionnaireLoader() {}

    static Optional<Questionnaire> read(ObjectReader in) {
        Optional<DefinitionHeader> head = DefinitionHeader.read(in);
        Set<String> codes = new HashSet<>();
        List<Question> questions = in.objects("questions").stream()
                .flatMap(item -> question(item, codes).stream())
                .toList();
        Map<String, Optional<AnswerScale>> scales = new LinkedHashMap<>();
        in.peekObjects("questions")
                .forEach(item -> item.peek("code").ifPresent(code -> scales.put(code, Optional.empty())));
        questions.forEach(question -> scales.put(question.code(), Optional.of(question.scale())));
        Set<String> ids = new HashSet<>();
        List<Scoring> scorings = in.objectsIfGiven("scorings").stream()
                .flatMap(item -> scoring(item, ids, scales).stream())
                .toList();
        return in.build(() -> {
            DefinitionHeader known = head.orElseThrow();
            return new Questionnaire(known.id(), known.title(), known.provenance(), questions, scorings);
        });
    }

    private static Optional<Question> question(ObjectReader in, Set<String> codes) {
        Optional<String> code = in.parsed("code", DefinitionHeader::name, "a-z 0-9 -");
        in.mustDiffer("code", codes);
        Optional<LocalizedText> label = Values.localized(in, "label");
        Optional<AnswerScale> scale = in.choice("scale", AnswerScale.class);
        return in.build(() -> new Question(code.orElseThrow(), label.orElseThrow(), scale.orElseThrow()));
    }

    private static Optional<Scoring> scoring(
            ObjectReader in, Set<String> ids, Map<String, Optional<AnswerScale>> scales) {
        Optional<String> id = in.parsed("id", DefinitionHeader::name, "a-z 0-9 -");
        in.mustDiffer("id", ids);
        Optional<String> source = in.text("source");
        Set<String> names = new HashSet<>();
        List<Scoring.Part> parts = in.objects("parts").stream()
                .flatMap(item -> part(item, names, scales).stream())
                .toList();
        return in.build(() -> new Scoring(id.orElseThrow(), source.orElseThrow(), parts));
    }

    private static Optional<Scoring.Part> part(
            ObjectReader in, Set<String> names, Map<String, Optional<AnswerScale>> scales) {
        Optional<String> id = in.parsed("id", DefinitionHeader::name, "a-z 0-9 -");
        in.mustDiffer("id", names);
        Map<String, Set<String>> counted = new LinkedHashMap<>();
        in.object("counted").ifPresent(inner -> counted.putAll(counted(inner, scales)));
        Set<String> codes = new HashSet<>();
        List<Scoring.ScoreClass> classes = in.objects("classes").stream()
                .flatMap(item -> scoreClass(item, codes).stream())
                .toList();
        return in.build(() -> new Scoring.Part(id.orElseThrow(), counted, classes));
    }

    /** A question that is there but could not be read is no second error. */
    private static Map<String, Set<String>> counted(ObjectReader in, Map<String, Optional<AnswerScale>> scales) {
        Map<String, Set<String>> counted = new LinkedHashMap<>();
        for (String question : in.names()) {
            List<Json.Text> answers = in.differentTexts(question);
            Optional<AnswerScale> scale = scales.getOrDefault(question, Optional.empty());
            if (!scales.containsKey(question)) {
                in.scope().nameNotFound(question, scales.keySet());
            }
            scale.ifPresent(known -> answers.stream()
                    .filter(answer -> !known.answers().contains(answer.value()))
                    .forEach(answer -> in.scope().notFound(answer, question, known.answers())));
            counted.put(question, new LinkedHashSet<>(Values.strings(answers)));
        }
        return counted;
    }

    private static Optional<Scoring.ScoreClass> scoreClass(ObjectReader in, Set<String> codes) {
        Optional<String> code = in.parsed("code", DefinitionHeader::name, "a-z 0-9 -");
        in.mustDiffer("code", codes);
        Optional<LocalizedText> name = Values.localized(in, "name");
        Optional<Long> from = in.whole("from", 0, MOST_QUESTIONS);
        return in.build(() -> new Scoring.ScoreClass(
                code.orElseThrow(), name.orElseThrow(), from.orElseThrow().intValue()));
    }
}
