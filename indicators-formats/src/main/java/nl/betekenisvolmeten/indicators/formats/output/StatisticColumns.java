package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalText;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.text;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.written;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/** The columns of a comparison in its long form: a row for each area, indicator, period and statistic. */
final class StatisticColumns {

    static final List<TableColumn<TidyRow>> TABLE = List.of(
            text(
                    "area_code",
                    "Code van het gebied",
                    "Code of the area",
                    tidy -> tidy.row().key().area().code().value()),
            text(
                    "area",
                    "Naam van het gebied",
                    "Name of the area",
                    tidy -> tidy.row().key().area().name()),
            text(
                    "level",
                    "Soort gebied",
                    "Level of the area",
                    tidy -> JsonFiles.word(tidy.row().key().area().code().level())),
            text(
                    "indicator",
                    "Code van de indicator",
                    "Code of the indicator",
                    tidy -> tidy.row().key().indicator().id().value()),
            text(
                    "period",
                    "CBS-code van de periode",
                    "CBS code of the period",
                    tidy -> tidy.row().key().period().code()),
            text("statistic", "Waar de rij over gaat", "What the row is about", TidyRow::statistic),
            written("value", "Het getal, als dat er is", "The number, where there is one", TidyRow::value),
            written(
                    "lower",
                    "Het minste dat het kan zijn, of de ondergrens bij deze zekerheid",
                    "Lower bound, or the lower limit at this confidence",
                    TidyRow::lower),
            written(
                    "upper",
                    "Het meeste dat het kan zijn, of de bovengrens bij deze zekerheid",
                    "Upper bound, or the upper limit at this confidence",
                    TidyRow::upper),
            optionalText(
                    "category",
                    "Het woord, als de uitkomst een woord is; of waarom een cijfer niet te geven is: "
                            + TotalColumns.REASONS_NL,
                    "The word, for statistics that are words; or why a figure is refused: " + TotalColumns.REASONS_EN,
                    TidyRow::category),
            written(
                    "confidence",
                    "Hoe zeker de grenzen zijn; leeg als lower en upper vaste grenzen zijn",
                    "How sure the limits are; empty where they are bounds",
                    TidyRow::confidence),
            optionalText("method", "Hoe de uitkomst is gemaakt", "How the statistic was made", TidyRow::method),
            optionalText(
                    "status",
                    "Bij cijfers: exact, between (tussen twee grenzen), incomplete (een deel is niet binnen), refused (niet te"
                            + " geven), not_comparable (niet op dezelfde manier geteld), suppressed (verborgen) of missing (niet"
                            + " geleverd)",
                    "Exact, between, incomplete, refused, not_comparable, suppressed or missing, for figures",
                    TidyRow::status));

    private StatisticColumns() {}
}
