package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.report.SentencePage;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * The answer on one screen for each stadsdeel: how many people there were, whether there were more than last year, and
 * whether results are better than the city's.
 */
final class OverviewPage {

    private static final FindingCode FIRST_VISITS = FindingCode.of("BM-A23");
    private static final IndicatorId PARTICIPANTS = IndicatorId.of("unieke-deelnemers");
    private static final IndicatorId CLIENTS = IndicatorId.of("unieke-clienten");
    private static final IndicatorId REACH = IndicatorId.of("bereik-per-1000-inwoners");
    private static final IndicatorId VISITS = IndicatorId.of("bezoeken-per-1000-inwoners");

    /** The groups in which comparisons with the city are summarised, in the order of the sentence. */
    private enum Lies {
        BETTER,
        WORSE,
        DIFFERENT,
        SIMILAR,
        OPEN;

        static Lies of(Judgement judgement) {
            return switch (judgement) {
                case BETTER -> BETTER;
                case WORSE -> WORSE;
                case HIGHER, LOWER -> DIFFERENT;
                case SIMILAR -> SIMILAR;
                case NOT_DECIDED, NONE -> OPEN;
            };
        }
    }

    private final Lookup lookup;
    private final OverviewWords words;
    private final OverviewAnswers answers;
    private final OverviewGaps gaps;
    private final List<OverviewForm.Compared> forms;
    private final OverviewTargets targets;
    private final OverviewForm.Frame frame;

    OverviewPage(
            Lookup lookup,
            OverviewGaps gaps,
            List<OverviewForm.Compared> forms,
            OverviewTargets targets,
            OverviewForm.Frame frame) {
        this.lookup = lookup;
        this.gaps = gaps;
        this.forms = forms;
        this.targets = targets;
        this.frame = frame;
        words = new OverviewWords(lookup.texts());
        answers = new OverviewAnswers(words, forms);
    }

    /** Returns how many people there were in the city, and why that is not known exactly. */
    List<String> ofCity(Area city) {
        boolean between = total(PARTICIPANTS, city, OverviewWords::isBetween).isPresent();
        return between ? List.of(reach(city), words.of("city.bounds")) : List.of(reach(city));
    }

    /** Returns how many people there were of each kind; always a sentence. */
    String reach(Area area) {
        Optional<String> participants = total(PARTICIPANTS, area, words::people);
        Optional<String> clients = total(CLIENTS, area, words::people);
        String key = participants.isPresent()
                ? clients.isPresent() ? "reach.both" : "reach"
                : clients.isPresent() ? "reach.clients" : "reach.none";
        return words.of(key, area.name(), gaps.soFar(), participants.orElse(""), clients.orElse(""));
    }

    private Optional<String> total(IndicatorId id, Area area, Function<CellValue, Optional<String>> said) {
        return lookup.indicators().stream()
                .filter(indicator -> indicator.id().equals(id))
                .map(Indicator::formula)
                .flatMap(formula -> forms.stream()
                        .map(OverviewForm.Compared::form)
                        .filter(form -> form.format().id().name().equals(formula.format()))
                        .flatMap(form -> form
                                .total(formula.parts().get(0), area, frame)
                                .flatMap(value -> said.apply(value)
                                        .map(people -> value.lowerBound().isPresent()
                                                        && gaps.isIncomplete(form, area, stadsdelen(form))
                                                ? words.of("people.delivered", people)
                                                : people))
                                .stream()))
                .findFirst();
    }

    private static List<Area> stadsdelen(OverviewForm form) {
        return Lookup.areas(form.format().ruleSet().structure()).areas(AreaLevel.STADSDEEL);
    }

    SentencePage page(String checked, List<Area> areas, Optional<SentencePage.Section> city) {
        String title = words.of("title", frame.period().label(lookup.texts().language()));
        return new SentencePage(
                title,
                List.of(checked),
                Stream.concat(areas.stream().map(this::section), city.stream()).toList());
    }

