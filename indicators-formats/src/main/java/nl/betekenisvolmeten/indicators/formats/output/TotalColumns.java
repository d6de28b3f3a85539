package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.number;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalText;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalWhole;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.text;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.disclosure.Protected;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;

/** The columns of totals: those of the groups, some for each figure, and what the group rests on. */
final class TotalColumns {

    static final String REASONS_NL =
            "incomplete (niet alles is binnen), contradiction (twee leveringen spreken elkaar tegen),"
                    + " zero_denominator (delen door nul kan niet), unknown_denominator (niet bekend waardoor het wordt gedeeld),"
                    + " overflow (te groot), no_age_classes (de leeftijdsgroepen passen niet), too_few_events (te weinig geteld),"
                    + " not_comparable (niet op dezelfde manier geteld) of bounds_withheld (niet precies bekend)";
    static final String REASONS_EN =
            "incomplete (part of it did not come in), contradiction (two deliveries contradict each"
                    + " other), zero_denominator, unknown_denominator, overflow (too large), no_age_classes (the age groups do not"
                    + " fit), too_few_events, not_comparable (not counted in one way) or bounds_withheld (not known exactly)";

    private final List<TableColumn<ResultTable.Row>> columns = new ArrayList<>();

    private TotalColumns() {}

    /** Every column that totals may have, also those that only some tables have. */
    static List<TableColumn<ResultTable.Row>> all(List<String> keys, List<String> series) {
        TotalColumns all = new TotalColumns();
        all.keys(keys);
        all.figures(series, any -> true, any -> true);
        all.basis();
        all.delivered(series, new TotalsComparison(List.of(), Findings.none()));
        all.policy(new MissingPolicy.AddUp());
        return List.copyOf(all.columns);
    }

    /** The columns of a table that is let out by itself. */
    static List<TableColumn<ResultTable.Row>> of(Outgoing<ResultTable> result) {
        ResultTable table = result.table();
        return result instanceof Protected
                ? forPublication(table.keys(), table.series())
                : of(table, new TotalsComparison(List.of(), Findings.none()));
    }

    /** The columns of a protected table: bounds, and how many rows or organisations there are, would give figures away. */
    static List<TableColumn<ResultTable.Row>> forPublication(List<String> keys, List<String> series) {
        TotalColumns of = new TotalColumns();
        of.keys(keys);
        of.publicFigures(series);
        return List.copyOf(of.columns);
    }

    private void publicFigures(List<String> series) {
        for (int i = 0; i < series.size(); i++) {
            String name = series.get(i);
            int index = i;
            Function<ResultTable.Row, CellValue> value =
                    row -> row.figures().get(index).value();
            columns.add(number(
                    name,
                    name + ", afgerond; leeg als het is verborgen, niet precies bekend is of niet is geleverd",
                    name + ", rounded; empty where hidden, not known exactly or not delivered",
                    value.andThen(Numbers::number)));
            columns.add(text(
                    name + "_status",
                    "Wat er met " + name
                            + " is: exact (bekend, afgerond), suppressed (verborgen), refused (niet precies"
                            + " bekend) of missing (niet geleverd)",
                    "What there is of " + name
                            + ": exact (known, rounded), incomplete (a part did not come in), suppressed (hidden), refused (not known exactly)"
                            + " or missing (not delivered)",
                    value.andThen(CellValue::status).andThen(CellValue.Status::code)));
        }
    }

    /** The columns of a table, with those of the totals that were delivered. */
    static List<TableColumn<ResultTable.Row>> of(ResultTable table, TotalsComparison delivered) {
        TotalColumns of = new TotalColumns();
        of.keys(table.keys());
        of.figures(
                table.series(),
                any(table, figure -> figure.oldest().isPresent()),
                any(table, figure -> figure.value().refusal().isPresent()));
        of.basis();
        List<String> both = table.series().stream()
                .filter(name -> delivered.rows().stream()
                        .anyMatch(row -> row.total().series().equals(name)))
                .toList();
        of.delivered(both, delivered);
        if (!(table.missing() instanceof MissingPolicy.AddUp)) {
            of.policy(table.missing());
        }
        return List.copyOf(of.columns);
    }

    private static IntPredicate any(ResultTable table, Predicate<Figure> what) {
        return i ->
                table.rows().stream().anyMatch(row -> what.test(row.figures().get(i)));
    }

