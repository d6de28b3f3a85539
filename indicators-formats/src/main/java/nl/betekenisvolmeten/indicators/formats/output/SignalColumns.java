package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.number;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalReal;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.real;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.text;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.whole;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.signal.SignalList;

/** The columns of the list of early signals: a row for each series that was tested, strongest first. */
final class SignalColumns {

    static final List<TableColumn<SignalList.Row>> TABLE =
            Stream.of(series(), test()).flatMap(List::stream).toList();

    private SignalColumns() {}

    private static List<TableColumn<SignalList.Row>> series() {
        return List.of(
                text(
                        "area_code",
                        "Code van het gebied",
                        "Code of the area",
                        row -> row.series().area().code().value()),
                text(
                        "area",
                        "Naam van het gebied",
                        "Name of the area",
                        row -> row.series().area().name()),
                text(
                        "indicator",
                        "Code van de indicator",
                        "Code of the indicator",
                        row -> row.series().indicator().id().value()),
                text(
                        "period",
                        "CBS-code van de laatste periode",
                        "CBS code of the latest period",
                        row -> row.point().period().code()),
                number(
                        "numerator",
                        "Wat er is geteld door de organisaties die steeds hebben geleverd",
                        "What was counted, by the organisations that reported throughout",
                        row -> Numbers.number(row.point().numerator())),
                number(
                        "denominator",
                        "Waardoor is gedeeld; 1 als er niets is om door te delen",
                        "Of how many; 1 where there is none",
                        row -> Numbers.number(row.point().denominator())),
                whole(
                        "per",
                        "Per hoeveel value en expected zijn uitgedrukt",
                        "What value and expected are expressed per",
                        row -> row.series().per().multiplier()),
                optionalReal(
                        "value",
                        "Het cijfer van de laatste periode",
                        "The figure of the latest period",
                        row -> row.point().value().exact().map(BigDecimal::doubleValue)),
                real(
                        "expected",
                        "Het cijfer dat op grond van de eerdere periodes te verwachten was",
                        "The figure that the earlier periods lead to expect",
                        SignalList.Row::expected),
                whole(
                        "earlier_periods",
                        "Met hoeveel eerdere periodes is vergeleken",
                        "How many earlier periods it was compared with",
                        SignalList.Row::earlier),
                whole(
                        "organisations",
                        "Van hoeveel organisaties het cijfer is; 0 als dat niet bekend is",
                        "How many organisations it is of; 0 where not known",
                        row -> row.point().reporters()));
    }

    private static List<TableColumn<SignalList.Row>> test() {
        return List.of(
                real(
                        "strength",
                        "-log10 van p_value: 2 is één op honderd",
                        "-log10 of p_value: 2 is one in a hundred",
                        row -> row.test().strength()),
                optionalReal(
                        "dispersion",
                        "Hoeveel meer de eerdere periodes verschilden dan door toeval, als daarmee is gerekend",
                        "How much more the earlier periods varied than by chance, where reckoned with",
                        row -> row.test().dispersion()),
                real(
                        "p_value",
                        "Van de tweezijdige toets van alleen deze reeks",
                        "Of the two-sided test of this series alone",
                        row -> row.test().pValue().value()),
                real(
                        "p_adjusted",
                        "Hetzelfde na Benjamini en Hochberg, voor alle reeksen die zijn getoetst",
                        "The same after Benjamini and Hochberg, for all series that were tested",
                        row -> row.adjusted().value()),
                text(
                        "rule",
                        "Regels van de regelkaart waar de laatste periode onder valt, niet gecorrigeerd",
                        "Rules of the control chart that the latest period falls under, not corrected",
                        row -> row.rules().stream()
                                .map(signal -> signal.rule().code() + (signal.high() ? "-high" : "-low"))
                                .collect(Collectors.joining(" "))),
                text(
                        "signal",
                        "yes (ja) als dit een signaal is, anders no (nee)",
                        "yes where this is a signal, else no",
                        row -> row.signal() ? "yes" : "no"),
                text(
                        "signal_kind",
                        "test als p_adjusted hooguit het aandeel valse signalen is; rule als alleen een regel van de regelkaart"
                                + " iets zegt, zoals een gestage stijging; none als het geen signaal is",
                        "test where p_adjusted is at most the share of false signals; rule where only a rule of the control"
                                + " chart says so, such as a steady rise; none where it is no signal",
                        row -> row.kind().code()),
                text(
                        "verdict",
                        "improvement (verbetering), concern (zorg), change (verandering zonder goede kant, of binnen de"
                                + " goede grenzen) of none (niets)",
                        "improvement, concern, change (no good side, or within the good band), or none",
                        row -> row.verdict().code()));
    }
}
