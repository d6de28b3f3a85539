package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.model.IndicatorId;

/**
 * The stadsdelen next to each other in an overview.
 *
 * @param words the words of the overview
 * @param forms the stadsdelen compared, for each form
 */
record OverviewDistricts(OverviewWords words, List<OverviewForm.Compared> forms) {

    /** Returns the figures of the city, and the stadsdelen that differ from it. */
    List<String> sentences() {
        List<Comparison.Row> all = forms.stream()
                .flatMap(form -> form.comparison().rows().stream())
                .filter(row -> row.contrast().cityValue().exact().isPresent()
                        && row.figure().value().exact().isPresent())
                .toList();
        Map<IndicatorId, List<Comparison.Row>> byIndicator = new LinkedHashMap<>();
        all.forEach(row -> byIndicator
                .computeIfAbsent(row.key().indicator().id(), any -> new ArrayList<>())
                .add(row));
        return byIndicator.values().stream()
                .filter(rows -> rows.size() > 1)
                .map(rows -> OverviewWords.isOfAnswers(rows.get(0)) ? answersOf(rows) : figuresOf(rows))
                .toList();
    }

    private String figuresOf(List<Comparison.Row> rows) {
        List<Comparison.Row> sorted = rows.stream()
                .sorted(Comparator.comparing(row -> row.figure().value().exact().orElseThrow()))
                .toList();
        Comparison.Row least = sorted.get(0);
        Comparison.Row most = sorted.get(sorted.size() - 1);
        return words.of(
                "city.figures",
                words.shortName(least),
                words.figure(least.contrast().cityValue()),
                least.key().area().name(),
                words.figure(least.figure().value()),
                most.key().area().name(),
                words.figure(most.figure().value()));
    }

    private String answersOf(List<Comparison.Row> rows) {
        List<String> apart = new ArrayList<>();
        for (Judgement judgement : List.of(Judgement.BETTER, Judgement.WORSE)) {
            String names = rows.stream()
                    .filter(row -> row.assessment().judgement() == judgement)
                    .map(row -> row.key().area().name())
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                apart.add(words.of("city." + judgement, names));
            }
        }
        Comparison.Row first = rows.get(0);
        return words.of(
                "city.answers",
                words.name(first),
                words.share(first.contrast().cityValue()),
                apart.isEmpty() ? words.of("city.alike") : String.join(" ", apart));
    }
}