    private SentencePage.Section section(Area area) {
        List<String> lead = new ArrayList<>();
        Optional<Comparison.Row> reach = row(REACH, area);
        lead.add(reach(area));
        lead.add(reach.flatMap(row -> row.assessment().change())
                .map(this::change)
                .orElseGet(() -> words.of("change.nothing")));
        row(VISITS, area)
                .filter(row -> row.figure().value().lowerBound().isPresent()
                        && row.contrast().cityValue().lowerBound().isPresent())
                .ifPresent(row -> lead.add(visits(row, area)));
        return new SentencePage.Section(
                area.name(),
                lead,
                List.of(
                        new SentencePage.Part(words.of("part.city"), city(area)),
                        new SentencePage.Part(words.of(answers.who()), answers.of(area)),
                        new SentencePage.Part(words.of("part.targets"), targets.of(area)),
                        new SentencePage.Part(words.of("part.missing"), missing(area, reach))));
    }

    private List<String> missing(Area area, Optional<Comparison.Row> reach) {
        List<String> sentences = new ArrayList<>();
        row(VISITS, area)
                .flatMap(row -> row.assessment().reason())
                .filter(Judgement.Reason.LOWER_BOUND::equals)
                .ifPresent(any -> sentences.add(words.of("missing.squares")));
        sentences.addAll(contradictions(area));
        sentences.addAll(gaps.of(area, reach.map(row -> row.figure().numerator())));
        return sentences;
    }

    /** Returns where deliveries about an area contradict each other on who came for the first time this year. */
    private List<String> contradictions(Area area) {
        return forms.stream()
                .flatMap(form -> form.comparison().findings().kept().stream())
                .filter(finding -> finding.code().equals(FIRST_VISITS)
                        && List.of(finding.arguments().getOrDefault("group", "").split(", "))
                                .contains(area.name()))
                .map(finding -> MessageCatalogue.bundled()
                        .message(finding, lookup.texts().language(), Audience.CLERK)
                        .text())
                .distinct()
                .toList();
    }

    private Optional<Comparison.Row> row(IndicatorId indicator, Area area) {
        return rows(area)
                .filter(row -> row.key().indicator().id().equals(indicator))
                .findFirst();
    }

    private Stream<Comparison.Row> rows(Area area) {
        return forms.stream()
                .flatMap(form -> form.comparison().rows().stream())
                .filter(row -> row.key().area().equals(area));
    }

    /** Returns whether it is more than a year before, or why that cannot be said. */
    private String change(Change change) {
        String then = change.period().label(lookup.texts().language());
        Optional<Judgement.Reason> none = change.reason()
                .filter(reason ->
                        reason == Judgement.Reason.NO_EARLIER_PERIOD || reason == Judgement.Reason.NOT_MATCHED);
        if (none.isPresent()) {
            return words.of("change." + none.get(), then) + began(change.period());
        }
        CellValue ratio = change.ratio().value();
        return ratio.lowerBound()
                .flatMap(low -> words.change(low, ratio.upperBound().orElseThrow()))
                .map(difference -> words.of(
                        "change",
                        difference,
                        then,
                        change.reporters(),
                        words.verdict(change.judgement(), change.reason())))
                .orElseGet(() -> words.of("change.open", then));
    }

    /** Returns since when a form exists, if that explains why nothing was delivered. */
    private String began(Period earlier) {
        return forms.stream()
                .filter(form -> form.comparison().rows().stream()
                        .anyMatch(row -> row.key().indicator().id().equals(REACH)))
                .map(form -> form.form().format())
                .findFirst()
                .flatMap(format -> firstOf(format)
                        .filter(first -> first.firstDay().isAfter(earlier.firstDay()))
                        .map(first -> " "
                                + words.of(
                                        "change.began",
                                        format.title().in(lookup.texts().language()),
                                        first.label(lookup.texts().language()))))
                .orElse("");
    }

