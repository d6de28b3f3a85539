package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.table.Coverage;

/**
 * The basis of the figures and verdicts of a progress report: what was counted, what was delivered, and how many
 * figures could be judged.
 *
 * @param words the words of the report
 * @param letter what the report is made from
 * @param rows the rows that the report is about
 */
record ProgressGrounds(ComparisonWords words, ProgressReport.Letter letter, List<Comparison.Row> rows) {

    private record Verdict(Judgement judgement, Optional<Judgement.Reason> reason) {

        static Verdict ofChange(Comparison.Row row) {
            return row.assessment()
                    .change()
                    .map(change -> new Verdict(change.judgement(), change.reason()))
                    .orElseGet(() -> new Verdict(Judgement.NONE, Optional.empty()));
        }
    }

    static boolean isJudged(Judgement judgement) {
        return judgement != Judgement.NOT_DECIDED && judgement != Judgement.NONE;
    }

    /** Returns the deliveries of a figure among those that must be there by now. */
    private Optional<Coverage> due(Comparison.Row row) {
        return row.figure()
                .coverage()
                .map(all -> new Coverage(all.reported(), Math.max(all.reported(), all.expected() - notDue(row))));
    }

    private long notDue(Comparison.Row row) {
        return letter.contents()
                .received()
                .notDue()
                .getOrDefault(row.key().indicator().formula().format(), Map.of())
                .getOrDefault(row.key().area().code(), 0L);
    }

    private boolean isMissing(Comparison.Row row) {
        return due(row).filter(one -> !one.isComplete()).isPresent();
    }

    /** Returns whether not all deliveries of the period are there, whether they are due or not. */
    boolean hasGaps() {
        return rows.stream().flatMap(row -> row.figure().coverage().stream()).anyMatch(all -> !all.isComplete());
    }

    /** Returns the basis of figures, such as "54 antwoorden, niet alles geleverd". */
    List<Run> basis(List<Comparison.Row> some) {
        return delivered(counted(some), some);
    }

    /** Returns the basis of a change, which covers only some organisations if others delivered once. */
    List<Run> basis(Comparison.Row row, Change change) {
        return row.figure().value().equals(change.now())
                ? basis(List.of(row))
                : delivered(words.counted("progress.basis.reporters", change.reporters()), List.of(row));
    }

    private List<Run> delivered(List<Run> counted, List<Comparison.Row> some) {
        String key = "all";
        if (some.stream()
                .anyMatch(row ->
                        isMissing(row) || (notDue(row) == 0 && !row.figure().complete()))) {
            key = "part";
        } else if (some.stream().anyMatch(row -> notDue(row) > 0)) {
            key = "later";
        } else if (some.stream().anyMatch(row -> row.figure().coverage().isEmpty())) {
            key = "unknown";
        }
        List<Run> delivered = words.runs("progress.basis." + key);
        return counted.isEmpty() ? delivered : words.runs("progress.basis", counted, delivered);
    }

    private List<Run> counted(List<Comparison.Row> some) {
        List<Run> counted = List.of();
        if (some.stream().allMatch(row -> row.figure().answered().isPresent())) {
            counted = words.counted(
                    "progress.basis.answers",
                    some.stream()
                            .mapToLong(
                                    row -> row.figure().answered().orElseThrow().n())
                            .sum());
        } else if (some.stream()
                .allMatch(row -> row.figure().numerator().exact().isPresent())) {
            counted = words.counted(
                    "progress.basis.counted",
                    some.stream()
                            .map(row -> row.figure().numerator().exact().orElseThrow())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .longValue());
        }
        return counted.isEmpty() || some.size() == 1 ? counted : words.runs("progress.basis.together", counted);
    }

    /** Returns a sentence for each form with missing deliveries, and one if others are not due yet. */
    List<String> coverage() {
        Map<String, Map<AreaCode, Comparison.Row>> byForm = new LinkedHashMap<>();
        Comparator<Comparison.Row> least = Comparator.<Comparison.Row, BigDecimal>comparing(
                        row -> due(row).map(Coverage::share).orElse(BigDecimal.ONE))
                .thenComparing(row -> row.key().area().code());
        rows.forEach(
                row -> byForm.computeIfAbsent(row.key().indicator().formula().format(), any -> new LinkedHashMap<>())
                        .merge(row.key().area().code(), row, BinaryOperator.minBy(least)));
        List<String> sentences = new ArrayList<>();
        byForm.forEach((form, byArea) -> {
            List<Comparison.Row> gaps =
                    byArea.values().stream().filter(this::isMissing).toList();
            gaps.stream().min(least).ifPresent(row -> {
                Coverage covered = due(row).orElseThrow();
                boolean everywhere = gaps.size() > 1 && gaps.size() == byArea.size();
                sentences.add(words.count(
                        everywhere ? "progress.coverage.all" : "progress.coverage",
                        gaps.size(),
                        words.number(byArea.size()),
                        words.areas(row.key().area().code().level(), byArea.size()),
                        PrintableText.text(row.key().area().name()),
                        words.number(covered.reported()),
                        words.number(covered.expected()),
                        title(form)));
            });
        });
        if (rows.stream().anyMatch(row -> notDue(row) > 0)) {
            sentences.add(words.of(
                    sentences.isEmpty() ? "progress.coverage.due" : "progress.coverage.later",
                    words.day(letter.contents().day())));
        }
        return sentences;
    }

    private String title(String form) {
        return Definitions.bundled()
                .formats()
                .latest(form)
                .map(format -> format.title().in(words.language()))
                .orElse(form);
    }

    /** Returns how many figures are judged, and how many are not, by reason; each line adds up to all figures. */
    List<String> judgements() {
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            String reference = words.reference(rows.get(0), rows);
            lines.add(judgements(
                    reference,
                    row -> new Verdict(
                            row.assessment().judgement(), row.assessment().reason())));
        }
        if (rows.stream().anyMatch(row -> row.assessment().change().isPresent())) {
            lines.add(judgements(words.of("progress.judgements.earlier"), Verdict::ofChange));
        }
        return lines;
    }

    private String judgements(String reference, Function<Comparison.Row, Verdict> verdict) {
        Map<String, Long> open = rows.stream()
                .map(verdict)
                .filter(one -> !isJudged(one.judgement()))
                .collect(Collectors.groupingBy(
                        one -> one.reason().map(words::reason).orElseGet(() -> words.of("progress.judgements.other")),
                        TreeMap::new,
                        Collectors.counting()));
        long not = open.values().stream().mapToLong(Long::longValue).sum();
        String line = words.of(
                "progress.judgements",
                reference,
                words.number(rows.size()),
                words.number(rows.size() - not),
                words.number(not));
        String reasons = open.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> words.number(entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("; "));
        return not == 0 ? line + "." : line + words.of("progress.judgements.why", reasons);
    }
}
