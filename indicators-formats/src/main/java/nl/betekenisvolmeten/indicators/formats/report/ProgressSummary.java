package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport.Basis;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport.Letter;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.statistics.LatestTest;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence.Origin;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

/** The answers of the first screen, in a sentence or two each. */
final class ProgressSummary {

    /** The share of false early signals that is accepted. */
    private static final double FALSE_SHARE = 0.05;

    /** Maximum number to name; more are counted. */
    private static final int NAMED = 3;

    private static final Set<Outcome> SETTLED = Set.of(Outcome.MET, Outcome.NOT_MET, Outcome.NOT_YET_DUE);

    private static final String SUPPORT = "individuele-ondersteuning";

    private final ComparisonWords words;
    private final Basis basis;
    private final Letter letter;
    private final BoundCells cells;
    private final List<Comparison.Row> rows;
    private final ProgressGrounds grounds;

    ProgressSummary(ComparisonWords words, Letter letter, BoundCells cells) {
        this.words = words;
        this.letter = letter;
        basis = letter.basis();
        this.cells = cells;
        rows = rows(basis).toList();
        grounds = new ProgressGrounds(words, letter, rows);
    }

    /** Returns the rows that the report is about. */
    static Stream<Comparison.Row> rows(Basis basis) {
        return basis.comparisons()
                .flatMap(comparison -> comparison.rows().stream())
                .filter(row -> row.key().period().equals(basis.period()));
    }

    Optional<List<Run>> part(String name) {
        return switch (name) {
            case "slechter" -> Optional.of(basis.release().isPresent() ? words.runs("progress.worse.public") : worse());
            case "verschillen" -> Optional.of(differences());
            case "doelen" -> Optional.of(targets());
            case "ontbreekt" -> Optional.of(absent());
            case "geleverd" -> Optional.of(grounds.hasGaps() ? words.runs("progress.delivered") : List.of());
            case "grenzen" -> Optional.of(words.runs("progress.bounds." + (grounds.hasGaps() ? "part" : "all")));
            default -> Optional.empty();
        };
    }

    private List<Run> worse() {
        List<Comparison.Row> known = rows.stream()
                .filter(row -> row.assessment()
                        .change()
                        .filter(change -> change.before().lowerBound().isPresent())
                        .isPresent())
                .toList();
        if (known.isEmpty()) {
            return words.runs(
                    "progress.worse.unknown",
                    Period.of(
                                    basis.period().kind(),
                                    basis.period().year() - 1,
                                    basis.period().index())
                            .label(words.language()));
        }
        List<Run> runs = new ArrayList<>();
        List<Comparison.Row> worse = changed(known, Judgement.WORSE);
        List<Comparison.Row> less = changed(known, Judgement.LOWER);
        Run.add(runs, worse.isEmpty() ? words.runs("progress.worse.none") : changes("progress.worse.some", worse));
        if (!less.isEmpty()) {
            Run.add(runs, changes("progress.worse.less", less));
        }
        long chance = known.stream().filter(ProgressSummary::mayBeChance).count();
        if (chance > 0) {
            Run.add(runs, words.counted("progress.worse.chance", chance));
        }
        long judged = known.stream()
                .filter(row -> ProgressGrounds.isJudged(change(row).judgement()))
                .count();
        Run.add(runs, words.runs("progress.worse.judged", rows.size(), judged, rows.size() - judged));
        return runs;
    }

    private static Change change(Comparison.Row row) {
        return row.assessment().change().orElseThrow();
    }

    private static List<Comparison.Row> changed(List<Comparison.Row> rows, Judgement judgement) {
        return rows.stream().filter(row -> change(row).judgement() == judgement).toList();
    }

    /** Returns whether a change for the worse may be due to chance. */
    private static boolean mayBeChance(Comparison.Row row) {
        Change change = change(row);
        return change.judgement() == Judgement.SIMILAR
                && change.before().exact().isPresent()
                && change.now().exact().isPresent()
                && row.key()
                                .indicator()
                                .direction()
                                .compare(
                                        change.before().exact().get().doubleValue(),
                                        change.now().exact().get().doubleValue())
                        < 0;
    }