    private Optional<Period> firstOf(FormatDefinition format) {
        return lookup.definitions().formats().all().stream()
                .filter(version -> version.id().name().equals(format.id().name()))
                .flatMap(version -> version.validity().from().stream())
                .min(Period::compareTo);
    }

    private String visits(Comparison.Row row, Area area) {
        CellValue own = row.figure().value();
        CellValue city = row.contrast().cityValue();
        if (OverviewWords.isOpen(own, city)) {
            return words.of("open", figures(row));
        }
        return words.difference(own, city)
                .map(difference -> words.of(
                        difference.equals(words.of("equal")) ? "visits.equal" : "visits",
                        area.name(),
                        difference,
                        words.figure(own),
                        words.figure(city),
                        verdict(row)))
                .orElseGet(() -> compared(row));
    }

    private String figures(Comparison.Row row) {
        return words.of(
                "figures",
                words.shortName(row),
                words.figure(row.figure().value()),
                words.city(row.contrast().cityValue()));
    }

    /** Returns whether a figure is more or less than the city's, and by how much if both are exact. */
    private String compared(Comparison.Row row) {
        CellValue own = row.figure().value();
        CellValue city = row.contrast().cityValue();
        if (own.exact().isPresent() && city.exact().isPresent()) {
            String difference = words.difference(own, city)
                    .filter(any -> !(row.key().indicator().formula() instanceof Formula.Proportion))
                    .map(said -> said + "; ")
                    .orElse("");
            return words.of("compared", figures(row), difference + verdict(row));
        }
        boolean more = own.lowerBound()
                .filter(least -> least.compareTo(city.upperBound().orElseThrow()) >= 0)
                .isPresent();
        boolean decided = Lies.of(row.assessment().judgement()) != Lies.OPEN;
        return words.of(
                "compared.bounds." + (more ? "more" : "less") + (decided ? "" : ".OPEN"), figures(row), verdict(row));
    }

    private String verdict(Comparison.Row row) {
        return words.verdict(row.assessment().judgement(), row.assessment().reason());
    }

    private static boolean isVisits(Comparison.Row row) {
        return row.key().indicator().id().equals(VISITS);
    }

    /**
     * Returns sentences that compare an area with the city: first a summary, then one for each figure; figures known
     * only within inconclusive bounds share one sentence.
     */
    private List<String> city(Area area) {
        List<Comparison.Row> all = rows(area)
                .filter(row -> row.figure().value().lowerBound().isPresent())
                .toList();
        List<String> sentences = new ArrayList<>(List.of(summary(all)));
        List<String> open = new ArrayList<>();
        // visits are in the sentences above, answers in those below
        all.stream()
                .filter(row -> !OverviewWords.isOfAnswers(row) && !isVisits(row))
                .forEach(row -> {
                    if (OverviewWords.isOpen(
                            row.figure().value(), row.contrast().cityValue())) {
                        open.add(figures(row));
                    } else {
                        sentences.add(compared(row));
                    }
                });
        if (!open.isEmpty()) {
            sentences.add(words.of("open", String.join(". ", open)));
        }
        return sentences;
    }

    private String summary(List<Comparison.Row> rows) {
        Map<Lies, List<String>> names = new EnumMap<>(Lies.class);
        rows.forEach(row -> names.computeIfAbsent(Lies.of(row.assessment().judgement()), any -> new ArrayList<>())
                .add(words.shortName(row)));
        if (names.isEmpty()) {
            return words.of("summary.none");
        }
        String said = names.entrySet().stream()
                .map(entry -> words.of(
                        "summary." + entry.getKey(),
                        String.join(", ", entry.getValue()),
                        entry.getValue().size()))
                .collect(Collectors.joining(" "));
        return names.containsKey(Lies.BETTER) || names.containsKey(Lies.WORSE)
                ? said
                : words.of("summary.neither") + " " + said;
    }
}
