package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/** The columns of a comparison in its long form: a row for each area, indicator, period and statistic. */
final class StatisticColumns {

    static final List<TableColumn<TidyRow>> TABLE = new TableColumns<TidyRow>("statistics")
            .text("area_code", tidy -> tidy.row().key().area().code().shown())
            .text("area", tidy -> tidy.row().key().area().name())
            .text("level", tidy -> JsonFiles.word(tidy.row().key().area().code().level()))
            .text("indicator", tidy -> tidy.row().key().indicator().id().value())
            .text("period", tidy -> tidy.row().key().period().code())
            .text("statistic", TidyRow::statistic)
            .written("value", TidyRow::value)
            .written("lower", TidyRow::lower)
            .written("upper", TidyRow::upper)
            .optionalText("category", TidyRow::category)
            .written("confidence", TidyRow::confidence)
            .optionalText("method", TidyRow::method)
            .optionalText("status", TidyRow::status)
            .toList();

    private StatisticColumns() {}
}