    private List<Run> changes(String key, List<Comparison.Row> changed) {
        List<Run> list = new ArrayList<>();
        for (Comparison.Row row : changed.subList(0, Math.min(NAMED, changed.size()))) {
            BoundCells.Key own = BoundCells.key(row, row.key().area().code().value());
            BoundCells.Key before = new BoundCells.Key(
                    own.indicator(), own.area(), change(row).period().code());
            String unit = row.key().indicator().unit().in(words.language()).startsWith("%")
                    ? words.of("progress.percent")
                    : "";
            Run.add(
                    list,
                    words.runs(
                            list.isEmpty() ? "progress.worse.one" : "progress.worse.next",
                            PrintableText.text(row.key().area().name()),
                            unit.isEmpty()
                                    ? words.indicator(
                                            "progress.indicator.inline",
                                            row.key().indicator())
                                    : name(row.key().indicator()),
                            List.of(cells.figure(before, change(row).before()), unit),
                            List.of(cells.figure(own, change(row).now()), unit),
                            grounds.basis(row, change(row))));
        }
        if (changed.size() > NAMED) {
            Run.add(list, words.counted("progress.more", changed.size() - NAMED));
        }
        return words.runs(key, list);
    }

    private String name(Indicator indicator) {
        return indicator.name().in(words.language());
    }

    private List<Run> differences() {
        if (basis.release().isPresent()) {
            ReleaseParts parts = new ReleaseParts(basis.release().get(), words);
            return parts.parts().stream()
                    .flatMap(part -> parts.perThousand(part).stream()
                            .flatMap(series -> parts.extremes(part, series, basis.period()).stream()))
                    .findFirst()
                    .orElseGet(() -> words.runs("progress.differences.public"));
        }
        Map<Indicator, List<Comparison.Row>> byIndicator =
                ComparisonSentences.byIndicator(rows.stream().filter(ComparisonSentences::isDifferent));
        if (byIndicator.isEmpty()) {
            return words.runs("progress.differences.none");
        }
        List<Run> runs = new ArrayList<>();
        byIndicator.entrySet().stream()
                .sorted(Comparator.comparing(entry -> !isGoodOrBad(entry.getValue())))
                .limit(NAMED)
                .forEach(entry -> {
                    Run.add(runs, words.runs("progress.differences.indicator", name(entry.getKey())));
                    Run.add(runs, judged(entry.getValue()));
                    Run.add(runs, List.of(new Run.Text(". ")));
                });
        if (byIndicator.size() > NAMED) {
            Run.add(runs, words.counted("progress.differences.more", byIndicator.size() - NAMED));
        }
        return runs;
    }

    /** Returns whether differences are good or bad; these come before other differences. */
    private static boolean isGoodOrBad(List<Comparison.Row> different) {
        return different.stream()
                .map(row -> row.assessment().judgement())
                .anyMatch(judgement -> judgement == Judgement.WORSE || judgement == Judgement.BETTER);
    }

    /** Returns areas by their judgement, such as "hoger in Laak, lager in Escamp". */
    List<Run> judged(List<Comparison.Row> different) {
        List<Run> runs = new ArrayList<>();
        for (Judgement judgement : List.of(Judgement.WORSE, Judgement.BETTER, Judgement.HIGHER, Judgement.LOWER)) {
            List<Comparison.Row> some = different.stream()
                    .filter(row -> row.assessment().judgement() == judgement)
                    .toList();
            if (!some.isEmpty()) {
                Run.add(
                        runs,
                        words.runs(
                                runs.isEmpty() ? "progress.judged" : "progress.judged.next",
                                words.judgement(judgement),
                                ComparisonWords.counted(words.names(some))));
            }
        }
        if (!runs.isEmpty()) {
            Run.add(runs, words.runs("progress.judged.basis", grounds.basis(different)));
        }
        return runs;
    }

