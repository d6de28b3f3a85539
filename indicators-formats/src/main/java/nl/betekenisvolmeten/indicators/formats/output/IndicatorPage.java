package nl.betekenisvolmeten.indicators.formats.output;

import java.io.IOException;
import java.io.Writer;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.HtmlDocument;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Provenance;

/**
 * A set of indicators as one page: the meaning of each, how it is computed, its sources, and the form that it comes
 * from.
 */
final class IndicatorPage {

    private final IndicatorSet set;
    private final Language language;
    private final ResourceBundle words;

    IndicatorPage(IndicatorSet set, Language language) {
        this.set = set;
        this.language = language;
        words = ResourceBundle.getBundle(
                "nl.betekenisvolmeten.indicators.formats.output.indicators", language.locale());
    }

    void write(Writer out) throws IOException {
        String title = in(set.title()) + " (" + set.id() + "@" + set.version() + ")";
        List<Block> blocks = new ArrayList<>(List.of(
                Block.heading(1, title),
                Block.paragraph("verdict", in(set.provenance().note()))));
        blocks.addAll(forms());
        set.indicators().forEach(indicator -> blocks.addAll(indicator(indicator)));
        blocks.addAll(retired());
        blocks.addAll(sources());
        HtmlDocument.write(language, title, List.of(Block.group("main", blocks)), out);
    }

    private String in(LocalizedText text) {
        return text.in(language);
    }

    private String word(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), language.locale()).format(arguments);
    }

    private static String key(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant;
    }

    /** Returns which indicators come from which form. */
    private List<Block> forms() {
        Map<String, List<String>> fed = new TreeMap<>();
        set.indicators()
                .forEach(indicator -> fed.computeIfAbsent(indicator.formula().format(), form -> new ArrayList<>())
                        .add(in(indicator.name())));
        return table(
                "forms",
                List.of("form", "feeds"),
                fed.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), String.join("; ", entry.getValue())))
                        .toList());
    }

    private List<Block> table(String heading, List<String> heads, List<List<String>> rows) {
        Block.Table table = new Block.Table(
                word(heads.get(0)),
                heads.stream().map(head -> new Block.Column(word(head), "")).toList(),
                rows.stream().map(row -> row.stream().map(Run::text).toList()).toList());
        return List.of(Block.heading(2, word(heading)), Block.wide(table));
    }

    private List<Block> indicator(Indicator indicator) {
        List<Block.Term> terms = new ArrayList<>(List.of(
                term("code", indicator.id().value()),
                term("kind", word(key(indicator.kind())) + ", " + word(key(indicator.aspect())))));
        indicator.use().level().ifPresent(level -> terms.add(term("level", word(key(level)))));
        terms.addAll(List.of(
                term("unit", in(indicator.unit())),
                term("made", made(indicator.formula())),
                term("form", indicator.formula().format()),
                term("direction", direction(indicator.direction())),
                term("levels", words(indicator.levels())),
                term("periodicity", word(key(indicator.periodicity()))),
                term("counting", in(indicator.counting().instruction()))));
        texts("inclusions", indicator.counting().inclusions(), terms);
        texts("exclusions", indicator.counting().exclusions(), terms);
        indicator
                .basis()
                .forEach(basis -> terms.add(term("basis", source(basis.source()) + ": " + in(basis.passage()))));
        return List.of(
                Block.heading(2, in(indicator.name())),
                Block.paragraph("", in(indicator.definition())),
                new Block.Terms(terms));
    }

    private void texts(String head, List<LocalizedText> texts, List<Block.Term> terms) {
        if (!texts.isEmpty()) {
            terms.add(term(head, texts.stream().map(this::in).collect(Collectors.joining("; "))));
        }
    }

    private Block.Term term(String head, String text) {
        return new Block.Term(word(head), text);
    }

    private String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(one -> word(key(one))).collect(Collectors.joining(", "));
    }

    private String source(String id) {
        return set.provenance().sources().stream()
                .filter(source -> source.id().equals(id))
                .map(Provenance.Source::reference)
                .findFirst()
                .orElse(id);
    }

    private String direction(Indicator.Direction direction) {
        return direction instanceof Indicator.Direction.WithinBand band
                ? word("WithinBand", band.from(), band.to())
                : word(direction.getClass().getSimpleName());
    }

    private String made(Formula formula) {
        if (formula instanceof Formula.Total total) {
            return word("Total", part(total.part()));
        }
        if (formula instanceof Formula.Proportion share) {
            return word(
                    "Ratio",
                    part(share.numerator()),
                    part(share.denominator()),
                    share.per().multiplier());
        }
        if (formula instanceof Formula.Rate rate) {
            return word(
                    "Ratio",
                    part(rate.numerator()),
                    part(rate.denominator()),
                    rate.per().multiplier());
        }
        if (formula instanceof Formula.PopulationRate rate) {
            return word("PopulationRate", part(rate.numerator()), rate.per().multiplier());
        }
        if (formula instanceof Formula.Mean mean) {
            return word("Mean", mean.column(), mean.weight());
        }
        Formula.Answers answers = (Formula.Answers) formula;
        return word("Answers", String.join(", ", answers.favourable()), answers.questionnaire());
    }

    private static String part(Formula.Part part) {
        String where = part.where().entrySet().stream()
                .map(entry -> entry.getKey() + " = "
                        + entry.getValue().stream().sorted().collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return where.isEmpty() ? part.column().value() : part.column() + " (" + where + ")";
    }

    private List<Block> retired() {
        return set.retired().isEmpty()
                ? List.of()
                : table(
                        "retired",
                        List.of("code", "successor", "reason"),
                        set.retired().stream()
                                .map(old -> List.of(
                                        old.id().value(), old.successor().value(), in(old.reason())))
                                .toList());
    }

    private List<Block> sources() {
        return table(
                "sources",
                List.of("source", "title", "date"),
                set.provenance().sources().stream()
                        .map(source -> List.of(
                                source.reference(),
                                source.title(),
                                source.date().orElse("")))
                        .toList());
    }
}
