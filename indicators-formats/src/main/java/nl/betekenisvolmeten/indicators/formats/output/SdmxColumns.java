package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.number;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalText;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.text;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** The columns of totals as SDMX-CSV: a row for each figure of each group. */
final class SdmxColumns {

    static final String TIME = "TIME_PERIOD";

    /** One figure of a group. */
    record Observation(ResultTable.Row row, String measure, Figure figure, String use) {

        CellValue value() {
            return figure.value();
        }
    }

    private SdmxColumns() {}

    static List<TableColumn<Observation>> of(String structure, List<String> concepts, boolean isPublic) {
        List<TableColumn<Observation>> columns = new ArrayList<>(List.of(
                text("STRUCTURE", "Altijd dataflow", "Always dataflow", one -> "dataflow"),
                text("STRUCTURE_ID", "De gegevensstroom", "The data flow", one -> structure),
                text(
                        "ACTION",
                        "Altijd I: de rijen zijn nieuw of vervangen eerdere",
                        "Always I: rows are new or replace earlier ones",
                        one -> "I")));
        for (int i = 0; i < concepts.size(); i++) {
            String concept = concepts.get(i);
            int index = i;
            columns.add(text(
                    concept,
                    "De groep waar de rij over gaat: " + concept,
                    "The group that the row is about: " + concept,
                    one -> key(concept, one.row().key().get(index))));
        }
        columns.add(text("MEASURE", "De naam van het cijfer", "The name of the figure", Observation::measure));
        columns.addAll(figure());
        if (!isPublic) {
            columns.addAll(basis());
        }
        columns.addAll(access());
        return List.copyOf(columns);
    }

    private static List<TableColumn<Observation>> figure() {
        return List.of(
                number(
                        "OBS_VALUE",
                        "Het cijfer, als dat precies bekend is; bij STATUS incomplete: wat er wel binnen is",
                        "The figure, where known exactly; where STATUS is incomplete, what came in",
                        one -> Numbers.number(one.value())),
                text(
                        "OBS_STATUS",
                        "A: precies bekend; E: alleen grenzen, of een deel is niet binnen; M: geen waarde; Q: verborgen",
                        "A: exact; E: bounds only, or part of it did not come in; M: no value; Q: suppressed",
                        one -> status(one.value())),
                text(
                        "STATUS",
                        "Hoe zeker het cijfer is, in een woord: exact, between, incomplete, refused, not_comparable, suppressed of"
                                + " missing",
                        "How certain the figure is, as a word: exact, between, incomplete, refused, not_comparable, suppressed"
                                + " or missing",
                        one -> one.value().status().code()));
    }

    /** What only people who may see everything get. */
    private static List<TableColumn<Observation>> basis() {
        return List.of(
                number(
                        "OBS_LOWER",
                        "Het minste dat het kan zijn, als het niet precies bekend is",
                        "Lower bound, where not exact",
                        one -> bound(one.value(), Numbers::lower)),
                number(
                        "OBS_UPPER",
                        "Het meeste dat het kan zijn, als het niet precies bekend is",
                        "Upper bound, where not exact",
                        one -> bound(one.value(), Numbers::upper)),
                whole(
                        "CELLS_MISSING",
                        "Hoeveel cellen leeg waren, of in een afgekeurde rij staan",
                        "How many cells were empty, or are in a rejected row",
                        one -> one.figure().cellsMissing()),
                whole(
                        "ROWS_REJECTED",
                        "Hoeveel afgekeurde rijen bij de groep kunnen horen; die zijn niet opgeteld",
                        "How many rejected rows may belong to the group; these were not added up",
                        one -> one.row().rejected()),
                whole(
                        "OBS_ROWS",
                        "Hoeveel rijen er zijn opgeteld",
                        "How many rows were added up",
                        one -> one.row().observations()),
                number(
                        "COVERAGE",
                        "Welk deel van de verwachte leveringen er is, van 0 tot 1",
                        "The share of the expected deliveries that is there, from 0 to 1",
                        one -> one.row().coverage().map(Coverage::share)),
                optionalText(
                        "REASON",
                        "Waarom het cijfer niet te geven is: " + TotalColumns.REASONS_NL,
                        "Why the figure is refused: " + TotalColumns.REASONS_EN,
                        one -> TotalColumns.reason(one.value())),
                optionalText(
                        "OLDEST",
                        "De oudste periode die in het cijfer zit (alleen bij een stand)",
                        "The oldest period in the figure (only of a state)",
                        one -> one.figure().oldest().map(Period::code).map(code -> key(TIME, code))));
    }

    /** Which figures are hidden, and who may see the file. */
    private static List<TableColumn<Observation>> access() {
        return List.of(
                text(
                        "CONF_STATUS",
                        "C: verborgen; F: voor iedereen die het bestand mag zien",
                        "C: hidden; F: free for who may see the file",
                        one -> one.value() instanceof CellValue.Suppressed ? "C" : "F"),
                text(
                        "USE",
                        "Wie het bestand mag zien: internal (wie het werk verantwoordt of controleert) of public (iedereen)",
                        "Who may see the file: internal (who accounts for the work or checks it) or public (everyone)",
                        Observation::use));
    }

    private static Optional<BigDecimal> bound(CellValue value, Function<CellValue, Optional<BigDecimal>> end) {
        return value instanceof CellValue.Known ? Optional.empty() : end.apply(value);
    }

    private static String key(String concept, String text) {
        Optional<String> period =
                concept.equals(TIME) ? Period.parseCode(text).map(SdmxColumns::period) : Optional.empty();
        return period.orElse(text);
    }

    /** A period as SDMX writes those of reporting: 2026-A1, 2026-S1, 2026-Q1, 2026-M01. */
    private static String period(Period period) {
        return switch (period.kind()) {
            case YEAR -> period.year() + "-A1";
            case HALF_YEAR -> period.year() + "-S" + period.index();
            case QUARTER -> period.year() + "-Q" + period.index();
            case MONTH -> String.format(Locale.ROOT, "%d-M%02d", period.year(), period.index());
        };
    }

    private static String status(CellValue value) {
        if (value instanceof CellValue.Known) {
            return "A";
        }
        if (value instanceof CellValue.Suppressed) {
            return "Q";
        }
        return value instanceof CellValue.Between || value instanceof CellValue.Incomplete ? "E" : "M";
    }
}