    private void keys(List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            int index = i;
            columns.add(text(
                    keys.get(i),
                    "De groep waar de rij over gaat: " + keys.get(i),
                    "The group that the row is about: " + keys.get(i),
                    row -> row.key().get(index)));
        }
    }

    private void figures(List<String> series, IntPredicate isState, IntPredicate isRefused) {
        for (int i = 0; i < series.size(); i++) {
            String name = series.get(i);
            int index = i;
            Function<ResultTable.Row, Figure> figure = row -> row.figures().get(index);
            columns.add(number(
                    name,
                    "Het totaal van " + name + ", als dat precies bekend is; bij incomplete: wat er wel binnen is",
                    "The total of " + name + ", where known exactly; of an incomplete one what came in",
                    figure.andThen(Figure::value).andThen(Numbers::number)));
            columns.add(number(
                    name + "_lower",
                    "Het minste dat het totaal kan zijn; gelijk aan " + name + " als dat precies bekend is",
                    "The least that the total can be; equal to " + name + " where exact",
                    figure.andThen(Figure::value).andThen(Numbers::lower)));
            columns.add(number(
                    name + "_upper",
                    "Het meeste dat het totaal kan zijn; gelijk aan " + name + " als dat precies bekend is",
                    "The most that the total can be; equal to " + name + " where exact",
                    figure.andThen(Figure::value).andThen(Numbers::upper)));
            columns.add(text(
                    name + "_status",
                    "Hoe zeker het totaal is: exact, between (tussen twee grenzen), incomplete (een deel is niet binnen),"
                            + " refused (niet te geven), not_comparable (niet op dezelfde manier geteld), suppressed"
                            + " (verborgen) of missing (niet geleverd)",
                    "How certain the total is: exact, between (two bounds), incomplete (part of it did not come in), refused,"
                            + " not_comparable (not counted in one way), suppressed or missing",
                    row -> figure.apply(row).value().status().code()));
            columns.add(whole(
                    name + "_cells_missing",
                    "Hoeveel cellen van " + name + " leeg waren, of in een afgekeurde rij staan",
                    "How many cells of " + name + " were empty, or are in a rejected row",
                    row -> figure.apply(row).cellsMissing()));
            if (isState.test(i)) {
                columns.add(optionalText(
                        name + "_oldest",
                        "De oudste periode die in het totaal zit (alleen bij een stand)",
                        "The oldest period in the total (only of a state)",
                        row -> figure.apply(row).oldest().map(Period::code)));
            }
            if (isRefused.test(i)) {
                columns.add(optionalText(
                        name + "_reason",
                        "Waarom het totaal niet te geven is: " + REASONS_NL + " (alleen als er zo'n totaal is)",
                        "Why the total is refused: " + REASONS_EN + " (only where one is)",
                        row -> reason(figure.apply(row).value())));
            }
        }
    }

    /** Why a figure is refused, as a word. */
    static Optional<String> reason(CellValue value) {
        return value.refusal().map(CellValue.Reason::code);
    }

    private void basis() {
        columns.add(whole(
                "rows_rejected",
                "Hoeveel afgekeurde rijen bij de groep kunnen horen; die zijn niet opgeteld",
                "How many rejected rows may belong to the group; these were not added up",
                ResultTable.Row::rejected));
        columns.add(whole(
                "rows",
                "Hoeveel rijen er zijn opgeteld",
                "How many rows were added up",
                ResultTable.Row::observations));
        columns.add(optionalWhole(
                "organisations",
                "Hoeveel organisaties ten minste één rij hebben",
                "How many organisations have at least one row",
                row -> row.reporters().map(OptionalLong::of).orElseGet(OptionalLong::empty)));
        columns.add(number(
                "coverage",
                "Welk deel van de verwachte leveringen er is, van 0 tot 1",
                "The share of the expected deliveries that is there, from 0 to 1",
                row -> row.coverage().map(Coverage::share)));
    }

    private void delivered(List<String> series, TotalsComparison delivered) {
        for (String name : series) {
            Function<ResultTable.Row, CellValue> difference = row -> delivered
                    .find(row.key(), name)
                    .map(TotalsComparison.Row::difference)
                    .orElseGet(CellValue.Missing::new);
            columns.add(number(
                    name + "_delivered",
                    "Het totaal van " + name + " dat zelf is geleverd (alleen als zulke totalen zijn meegegeven)",
                    "The total of " + name + " that was itself delivered (only where such totals were given)",
                    row -> delivered
                            .find(row.key(), name)
                            .map(found -> found.total().value())));
            columns.add(number(
                    name + "_difference",
                    "Het geleverde totaal min de som van de delen, als dat precies bekend is",
                    "The delivered total minus the sum of its parts, where known exactly",
                    difference.andThen(CellValue::exact)));
            columns.add(number(
                    name + "_difference_lower",
                    "Het minste dat dit verschil kan zijn",
                    "The least that the difference can be",
                    difference.andThen(Numbers::lower)));
            columns.add(number(
                    name + "_difference_upper",
                    "Het meeste dat dit verschil kan zijn",
                    "The most that the difference can be",
                    difference.andThen(Numbers::upper)));
            columns.add(optionalText(
                    name + "_beside",
                    "Wat de delen over het geleverde totaal zeggen: same (gelijk), possible (kan), different (kan niet),"
                            + " incomplete (niet alles is bekend) of no_parts (er zijn geen delen)",
                    "What the parts say of the delivered total: same, possible, different, incomplete or no_parts",
                    row -> delivered.find(row.key(), name).map(found -> JsonFiles.word(found.outcome()))));
        }
    }

    private void policy(MissingPolicy policy) {
        columns.add(text(
                "missing_policy",
                "Wat er is gedaan met totalen waarvan een deel ontbreekt (alleen als er niet gewoon is opgeteld)",
                "What was done with totals that miss a part (only where they were not simply added up)",
                row -> policy.code()));
    }
}
