package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;

/** Differences in words. */
final class DiffPage {

    private final Terminal terminal;
    private final Texts texts;
    private final PrintWriter out;
    private final DefinitionWords words;

    DiffPage(Terminal terminal, PrintWriter out) {
        this.terminal = terminal;
        texts = terminal.texts();
        this.out = out;
        words = new DefinitionWords(texts);
    }

    void write(DefinitionDiff diff) {
        if (diff.level().isEmpty()) {
            line(0, "diff.none", diff.from(), diff.to());
        } else {
            line(
                    0,
                    "diff.definitions",
                    diff.from(),
                    diff.to(),
                    level(diff.level().get()));
        }
        changes(diff);
        if (!diff.indicators().isEmpty()) {
            out.println();
            line(0, "diff.indicators");
        }
        for (DefinitionDiff.Comparability.Verdict verdict : DefinitionDiff.Comparability.Verdict.values()) {
            List<DefinitionDiff.Comparability> judged = diff.indicators().stream()
                    .filter(one -> one.verdict() == verdict)
                    .toList();
            if (!judged.isEmpty()) {
                paragraph(2, texts.of("diff.verdict." + verdict) + ":");
                judged.forEach(one -> paragraph(4, one.indicator() + reasons(one)));
            }
        }
    }

    /** Prints a line for each change. */
    void changes(DefinitionDiff diff) {
        for (DefinitionDiff.Change change : diff.changes()) {
            paragraph(2, level(change.level()) + ": " + words(change));
        }
    }

    private String level(DefinitionDiff.Change.Level level) {
        return texts.of("diff.level." + level);
    }

    private void line(int indent, String key, Object... arguments) {
        paragraph(indent, texts.of(key, arguments));
    }

    private void paragraph(int indent, String text) {
        ScreenTable.paragraph(text, indent, terminal, out);
    }

    /**
     * Returns a change in words. A rule is described by its subject; its notation in the definition is for programs.
     */
    private String words(DefinitionDiff.Change change) {
        String key = "diff.change." + change.kind();
        return switch (change.kind()) {
            case RULE_ADDED, RULE_REMOVED, RULE_CHANGED -> texts.of(key, words.rule(change.subject()));
            case SEVERITY ->
                texts.of(
                        key,
                        words.rule(change.subject()),
                        words.severity(change.before()),
                        words.severity(change.after()));
            case COLUMN_ADDED, TYPE, NOTATION, PART ->
                texts.of(key, change.subject(), words.kind(change.before()), words.kind(change.after()));
            default -> texts.of(key, change.subject(), change.before(), change.after());
        };
    }

    private String reasons(DefinitionDiff.Comparability judged) {
        String reasons = reasonsInWords(judged);
        return reasons.isEmpty() ? "" : " (" + reasons + ")";
    }

    /** Returns why an indicator cannot be compared with that of the other version, or what to consider. */
    String reasonsInWords(DefinitionDiff.Comparability judged) {
        return judged.reasons().stream().map(this::reason).collect(Collectors.joining("; "));
    }

    private String reason(DefinitionDiff.Comparability.Reason reason) {
        boolean kinds = reason.cause() == DefinitionDiff.Comparability.Cause.TYPE
                || reason.cause() == DefinitionDiff.Comparability.Cause.NOTATION;
        return texts.of(
                "diff.cause." + reason.cause(),
                reason.column(),
                kinds ? words.kind(reason.details()) : reason.details());
    }

    void write(DeliveryDiff diff, String before, String after) {
        line(0, "diff.deliveries", before, after, diff.format());
        rows(diff);
        diff.changed()
                .forEach(cell -> line(
                        2,
                        "diff.changed",
                        number(cell.row()),
                        key(cell.key()),
                        cell.column(),
                        shown(cell.before()),
                        shown(cell.after())));
        diff.findings()
                .forEach((code, counts) ->
                        line(2, "diff.findings", code, number(counts.before()), number(counts.after())));
        line(
                0,
                "diff.counts",
                number(diff.gone().size()),
                number(diff.added().size()),
                number(diff.changed().size()),
                number(diff.same()),
                number(diff.notCompared().size()));
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "–";
    }

    private void rows(DeliveryDiff diff) {
        if (diff.periods().apart()) {
            // to list every row of both would say less
            line(
                    2,
                    "diff.apart",
                    key(diff.periods().before()),
                    key(diff.periods().after()));
        } else {
            diff.gone().forEach(row -> line(2, "diff.gone", number(row.number()), key(row.key())));
            diff.added().forEach(row -> line(2, "diff.added", number(row.number()), key(row.key())));
        }
        diff.notCompared()
                .forEach(row -> line(
                        2,
                        "diff.notCompared",
                        number(row.before()),
                        number(row.after()),
                        row.key().isEmpty() ? texts.of("diff.noKey") : key(row.key()),
                        texts.of("diff.notCompared." + row.reason())));
    }

    private static String number(long number) {
        return Long.toString(number);
    }

    private static String key(List<String> codes) {
        return String.join(", ", codes);
    }

    private String shown(String text) {
        return text.isEmpty() ? texts.of("diff.empty") : text;
    }
}
