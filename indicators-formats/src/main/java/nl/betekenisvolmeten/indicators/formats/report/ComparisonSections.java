package nl.betekenisvolmeten.indicators.formats.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.plot.Plots;
import nl.betekenisvolmeten.indicators.signal.AreaChart;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;

/** Makes the page of a comparison, with a section for the last period of each indicator. */
final class ComparisonSections {

    /** Minimum number of areas for a funnel plot. */
    private static final int FEWEST_IN_FUNNEL = 3;

    private final InternalUse<Comparison> internal;
    private final ComparisonReport.Contents contents;
    private final List<Comparison.Row> rows;
    private final ComparisonWords words;
    private final ComparisonSentences sentences;
    private final Map<String, Plot> controlCharts;

    ComparisonSections(InternalUse<Comparison> internal, ComparisonReport.Contents contents, ComparisonWords words) {
        this.internal = internal;
        this.contents = contents;
        rows = internal.table().rows();
        this.words = words;
        sentences = new ComparisonSentences(words);
        controlCharts = contents.series().stream()
                .map(AreaChart::of)
                .filter(chart -> chart.notDefined().isEmpty())
                .flatMap(chart -> Plots.controlChart(chart).stream())
                .collect(Collectors.toMap(Plot::key, Function.identity(), (first, second) -> first));
    }

    ComparisonPage page(String version) {
        Map<Indicator, List<Comparison.Row>> byIndicator = ComparisonSentences.byIndicator(rows.stream());
        List<Comparison.Row> notAsked = byIndicator.values().stream()
                .filter(one -> one.stream().allMatch(ComparisonSections::isNotAsked))
                .map(one -> one.get(0))
                .toList();
        notAsked.forEach(row -> byIndicator.remove(row.key().indicator()));
        List<String> absent = new ArrayList<>(absent());
        if (!notAsked.isEmpty()) {
            absent.add(words.of(
                    "excluded.answers",
                    notAsked.stream()
                            .map(row -> row.key().indicator().name().in(words.language()))
                            .collect(Collectors.joining(", "))));
        }
        List<ComparisonPage.Section> sections = new ArrayList<>();
        byIndicator.values().forEach(one -> sections.add(section(one, "s" + (sections.size() + 1))));
        return new ComparisonPage(
                "comparison",
                "internal",
                PrintableText.text(internal.purpose()),
                words.language().tag(),
                version,
                title(),
                absent,
                sentences.notes(internal.table().findings()).distinct().toList(),
                contents.crossTables().stream()
                        .flatMap(new CrossedTables(words)::of)
                        .toList(),
                sections);
    }

    /** Returns whether nobody answered the questions of a figure. */
    private static boolean isNotAsked(Comparison.Row row) {
        return row.key().indicator().formula() instanceof Formula.Answers
                && row.figure().value() instanceof CellValue.Missing;
    }

    private String title() {
        if (rows.isEmpty()) {
            return words.of("title.none");
        }
        Period first = rows.stream()
                .map(row -> row.key().period())
                .min(Period::compareTo)
                .orElseThrow();
        Period last = ComparisonSentences.last(rows);
        String areas = words.of("level." + rows.get(0).key().area().code().level() + ".title");
        return first.equals(last)
                ? words.of("title.one", areas, label(first))
                : words.of("title.more", areas, label(first), label(last));
    }

    private String label(Period period) {
        return period.label(words.language());
    }

    /** Returns notes on what a reader might look for and not find. */
    private List<String> absent() {
        Map<ComparisonPlan.Excluded.Reason, List<String>> byReason =
                new EnumMap<>(ComparisonPlan.Excluded.Reason.class);
        internal.table()
                .excluded()
                .forEach(one -> byReason.computeIfAbsent(one.reason(), any -> new ArrayList<>())
                        .add(one.indicator().value()));
        List<String> absent = new ArrayList<>();
        byReason.forEach((reason, ids) ->
                absent.add(words.of("excluded", String.join(", ", ids), words.of("excluded." + reason))));
        return absent;
    }

    private ComparisonPage.Section section(List<Comparison.Row> all, String id) {
        Period last = ComparisonSentences.last(all);
        List<Comparison.Row> shown =
                all.stream().filter(row -> row.key().period().equals(last)).toList();
        Indicator indicator = all.get(0).key().indicator();
        return new ComparisonPage.Section(
                id,
                indicator.id().value(),
                indicator.name().in(words.language()),
                indicator.unit().in(words.language()),
                indicator.definition().in(words.language()),
                last.code(),
                label(last),
                sentences.lead(shown),
                caveats(shown, last),
                pictures(shown, id),
                lines(shown),
                history(all, id));
    }

    private List<String> caveats(List<Comparison.Row> shown, Period period) {
        List<String> caveats = new ArrayList<>(sentences.caveats(shown));
        contents.status()
                .apply(period)
                .filter(status -> status != PeriodStatus.FINAL)
                .ifPresent(status -> caveats.add(words.of("status." + status, label(period))));
        return caveats;
    }

