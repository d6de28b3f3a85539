package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.Formula;

/**
 * What people say, in an overview.
 *
 * @param words the words of the overview
 * @param forms the stadsdelen compared, for each form
 */
record OverviewAnswers(OverviewWords words, List<OverviewForm.Compared> forms) {

    /** The questionnaire for participants. */
    private static final String OF_PARTICIPANTS = "deelnemerservaring";

    /** Returns what people answered, each questionnaire in a sentence, with its questions if there are few. */
    List<String> of(Area area) {
        List<String> sentences = new ArrayList<>();
        for (OverviewForm.Compared form : forms) {
            form.comparison().rows().stream()
                    .filter(row ->
                            OverviewWords.isOfAnswers(row) && row.key().area().equals(area))
                    .forEach(row -> row.figure().answered().ifPresent(answered -> {
                        sentences.add(answers(row, answered));
                        questions(
                                        form.questions()
                                                .getOrDefault(
                                                        row.key().indicator().id(), List.of()),
                                        area)
                                .ifPresent(sentences::add);
                    }));
        }
        if (sentences.isEmpty()) {
            boolean any = forms.stream()
                    .flatMap(form -> form.comparison().rows().stream())
                    .anyMatch(row -> row.figure().answered().isPresent());
            sentences.add(any ? words.of("residents.notHere", area.name()) : words.of("residents.none"));
        }
        return sentences;
    }

    private String answers(Comparison.Row row, Comparison.Answered answered) {
        Formula.Answers formula = (Formula.Answers) row.key().indicator().formula();
        return words.of(
                "answers",
                words.name(row),
                words.share(row.figure().value()),
                formula.questions() > 1 ? average(answered, formula) : "",
                words.limits(row.figure().uncertainty()),
                words.share(row.contrast().cityValue()),
                words.verdict(row.assessment().judgement(), row.assessment().reason()),
                response(answered, answered.questions()));
    }

    /** Returns in words how many questions the share is based on, as some of them may have no answers. */
    private String average(Comparison.Answered answered, Formula.Answers formula) {
        return answered.questions() == formula.questions()
                ? words.of("average", answered.questions())
                : words.of("average.some", answered.questions(), formula.questions());
    }

    private String response(Comparison.Answered answered, int questions) {
        if (answered.response().isEmpty() || answered.invited().isEmpty()) {
            return words.of("response.unknown", answered.n());
        }
        BigDecimal response = answered.response().get();
        long invited = answered.invited().getAsLong();
        return words.of(
                questions > 1 ? "response" : "response.one",
                response.multiply(BigDecimal.valueOf(invited)).setScale(0, RoundingMode.HALF_UP),
                invited,
                words.texts().number(response.movePointRight(2), 0),
                answered.n(),
                questions);
    }

    /** Returns the heading above answers: of participants, or of residents, whatever else they were asked. */
    String who() {
        List<Comparison.Row> answered = forms.stream()
                .flatMap(form -> form.comparison().rows().stream())
                .filter(row -> row.figure().answered().isPresent())
                .toList();
        boolean participants = answered.stream()
                .allMatch(row -> row.key().indicator().formula() instanceof Formula.Answers answers
                        && answers.questionnaire().equals(OF_PARTICIPANTS));
        return participants && !answered.isEmpty() ? "part.participants" : "part.residents";
    }

    private Optional<String> questions(List<OverviewForm.Asked> asked, Area area) {
        String said = asked.stream()
                .flatMap(one -> one.comparison().rows().stream()
                        .filter(row -> row.key().area().equals(area))
                        .flatMap(row -> row.figure().value().exact().stream())
                        .map(share -> words.of(
                                "question",
                                one.question().label().in(words.texts().language()),
                                words.texts().number(share, 0))))
                .collect(Collectors.joining("; "));
        return Optional.of(said).filter(text -> !text.isEmpty()).map(text -> words.of("questions", text));
    }
}