    private List<Run> targets() {
        if (letter.targets().isEmpty() || letter.targets().get().lines().isEmpty()) {
            return words.runs("progress.targets.none");
        }
        TargetReport report = letter.targets().get();
        long met = report.count(Outcome.MET);
        long not = report.count(Outcome.NOT_MET);
        long running = report.count(Outcome.NOT_YET_DUE);
        long open = report.lines().size() - met - not - running;
        long nothing = report.lines().stream()
                .filter(line -> !SETTLED.contains(line.result().outcome()))
                .filter(line -> line.evidence().stream().allMatch(one -> one.origin() == Origin.NONE))
                .count();
        List<Run> runs =
                new ArrayList<>(words.runs("progress.targets", report.lines().size(), met, not, running, open));
        if (nothing > 0) {
            Run.add(
                    runs,
                    words.runs("progress.targets." + (nothing == open ? "nothing.all" : "nothing.some"), nothing));
        }
        Run.add(runs, List.of(new Run.Text(".")));
        return runs;
    }

    private List<Run> absent() {
        List<Run> runs = new ArrayList<>();
        if (basis.release().isPresent()) {
            List<Release.ProtectionReport.TableReport> tables =
                    basis.release().get().report().tables();
            Run.add(
                    runs,
                    words.runs(
                            "progress.absent.hidden",
                            sum(tables, Release.ProtectionReport.TableReport::figures),
                            sum(tables, Release.ProtectionReport.TableReport::hidden),
                            sum(tables, Release.ProtectionReport.TableReport::withheld)));
            ReleaseParts.absentPeriods(basis.release().get(), words.language()).ifPresent(periods -> {
                Run.add(runs, List.of(new Run.Text(" ")));
                Run.add(runs, words.runs("progress.absent.periods", ComparisonWords.counted(periods)));
            });
            return runs;
        }
        runs.addAll(ComparisonWords.counted(String.join(" ", grounds.coverage())));
        long without = rows.stream()
                .filter(row -> row.figure().value().lowerBound().isEmpty())
                .count();
        if (without > 0) {
            Run.add(runs, words.runs("progress.absent.without", rows.size(), rows.size() - without, without));
        }
        if (rows.stream()
                .noneMatch(row -> row.key().indicator().formula().format().equals(SUPPORT))) {
            Run.add(runs, words.runs("progress.absent.support"));
        }
        if (letter.contents().stories().isEmpty()) {
            Run.add(runs, words.runs("progress.absent.stories"));
        }
        return runs.isEmpty() ? words.runs("progress.absent.none") : runs;
    }

    private static long sum(
            List<Release.ProtectionReport.TableReport> tables,
            ToLongFunction<Release.ProtectionReport.TableReport> count) {
        return tables.stream().mapToLong(count).sum();
    }

    /** Returns what deserves a look now. */
    List<Block> signals() {
        if (basis.release().isPresent()) {
            return List.of(Block.paragraph(words.runs("progress.signals.public")));
        }
        SignalList list = SignalList.of(
                basis.internal().orElseThrow().table().series(), FALSE_SHARE, LatestTest.Variation.OVERDISPERSED);
        if (list.rows().isEmpty()) {
            return List.of(Block.paragraph(words.counted("progress.signals.untested", list.lookedAt())));
        }
        List<Block> blocks = new ArrayList<>(List.of(Block.paragraph(words.runs(
                "progress.signals",
                list.rows().size(),
                list.signals().size(),
                list.latest().map(period -> period.label(words.language())).orElse("")))));
        List<List<Run>> items = new ArrayList<>();
        for (SignalList.Row row : list.signals()) {
            BoundCells.Key key = cells.key(
                    row.series().indicator().id().value(),
                    row.series().area().code().value(),
                    row.point().period());
            items.add(words.runs(
                    "progress.signals.row",
                    PrintableText.text(row.series().area().name()),
                    row.series().indicator().name().in(words.language()),
                    cells.figure(key, row.point().value()),
                    new Run.Count(words.number(row.expected()))));
        }
        if (!items.isEmpty()) {
            blocks.add(new Block.Items(false, "", items));
        }
        return blocks;
    }
}
