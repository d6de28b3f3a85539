package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.signal.AreaChart;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.table.Coverage;

/** Sentences about the rows of one indicator and period, counted from them, and the caveats for using them. */
final class ComparisonSentences {

    /** Findings for which reports have their own sentences: other inhabitants, no earlier period. */
    private static final Set<String> OWN_WORDS = Set.of("BM-A04", "BM-A22");

    private static final Set<Judgement> DIFFERENT =
            Set.of(Judgement.BETTER, Judgement.WORSE, Judgement.HIGHER, Judgement.LOWER);

    private final ComparisonWords words;

    ComparisonSentences(ComparisonWords words) {
        this.words = words;
    }

    /** Returns rows by their indicator, in the order of the rows. */
    static Map<Indicator, List<Comparison.Row>> byIndicator(Stream<Comparison.Row> rows) {
        return rows.collect(
                Collectors.groupingBy(row -> row.key().indicator(), LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns the last period of rows. */
    static Period last(List<Comparison.Row> rows) {
        return rows.stream()
                .map(row -> row.key().period())
                .max(Period::compareTo)
                .orElseThrow();
    }

    /** Returns what findings say, except those for which reports have their own sentences. */
    Stream<String> notes(Findings findings) {
        return findings.kept().stream()
                .filter(finding -> !OWN_WORDS.contains(finding.code().value()))
                .map(finding -> words.withPeriods(PrintableText.text(MessageCatalogue.bundled()
                        .message(finding, words.language(), Audience.CLERK)
                        .text())));
    }

    /** Returns two sentences: how many areas differ from their reference, and which are highest and lowest. */
    List<String> lead(List<Comparison.Row> rows) {
        List<Comparison.Row> exact = exact(rows);
        List<String> sentences = new ArrayList<>();
        sentences.add(differences(rows));
        if (exact.size() == 1) {
            sentences.add(words.of("lead.only", words.names(exact), words.figure(exact.get(0))));
        } else if (exact.size() > 1) {
            List<Comparison.Row> low = lowest(exact);
            List<Comparison.Row> high = highest(exact);
            boolean areShared = low.size() + high.size() > 2; // then each has its own interval
            sentences.add(words.of(
                    low.equals(exact) ? "lead.same" : areShared ? "lead.extremes.shared" : "lead.extremes",
                    words.names(high),
                    areShared ? words.value(high.get(0).figure().value()) : words.figure(high.get(0)),
                    words.names(low),
                    areShared ? words.value(low.get(0).figure().value()) : words.figure(low.get(0))));
        } else {
            sentences.add(words.of("lead.noFigure"));
        }
        return sentences;
    }

    /** Returns the rows with the lowest figure of those with an exact figure, lowest first. */
    static List<Comparison.Row> lowest(List<Comparison.Row> exact) {
        return exact.stream().filter(row -> compare(row, exact.get(0)) == 0).toList();
    }

    /** Returns the rows with the highest figure of those with an exact figure, lowest first. */
    static List<Comparison.Row> highest(List<Comparison.Row> exact) {
        return exact.stream()
                .filter(row -> compare(row, exact.get(exact.size() - 1)) == 0)
                .toList();
    }

    private static int compare(Comparison.Row one, Comparison.Row other) {
        return one.figure()
                .value()
                .exact()
                .orElseThrow()
                .compareTo(other.figure().value().exact().orElseThrow());
    }

    /** Returns the rows with an exact figure, lowest first. */
    static List<Comparison.Row> exact(List<Comparison.Row> rows) {
        return rows.stream()
                .filter(row -> row.figure().value().exact().isPresent())
                .sorted(Comparator.comparing((Comparison.Row row) ->
                                row.figure().value().exact().orElseThrow())
                        .thenComparing(row -> row.key().area().code()))
                .toList();
    }

    private String differences(List<Comparison.Row> rows) {
        long above =
                rows.stream().filter(row -> isDifferent(row) && side(row) > 0).count();
        long below =
                rows.stream().filter(row -> isDifferent(row) && side(row) < 0).count();
        boolean decided = rows.stream()
                .anyMatch(row -> isDifferent(row) || row.assessment().judgement() == Judgement.SIMILAR);
        String areas = words.number(rows.size()) + " "
                + words.areas(rows.get(0).key().area().code().level(), rows.size());
        if (!decided) {
            return words.of("lead.undecided", areas, reference(rows));
        }
        return (above + below == 0
                        ? words.of("lead.none", areas, reference(rows))
                        : words.count("lead.above", above, areas, reference(rows), words.number(below)))
                + open(rows);
    }

    /** Returns for how many areas the difference is undecided; only the full stop if there are none. */
    private String open(List<Comparison.Row> rows) {
        long open = rows.stream()
                .filter(row -> !isDifferent(row) && row.assessment().judgement() != Judgement.SIMILAR)
                .count();
        return open == 0 ? "." : words.of("lead.open", words.number(open));
    }

    /** Returns the reference, and its value if it is the same for all areas. */
    String reference(List<Comparison.Row> rows) {
        Comparison.Row first = rows.get(0);
        List<CellValue> values = rows.stream()
                .map(row -> row.contrast().referenceValue())
                .distinct()
                .toList();
        String name = words.reference(first, rows);
        return values.size() == 1 && values.get(0).lowerBound().isPresent()
                ? name + " (" + words.value(values.get(0)) + ")"
                : name;
    }

    static boolean isDifferent(Comparison.Row row) {
        return DIFFERENT.contains(row.assessment().judgement());
    }

    /**
     * Returns a number above 0 if the figure lies above its reference; a figure between bounds counts by its midpoint.
     */
    private static int side(Comparison.Row row) {
        return middle(row.figure().value()).compareTo(middle(row.contrast().referenceValue()));
    }

    private static BigDecimal middle(CellValue value) {
        BigDecimal lower = value.lowerBound().orElse(BigDecimal.ZERO);
        return lower.add(value.upperBound().orElse(BigDecimal.ZERO)).divide(BigDecimal.valueOf(2));
    }

    /** Returns two sentences about the funnel. */
    String funnel(List<Comparison.Row> rows) {
        List<Comparison.Row> placed = rows.stream()
                .filter(row -> row.assessment().funnel().isPresent())
                .toList();
        long inside =
                placed.stream().filter(row -> place(row) == FunnelClass.SIMILAR).count();
        List<Comparison.Row> outside = placed.stream()
                .filter(row -> place(row) == FunnelClass.HIGH_998 || place(row) == FunnelClass.LOW_998)
                .toList();
        String areas = words.number(placed.size()) + " "
                + words.areas(rows.get(0).key().area().code().level(), placed.size());
        return words.count("funnel.inside", inside, areas) + " "
                + (outside.isEmpty() ? words.of("funnel.none") : words.of("funnel.outside", words.names(outside)));
    }

    private static FunnelClass place(Comparison.Row row) {
        return row.assessment().funnel().orElseThrow();
    }

    /** Returns two sentences about all areas over time. */
    String history(List<Period> periods, List<Plot> plots) {
        List<Plot> limited = plots.stream()
                .filter(plot -> plot.kind() == Plot.Kind.CONTROL_CHART)
                .toList();
        List<String> names = limited.stream()
                .filter(plot -> isSignal(plot.points().get(plot.points().size() - 1)))
                .map(plot -> plot.title().in(words.language()))
                .toList();
        if (plots.isEmpty()) {
            return words.of("history.none");
        }
        String first = words.of(
                "history",
                words.number(periods.size()),
                periods.get(0).label(words.language()),
                periods.get(periods.size() - 1).label(words.language()),
                words.of("history.line."
                        + (limited.isEmpty() ? "city" : limited.size() < plots.size() ? "both" : "own")));
        if (limited.isEmpty()) {
            return first + " " + words.of("history.noLimits", words.number(AreaChart.FEWEST_POINTS));
        }
        return first + " "
                + words.of(
                        "history.limits",
                        words.number(limited.size()),
                        words.number(names.size()),
                        names.isEmpty() ? "" : ": " + String.join(", ", names));
    }

    private static boolean isSignal(Plot.Point point) {
        return point.category()
                .filter(category -> category instanceof Plot.Category.Signalled signalled
                        && signalled.verdict() != SignalList.Verdict.NONE)
                .isPresent();
    }

    /** Returns what an area's small plot shows. */
    String panel(Plot plot) {
        Plot.Point first = plot.points().get(0);
        Plot.Point last = plot.points().get(plot.points().size() - 1);
        return words.of(
                "panel",
                words.number(first.position().y()),
                first.label(),
                words.number(last.position().y()),
                last.label());
    }

    /**
     * Returns the caveats, by rule: what was not delivered, what is empty, whose inhabitants, and why there is no
     * verdict.
     */
    List<String> caveats(List<Comparison.Row> rows) {
        List<String> caveats = new ArrayList<>();
        coverage(rows, caveats);
        List<Comparison.Row> without =
                matching(rows, row -> row.figure().value().lowerBound().isEmpty());
        if (!without.isEmpty()) {
            caveats.add(words.of("caveat.noFigure", words.names(without)));
        }
        undecided(rows, caveats);
        inhabitants(rows, caveats);
        return caveats;
    }

    private static List<Comparison.Row> matching(List<Comparison.Row> rows, Predicate<Comparison.Row> rule) {
        return rows.stream().filter(rule).toList();
    }

    private void coverage(List<Comparison.Row> rows, List<String> caveats) {
        List<Comparison.Row> gaps = matching(
                rows,
                row -> row.figure()
                        .coverage()
                        .filter(coverage -> !coverage.isComplete())
                        .isPresent());
        gaps.stream()
                .min(Comparator.comparing((Comparison.Row row) -> covered(row).share())
                        .thenComparing(row -> row.key().area().code()))
                .ifPresent(least -> caveats.add(words.count(
                        "caveat.coverage",
                        gaps.size(),
                        words.number(rows.size()),
                        words.areas(least.key().area().code().level(), rows.size()),
                        words.names(List.of(least)),
                        covered(least).toText(words.language()))));
    }

    private static Coverage covered(Comparison.Row row) {
        return row.figure().coverage().orElseThrow();
    }

    private void undecided(List<Comparison.Row> rows, List<String> caveats) {
        Map<String, List<Comparison.Row>> byReason = rows.stream()
                .filter(row -> row.assessment().reason().isPresent())
                .sorted(Comparator.comparing(row -> row.assessment().reason().orElseThrow()))
                .collect(Collectors.groupingBy(
                        row -> words.reason(row, row.assessment().reason().orElseThrow()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byReason.forEach((reason, some) -> caveats.add(words.of("caveat.undecided", words.names(some), reason)));
    }

    /** Adds a caveat about inhabitants of a year other than that of the figures. */
    void inhabitants(List<Comparison.Row> rows, List<String> caveats) {
        Set<String> dates = rows.stream()
                .flatMap(row -> row.figure().inhabitantsDate().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String year =
                Integer.toString(rows.get(0).key().period().lastDayInclusive().getYear());
        if (dates.stream().anyMatch(date -> !date.startsWith(year))) {
            caveats.add(words.of(
                    "caveat.inhabitants", dates.stream().map(this::day).collect(Collectors.joining(", ")), year));
        }
    }

    /** Returns a day in words; another text, such as a year or the name of a file, unchanged. */
    private String day(String date) {
        try {
            return words.of("caveat.inhabitants.day", words.day(LocalDate.parse(date)));
        } catch (DateTimeParseException e) {
            return words.of("caveat.inhabitants.source", PrintableText.text(date));
        }
    }
}
