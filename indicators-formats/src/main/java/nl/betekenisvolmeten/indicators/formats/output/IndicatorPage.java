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
import nl.betekenisvolmeten.indicators.formats.internal.html.HtmlPage;
import nl.betekenisvolmeten.indicators.formats.internal.html.HtmlTable;
import nl.betekenisvolmeten.indicators.formats.internal.html.Markup;
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
    private final Markup html = new Markup();

    IndicatorPage(IndicatorSet set, Language language) {
        this.set = set;
        this.language = language;
        words = ResourceBundle.getBundle(
                "nl.betekenisvolmeten.indicators.formats.output.indicators", language.locale());
    }

    void write(Writer out) throws IOException {
        String title = in(set.title()) + " (" + set.id() + "@" + set.version() + ")";
        HtmlPage.open(html, language, title);
        html.open("main").own("\n").element("h1", title);
        html.element("p", in(set.provenance().note()), "class", "verdict");
        forms();
        set.indicators().forEach(this::indicator);
        retired();
        sources();
        html.close("main");
        out.write(HtmlPage.close(html));
        out.flush();
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

    /** Writes which indicators come from which form. */
    private void forms() {
        Map<String, List<String>> fed = new TreeMap<>();
        set.indicators()
                .forEach(indicator -> fed.computeIfAbsent(indicator.formula().format(), form -> new ArrayList<>())
                        .add(in(indicator.name())));
        html.element("h2", word("forms"));
        table(
                List.of("form", "feeds"),
                fed.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), String.join("; ", entry.getValue())))
                        .toList());
    }

    private void table(List<String> heads, List<List<String>> rows) {
        html.open("div", "class", "wide").own("\n");
        HtmlTable table = new HtmlTable(html, word(heads.get(0)));
        heads.forEach(head -> table.column(word(head), ""));
        table.head();
        rows.forEach(table::row);
        table.close();
        html.close("div");
    }

    private void indicator(Indicator indicator) {
        html.element("h2", in(indicator.name()));
        html.element("p", in(indicator.definition()));
        html.open("dl").own("\n");
        item("code", indicator.id().value());
        item("kind", word(key(indicator.kind())) + ", " + word(key(indicator.aspect())));
        indicator.use().level().ifPresent(level -> item("level", word(key(level))));
        item("unit", in(indicator.unit()));
        item("made", made(indicator.formula()));
        item("form", indicator.formula().format());
        item("direction", direction(indicator.direction()));
        item("levels", words(indicator.levels()));
        item("periodicity", word(key(indicator.periodicity())));
        item("counting", in(indicator.counting().instruction()));
        texts("inclusions", indicator.counting().inclusions());
        texts("exclusions", indicator.counting().exclusions());
        indicator.basis().forEach(basis -> item("basis", source(basis.source()) + ": " + in(basis.passage())));
        html.close("dl");
    }

    private void texts(String head, List<LocalizedText> texts) {
        if (!texts.isEmpty()) {
            item(head, texts.stream().map(this::in).collect(Collectors.joining("; ")));
        }
    }

    private void item(String head, String text) {
        html.element("dt", word(head)).element("dd", text);
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

    private void retired() {
        if (!set.retired().isEmpty()) {
            html.element("h2", word("retired"));
            table(
                    List.of("code", "successor", "reason"),
                    set.retired().stream()
                            .map(old ->
                                    List.of(old.id().value(), old.successor().value(), in(old.reason())))
                            .toList());
        }
    }

    private void sources() {
        html.element("h2", word("sources"));
        table(
                List.of("source", "title", "date"),
                set.provenance().sources().stream()
                        .map(source -> List.of(
                                source.reference(),
                                source.title(),
                                source.date().orElse("")))
                        .toList());
    }
}
