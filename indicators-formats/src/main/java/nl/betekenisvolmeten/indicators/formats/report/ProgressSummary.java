package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.ProtectionReport;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport.Basis;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport.Letter;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence.Origin;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

/** The answers of the first screen, in a sentence or two each. */
final class ProgressSummary {

    /** More are counted, not named. */
    private static final int NAMED = 3;

    private static final String SUPPORT = "individuele-ondersteuning";

    private final ComparisonWords words;
    private final Basis basis;
    private final Letter letter;
    private final BoundCells cells;
    private final List<Comparison.Row> rows;

    ProgressSummary(ComparisonWords words, Letter letter, BoundCells cells) {
        this.words = words;
        this.letter = letter;
        basis = letter.basis();
        this.cells = cells;
        rows = rows(basis).toList();
    }

    /** The rows that the report is about. */
    static Stream<Comparison.Row> rows(Basis basis) {
        return basis.internal().map(InternalUse::table).stream()
                .flatMap(figures -> figures.comparisons().stream())
                .flatMap(comparison -> comparison.rows().stream())
                .filter(row -> row.key().period().equals(basis.period()));
    }

    Optional<List<Run>> part(String name) {
        return switch (name) {
            case "slechter" -> Optional.of(basis.release().isPresent() ? words.runs("progress.worse.public") : worse());
            case "verschillen" -> Optional.of(differences());
            case "doelen" -> Optional.of(targets());
            case "ontbreekt" -> Optional.of(absent());
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
        long open = rows.size()
                - known.stream()
                        .filter(row -> change(row).judgement() != Judgement.NOT_DECIDED
                                && change(row).judgement() != Judgement.NONE)
                        .count();
        if (open > 0) {
            Run.add(runs, words.counted("progress.worse.open", open, rows.size()));
        }
        return runs;
    }

    private static Change change(Comparison.Row row) {
        return row.assessment().change().orElseThrow();
    }

    private static List<Comparison.Row> changed(List<Comparison.Row> rows, Judgement judgement) {
        return rows.stream().filter(row -> change(row).judgement() == judgement).toList();
    }

    /** A change to the bad side that is no more than chance explains. */
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
            Run.add(
                    list,
                    words.runs(
                            list.isEmpty() ? "progress.worse.one" : "progress.worse.next",
                            PrintableText.text(row.key().area().name()),
                            name(row.key().indicator()),
                            cells.figure(before, change(row).before()),
                            cells.figure(own, change(row).now())));
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
                    .orElseGet(() -> words.runs("progress.differences.none"));
        }
        Map<Indicator, List<Comparison.Row>> byIndicator = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> isDifferent(row.assessment().judgement()))
                .forEach(row -> byIndicator
                        .computeIfAbsent(row.key().indicator(), any -> new ArrayList<>())
                        .add(row));
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

    /** Differences that are good or bad come before those that are only differences. */
    private static boolean isGoodOrBad(List<Comparison.Row> different) {
        return different.stream()
                .map(row -> row.assessment().judgement())
                .anyMatch(judgement -> judgement == Judgement.WORSE || judgement == Judgement.BETTER);
    }

    static boolean isDifferent(Judgement judgement) {
        return Set.of(Judgement.BETTER, Judgement.WORSE, Judgement.HIGHER, Judgement.LOWER)
                .contains(judgement);
    }

    /** Areas by what can be said of them, such as "hoger in Laak, lager in Escamp". */
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
        long nothing = report.lines().stream()
                .filter(line -> line.evidence().stream().allMatch(one -> one.origin() == Origin.NONE))
                .count();
        return words.runs(
                "progress.targets",
                report.lines().size(),
                met,
                not,
                running,
                report.lines().size() - met - not - running,
                nothing);
    }

    private List<Run> absent() {
        List<Run> runs = new ArrayList<>();
        if (basis.release().isPresent()) {
            List<ProtectionReport.TableReport> tables =
                    basis.release().get().report().tables();
            Run.add(
                    runs,
                    words.runs(
                            "progress.absent.hidden",
                            sum(tables, ProtectionReport.TableReport::figures),
                            sum(tables, ProtectionReport.TableReport::hidden),
                            sum(tables, ProtectionReport.TableReport::withheld)));
            return runs;
        }
        List<String> caveats = new ArrayList<>();
        new ComparisonSentences(words)
                .coverage(
                        rows.stream()
                                .filter(row -> row.key()
                                        .indicator()
                                        .equals(rows.get(0).key().indicator()))
                                .toList(),
                        caveats);
        caveats.forEach(text -> runs.addAll(ComparisonWords.counted(text)));
        long without = rows.stream()
                .filter(row -> row.figure().value().lowerBound().isEmpty())
                .count();
        if (without > 0) {
            Run.add(runs, words.counted("progress.absent.without", without, rows.size()));
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
            List<ProtectionReport.TableReport> tables, ToLongFunction<ProtectionReport.TableReport> count) {
        return tables.stream().mapToLong(count).sum();
    }
}
