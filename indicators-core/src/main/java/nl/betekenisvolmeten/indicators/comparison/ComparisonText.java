package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.internal.ReadableText;
import nl.betekenisvolmeten.indicators.internal.TextTable;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/** A comparison as plain text: a table for each indicator and period, then what is not in it. */
final class ComparisonText {

    /** More areas without a figure than this are counted, not named. */
    private static final int NAMED = 5;

    private static final String SEPARATOR = ", ";

    private final Comparison comparison;
    private final Language language;
    private final ReadableText words;

    ComparisonText(Comparison comparison, Language language) {
        this.comparison = comparison;
        this.language = language;
        words = ReadableText.of(language.locale());
    }

    String text() {
        record Block(Indicator indicator, Period period) {}
        Map<Block, List<Comparison.Row>> blocks = comparison.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> new Block(row.key().indicator(), row.key().period()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        StringBuilder text = new StringBuilder();
        blocks.values().forEach(rows -> text.append(block(rows)).append('\n'));
        if (blocks.isEmpty()) {
            text.append(words.text("comparison.none")).append('\n');
        }
        return text.append(excluded()).append(notes()).toString();
    }

    private String block(List<Comparison.Row> rows) {
        Comparison.Key key = rows.get(0).key();
        String name = PrintableText.text(key.indicator().name().in(language));
        String unit = PrintableText.text(key.indicator().unit().in(language));
        String title = words.text("comparison.title", name, key.period().label(language));
        StringBuilder text = new StringBuilder(
                        name.equalsIgnoreCase(unit) ? title : words.text("comparison.unit", title, unit))
                .append('\n');
        List<Comparison.Row> found =
                rows.stream().filter(ComparisonText::hasValue).toList();
        if (!found.isEmpty()) {
            text.append(table(found));
        }
        Map<String, List<String>> without = new TreeMap<>();
        rows.stream()
                .filter(row -> !hasValue(row))
                .forEach(row -> without.computeIfAbsent(row.figure().value().toText(language), any -> new ArrayList<>())
                        .add(row.key().area().name()));
        without.forEach((reason, areas) -> text.append(words.text("comparison.without", names(areas), reason))
                .append('\n'));
        return text.toString();
    }

    private static boolean hasValue(Comparison.Row row) {
        return row.figure().value().lowerBound().isPresent();
    }

    private String names(List<String> areas) {
        return areas.size() > NAMED
                ? words.text("comparison.areas", areas.size())
                : PrintableText.text(String.join(SEPARATOR, areas));
    }

    private String table(List<Comparison.Row> rows) {
        Comparison.Row first = rows.get(0);
        boolean intervals = rows.stream()
                .anyMatch(row -> row.figure().uncertainty().interval().isPresent());
        boolean judged = rows.stream().anyMatch(row -> row.assessment().judgement() != Judgement.NONE);
        List<String> heads = new ArrayList<>(List.of(words.text("comparison.area"), words.text("comparison.value")));
        if (intervals) {
            heads.add(words.text(
                    "comparison.interval",
                    percentage(first.figure().uncertainty().confidence())));
        }
        heads.add(reference(first.contrast().reference()));
        if (judged) {
            heads.add(words.text("comparison.judgement"));
        }
        List<Comparison.Answered> answered =
                rows.stream().flatMap(row -> row.figure().answered().stream()).toList();
        boolean means = answered.stream().anyMatch(one -> one.mean().isPresent());
        if (!answered.isEmpty()) {
            heads.add(words.text("comparison.answers"));
            heads.add(words.text("comparison.response"));
        }
        if (means) {
            heads.add(words.text("comparison.mean"));
        }
        heads.add(words.text("table.coverage"));
        TextTable table = new TextTable(1, heads);
        for (Comparison.Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    PrintableText.text(row.key().area().name()),
                    row.figure().value().toText(language)));
            if (intervals) {
                cells.add(
                        row.figure().uncertainty().interval().map(this::limits).orElse("-"));
            }
            cells.add(row.contrast().referenceValue().toText(language));
            if (judged) {
                cells.add(words.text("judgement." + row.assessment().judgement().name()));
            }
            Optional<Comparison.Answered> own = row.figure().answered();
            if (!answered.isEmpty()) {
                cells.add(own.map(one -> words.number(BigDecimal.valueOf(one.n())))
                        .orElse("-"));
                cells.add(own.flatMap(Comparison.Answered::response)
                        .map(share -> words.number(share.movePointRight(2)))
                        .orElse("-"));
            }
            if (means) {
                cells.add(own.flatMap(Comparison.Answered::mean)
                        .map(words::number)
                        .orElse("-"));
            }
            cells.add(row.figure()
                    .coverage()
                    .map(coverage -> coverage.toText(language))
                    .orElse("-"));
            table.add(cells);
        }
        return table.toText();
    }

    private String reference(ComparisonOptions.Reference reference) {
        if (reference instanceof ComparisonOptions.Reference.OtherArea other) {
            return comparison.rows().stream()
                    .map(row -> row.key().area())
                    .filter(area -> area.code().equals(other.area()))
                    .map(area -> PrintableText.text(area.name()))
                    .findFirst()
                    .orElse(reference.code());
        }
        return words.text(
                reference instanceof ComparisonOptions.Reference.City ? "comparison.city" : "comparison.rest");
    }

    private String percentage(Confidence confidence) {
        return words.number(BigDecimal.valueOf(confidence.level()).movePointRight(2));
    }

    private String limits(Interval interval) {
        return words.text("comparison.interval.limits", limit(interval.lower()), limit(interval.upper()));
    }

    private String limit(double limit) {
        return words.number(BigDecimal.valueOf(limit));
    }

    private String excluded() {
        Map<ComparisonPlan.Excluded.Reason, List<IndicatorId>> byReason = new TreeMap<>();
        comparison
                .excluded()
                .forEach(excluded -> byReason.computeIfAbsent(excluded.reason(), any -> new ArrayList<>())
                        .add(excluded.indicator()));
        StringBuilder text = new StringBuilder();
        byReason.forEach((reason, indicators) -> text.append(words.text(
                        "comparison.excluded",
                        words.text("comparison.excluded." + reason.name()),
                        indicators.stream().map(IndicatorId::value).collect(Collectors.joining(SEPARATOR))))
                .append('\n'));
        return text.toString();
    }

    private String notes() {
        return comparison.findings().kept().stream()
                .map(finding -> MessageCatalogue.bundled()
                        .message(finding, language, Audience.CLERK)
                        .text())
                .distinct()
                .map(note -> words.text("note", note) + '\n')
                .collect(Collectors.joining());
    }
}