    private List<ComparisonPage.Picture> pictures(List<Comparison.Row> shown, String id) {
        Comparison.Key key = shown.get(0).key();
        List<ComparisonPage.Picture> pictures = new ArrayList<>();
        for (Plot plot : plots(shown, EnumSet.of(Plot.Kind.CATERPILLAR, Plot.Kind.FUNNEL))) {
            if (plot.kind() == Plot.Kind.CATERPILLAR || plot.points().size() >= FEWEST_IN_FUNNEL) {
                String text = plot.kind() == Plot.Kind.FUNNEL
                        ? sentences.funnel(shown)
                        : String.join(" ", sentences.lead(shown));
                pictures.add(new ComparisonPage.Picture(
                        id + "-" + plot.kind().code(),
                        plot.kind().code(),
                        plot.title().in(words.language()) + ", " + label(key.period()) + ": "
                                + words.of("picture." + plot.kind().code()),
                        text,
                        plot,
                        sentences.reference(shown)));
            }
        }
        return pictures.stream()
                .sorted((first, second) -> first.kind().compareTo(second.kind()))
                .toList();
    }

    private static List<Plot> plots(List<Comparison.Row> rows, Set<Plot.Kind> kinds) {
        return Plots.of(new Comparison(rows, List.of(), Findings.none()), kinds);
    }

    private List<ComparisonPage.Line> lines(List<Comparison.Row> shown) {
        return shown.stream().map(this::line).toList();
    }

    private ComparisonPage.Line line(Comparison.Row row) {
        CellValue value = row.figure().value();
        Optional<Interval> interval = row.figure().uncertainty().interval();
        Optional<RankIntervals.Places> rank = row.assessment().rank();
        String verdict = words.judgement(row.assessment().judgement());
        return new ComparisonPage.Line(
                row.key().area().code().value(),
                row.key().area().name(),
                value.status().code(),
                value.exact(),
                value.lowerBound(),
                value.upperBound(),
                interval.map(Interval::lower),
                interval.map(Interval::upper),
                row.contrast().referenceValue().exact(),
                rank.map(RankIntervals.Places::lower),
                rank.map(RankIntervals.Places::upper),
                row.assessment().judgement().code(),
                row.assessment().reason().map(reason -> reason.code()),
                row.assessment().judgement(),
                new ComparisonPage.Shown(
                        words.value(row),
                        interval.map(words::interval).orElse(""),
                        words.value(row.contrast().referenceValue()),
                        row.assessment()
                                .reason()
                                .map(reason -> verdict + ": " + words.reason(row, reason))
                                .orElse(verdict),
                        rank.map(this::places).orElse(""),
                        row.figure().answered().map(this::answers).orElse(""),
                        row.figure()
                                .coverage()
                                .map(coverage -> coverage.toText(words.language()))
                                .orElse("")));
    }

    /** Returns how many answers there are, with how many of the people who were asked gave them. */
    private String answers(Comparison.Answered answered) {
        String n = words.number(answered.n());
        return answered.response()
                .flatMap(share -> answered.invited().stream()
                        .mapToObj(invited -> words.of(
                                "answers",
                                n,
                                words.number(share.movePointRight(2)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .longValueExact()),
                                words.number(invited)))
                        .findFirst())
                .orElse(n);
    }

    private String places(RankIntervals.Places places) {
        return places.lower() == places.upper()
                ? words.number(places.lower())
                : words.of("rank", words.number(places.lower()), words.number(places.upper()));
    }

    private Optional<ComparisonPage.History> history(List<Comparison.Row> all, String id) {
        List<Period> periods =
                all.stream().map(row -> row.key().period()).distinct().sorted().toList();
        if (periods.size() < 2) {
            return Optional.empty();
        }
        List<Plot> own = plots(all, EnumSet.of(Plot.Kind.SMALL_MULTIPLE)).stream()
                .map(plot -> controlCharts.getOrDefault(plot.key(), plot))
                .toList();
        List<ComparisonPage.Picture> panels = new ArrayList<>();
        for (Plot plot : own) {
            panels.add(new ComparisonPage.Picture(
                    id + "-p" + (panels.size() + 1),
                    plot.kind().code(),
                    plot.title().in(words.language()),
                    sentences.panel(plot),
                    plot,
                    ""));
        }
        return Optional.of(new ComparisonPage.History(
                sentences.history(periods, own),
                periods.stream().map(this::label).toList(),
                panels,
                areas(all, periods)));
    }

    private List<ComparisonPage.AreaHistory> areas(List<Comparison.Row> all, List<Period> periods) {
        Map<String, Map<Period, Comparison.Row>> byArea = new TreeMap<>();
        all.forEach(row -> byArea.computeIfAbsent(row.key().area().code().value(), any -> new TreeMap<>())
                .put(row.key().period(), row));
        return byArea.entrySet().stream()
                .map(area -> new ComparisonPage.AreaHistory(
                        area.getKey(),
                        area.getValue().values().iterator().next().key().area().name(),
                        each(periods, area.getValue(), words::value, ""),
                        each(
                                periods,
                                area.getValue(),
                                row -> row.figure()
                                        .uncertainty()
                                        .interval()
                                        .map(words::interval)
                                        .orElse(""),
                                ""),
                        each(
                                periods,
                                area.getValue(),
                                row -> row.figure().value().exact(),
                                Optional.empty())))
                .toList();
    }

    private static <T> List<T> each(
            List<Period> periods, Map<Period, Comparison.Row> area, Function<Comparison.Row, T> of, T without) {
        return periods.stream()
                .map(period ->
                        Stream.ofNullable(area.get(period)).map(of).findFirst().orElse(without))
                .toList();
    }
}
