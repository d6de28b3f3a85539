package nl.betekenisvolmeten.indicators.formats.internal.definition;

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
public final class QuestionnaireLoader {

    private static final long MAX_QUESTIONS = 1_000;

    private QuestionnaireLoader() {}

    /** Reads a questionnaire. */
    public static Optional<Questionnaire> read(ObjectReader in) {
        DefinitionHeader head = DefinitionHeader.of(in);
        Set<String> codes = new HashSet<>();
        List<Question> questions = in.each("questions", item -> question(item, codes));
        Map<String, KnownCodes> answers = new LinkedHashMap<>();
        in.peekObjects("questions")
                .forEach(item -> item.peek("code").ifPresent(code -> answers.put(code, KnownCodes.ANY)));
        questions.forEach(question ->
                answers.put(question.code(), KnownCodes.of(question.scale().answers())));
        Set<String> ids = new HashSet<>();
        List<Scoring> scorings = in.ifGiven().each("scorings", item -> scoring(item, ids, answers));
        return in.build(() -> new Questionnaire(head.id(), head.title(), head.provenance(), questions, scorings));
    }

    private static Optional<Question> question(ObjectReader in, Set<String> codes) {
        Optional<String> code = Values.name(in, "code");
        in.mustDiffer("code", codes);
        LocalizedText label = Values.localizedOr(in, "label", code.orElse(Values.NAMELESS));
        Optional<AnswerScale> scale = in.choice("scale", AnswerScale.class);
        return in.build(() -> new Question(code.orElseThrow(), label, scale.orElseThrow()));
    }

    private static Optional<Scoring> scoring(ObjectReader in, Set<String> ids, Map<String, KnownCodes> answers) {
        Optional<String> id = Values.name(in, "id");
        in.mustDiffer("id", ids);
        Optional<String> source = in.text("source");
        Set<String> names = new HashSet<>();
        List<Scoring.Part> parts = in.each("parts", item -> part(item, names, answers));
        return in.build(() -> new Scoring(id.orElseThrow(), source.orElseThrow(), parts));
    }

    private static Optional<Scoring.Part> part(ObjectReader in, Set<String> names, Map<String, KnownCodes> answers) {
        Optional<String> id = Values.name(in, "id");
        in.mustDiffer("id", names);
        Map<String, Set<String>> counted = new LinkedHashMap<>();
        in.object("counted").ifPresent(inner -> counted.putAll(counted(inner, answers)));
        Set<String> codes = new HashSet<>();
        List<Scoring.ScoreClass> classes = in.each("classes", item -> scoreClass(item, codes));
        return in.build(() -> new Scoring.Part(id.orElseThrow(), counted, classes));
    }

    /**
     * Reads the answers that count for each question. A question that exists but could not be read is not reported
     * again.
     */
    private static Map<String, Set<String>> counted(ObjectReader in, Map<String, KnownCodes> answers) {
        Map<String, Set<String>> counted = new LinkedHashMap<>();
        KnownCodes questions = KnownCodes.of(answers.keySet());
        for (String question : in.names()) {
            KnownCodes known = answers.getOrDefault(question, KnownCodes.ANY);
            counted.put(question, new LinkedHashSet<>(known.texts(in, question)));
            questions.checkName(in, question);
        }
        return counted;
    }

    private static Optional<Scoring.ScoreClass> scoreClass(ObjectReader in, Set<String> codes) {
        Optional<String> code = Values.name(in, "code");
        in.mustDiffer("code", codes);
        LocalizedText name = Values.localizedOr(in, "name", code.orElse(Values.NAMELESS));
        Optional<Long> from = in.whole("from", 0, MAX_QUESTIONS);
        return in.build(() -> new Scoring.ScoreClass(
                code.orElseThrow(), name, from.orElseThrow().intValue()));
    }
}
