package nl.betekenisvolmeten.indicators.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.internal.ReadableText;
import nl.betekenisvolmeten.indicators.internal.TextTable;

/** Totals as plain text. */
final class ResultText {

    private final ResultTable table;
    private final Language language;
    private final ReadableText words;

    ResultText(ResultTable table, Language language) {
        this.table = table;
        this.language = language;
        words = ReadableText.of(language.locale());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (table.rows().isEmpty()) {
            text.append(words.text("table.none")).append('\n');
        } else {
            text.append(rows());
        }
        if (table.missing() instanceof MissingPolicy.Refuse) {
            text.append(words.text("table.policy.REFUSE")).append('\n');
        } else if (table.missing() instanceof MissingPolicy.Bound) {
            text.append(words.text("table.policy.BOUND")).append('\n');
        }
        return text.append(notes()).toString();
    }

    private String rows() {
        boolean withReporters =
                table.rows().stream().anyMatch(row -> row.reporters().isPresent());
        List<String> heads = new ArrayList<>(table.keys());
        heads.addAll(table.series());
        heads.add(words.text("table.rows"));
        if (withReporters) {
            heads.add(words.text("table.reporters"));
        }
        heads.add(words.text("table.coverage"));
        TextTable text = new TextTable(table.keys().size(), heads);
        for (ResultTable.Row row : table.rows()) {
            List<String> cells = row.key().stream().map(PrintableText::text).collect(Collectors.toList());
            row.figures().forEach(figure -> cells.add(figure.toText(language)));
            cells.add(number(row.observations()));
            if (withReporters) {
                cells.add(row.reporters().map(this::number).orElse("-"));
            }
            cells.add(row.coverage().map(coverage -> coverage.toText(language)).orElse("-"));
            text.add(cells);
        }
        return text.toText();
    }

    private String number(long number) {
        return words.number(BigDecimal.valueOf(number));
    }

    /** Returns the findings as text, a line for each different one. */
    private String notes() {
        return table.findings().kept().stream()
                .map(this::note)
                .distinct()
                .map(note -> words.text("note", note) + '\n')
                .collect(Collectors.joining());
    }

    private String note(Finding finding) {
        return MessageCatalogue.bundled()
                .message(finding, language, Audience.CLERK)
                .text();
    }
}
