package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.CountedRow;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Part;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.UsedDefinition;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.UsedFile;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Where a figure comes from, in words for people. */
final class ExplanationText {

    /** More digits than anyone reads; the JSON has them all. */
    private static final MathContext SHOWN = new MathContext(10);

    private final Language language;
    private final ResourceBundle bundle;
    private final StringBuilder lines = new StringBuilder();

    ExplanationText(Language language) {
        this.language = language;
        // there is a bundle for each language, so the machine's locale is never fallen back on
        bundle = ResourceBundle.getBundle(
                "nl.betekenisvolmeten.indicators.formats.report.explanation", language.locale());
    }

    /** Returns a text with the figure, how it was made, definitions, files with their findings, and rows. */
    String text(Explanation of) {
        figure(of);
        of.parts().forEach(this::part);
        of.coverage().ifPresent(coverage -> line("coverage", coverage.reported(), coverage.expected()));
        line("definitions");
        of.definitions().forEach(this::definition);
        line(
                "rules",
                of.rules().stream().map(Verdict::code).map(Object::toString).collect(Collectors.joining(", ")));
        line("files");
        of.files().forEach(this::file);
        line("rows", of.rowsCounted());
        of.rows().forEach(this::row);
        if (of.rows().size() < of.rowsCounted()) {
            line("rows.more", of.rowsCounted() - of.rows().size());
        }
        return lines.toString();
    }

    private void line(String key, Object... arguments) {
        lines.append(word(key, arguments)).append('\n');
    }

    /**
     * Returns a text with its arguments in place. Numbers become text first, so that they get no thousands separator;
     * other texts are made printable.
     */
    private String word(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = PrintableText.text(String.valueOf(arguments[i]));
        }
        return new MessageFormat(bundle.getString(key), language.locale()).format(texts);
    }

    private void figure(Explanation of) {
        line("cell", of.cell());
        of.indicator().ifPresent(one -> {
            line("indicator", one.name().in(language), one.definition().in(language));
            line("counting", one.counting().instruction().in(language));
        });
        of.area().ifPresent(area -> line("area", area.name(), area.code()));
        of.period().ifPresent(period -> line("period", period.label(language), period));
        line("value", value(of.figure().value()));
        if (of.per().isPresent()) {
            line(
                    "quotient",
                    of.figure().numerator().map(this::value).orElse(""),
                    of.figure().denominator().map(this::value).orElse(""),
                    of.per().getAsLong());
        }
    }

    private String value(CellValue value) {
        if (value instanceof CellValue.Between between) {
            return word("between", number(between.lower()), number(between.upper()));
        }
        if (value instanceof CellValue.NotDefined) {
            return value.toText(language);
        }
        if (value instanceof CellValue.Incomplete incomplete
                && incomplete.lower().isPresent()) {
            return word("incomplete", number(incomplete.lower().get()));
        }
        return value.exact()
                .map(this::number)
                .orElseGet(() -> word("status." + value.status().code()));
    }

    private String number(BigDecimal number) {
        BigDecimal rounded = number.precision() > SHOWN.getPrecision() ? number.round(SHOWN) : number;
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return language == Language.NL ? plain.replace('.', ',') : plain;
    }

    private void part(Part part) {
        String nature = part.measure().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        line(
                "part",
                word("role." + part.role()),
                part.measure().name(),
                value(part.figure().value()));
        line("nature", word("nature." + nature));
        part.bounds().forEach(bound -> line("bound." + bound));
        part.where()
                .forEach((column, codes) ->
                        line("where", column, codes.stream().sorted().collect(Collectors.joining(", "))));
        if (part.figure().cellsMissing() > 0) {
            line("missing", part.figure().cellsMissing(), part.figure().cellsKnown());
        }
    }

    private void definition(UsedDefinition one) {
        line("definition", word("kind." + one.kind()), one.id(), one.version(), word("provenance." + one.status()));
    }

    private void file(UsedFile file) {
        String format = file.report().format().map(FormatId::toString).orElse("-");
        line("file", file.report().source(), format, word("use." + file.use()));
        line("file.hash", file.report().sha256().orElse("-"));
        line("file.rows", file.report().rows(), file.report().rowsAccepted(), file.rowsCounted());
        if (file.rowsRejected() > 0) {
            line(
                    "file.rejected",
                    file.rowsRejected(),
                    file.rejected().stream().sorted().map(Object::toString).collect(Collectors.joining(", ")));
        }
        file.report().findings().folded().forEach(this::finding);
    }

    private void finding(FoldedFinding fold) {
        String rows = fold.rows().stream().map(Object::toString).collect(Collectors.joining(", "));
        line(
                fold.rows().isEmpty() ? "finding" : "finding.rows",
                word("severity." + fold.severity()),
                fold.code(),
                fold.count(),
                MessageCatalogue.bundled().title(fold.code(), language),
                rows);
    }

    private void row(CountedRow row) {
        String counted = row.counted().entrySet().stream()
                .map(entry -> word("role." + entry.getKey()) + " "
                        + (entry.getValue().lowerBound().isPresent() ? value(entry.getValue()) : word("empty")))
                .collect(Collectors.joining(", "));
        String cells = row.texts().entrySet().stream().map(Object::toString).collect(Collectors.joining("; "));
        line("row", row.file(), row.number(), counted, cells);
    }
}
