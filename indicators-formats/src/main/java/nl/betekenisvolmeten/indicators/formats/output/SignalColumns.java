package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.signal.SignalList;

/** The columns of the list of early signals: a row for each series that was tested, strongest first. */
public final class SignalColumns {

    /** A row for each area and indicator that was tested. */
    public static final List<ResultColumn<SignalList.Row>> TABLE = List.of(
            text(
                    "area_code",
                    "Code of the area",
                    row -> row.series().area().code().value()),
            text("area", "Name of the area", row -> row.series().area().name()),
            text(
                    "indicator",
                    "Code of the indicator",
                    row -> row.series().indicator().id().value()),
            text(
                    "period",
                    "CBS code of the latest period",
                    row -> row.point().period().code()),
            number(
                    "numerator",
                    "What was counted, by the organisations that reported throughout",
                    row -> row.point().numerator().exact().map(Numbers::text)),
            number(
                    "denominator",
                    "Of how many; 1 where there is none",
                    row -> row.point().denominator().exact().map(Numbers::text)),
            whole(
                    "per",
                    "What value and expected are expressed per",
                    row -> row.series().per().multiplier()),
            number(
                    "value",
                    "The figure of the latest period",
                    row -> row.point()
                            .value()
                            .exact()
                            .map(BigDecimal::doubleValue)
                            .map(Numbers::text)),
            number(
                    "expected",
                    "The figure that the earlier periods lead to expect",
                    row -> Optional.of(Numbers.text(row.expected()))),
            whole("earlier_periods", "How many earlier periods it was put beside", row -> row.earlier()),
            whole(
                    "organisations",
                    "How many organisations it is of; 0 where not known",
                    row -> row.point().reporters()),
            number(
                    "strength",
                    "-log10 of p_value: 2 is one in a hundred",
                    row -> Optional.of(Numbers.text(row.test().strength()))),
            number(
                    "dispersion",
                    "How much more the earlier periods varied than by chance, where reckoned with",
                    row -> row.test().dispersion().map(Numbers::text)),
            number(
                    "p_value",
                    "Of the two-sided test of this series alone",
                    row -> Optional.of(Numbers.text(row.test().pValue().value()))),
            number(
                    "p_adjusted",
                    "The same after Benjamini and Hochberg, for all series that were tested",
                    row -> Optional.of(Numbers.text(row.adjusted().value()))),
            text(
                    "rule",
                    "Rules of the control chart that the latest period falls under, not corrected",
                    row -> row.rules().stream()
                            .map(signal -> signal.rule().code() + (signal.high() ? "-high" : "-low"))
                            .collect(Collectors.joining(" "))),
            text(
                    "signal",
                    "yes where p_adjusted is at most the share of false signals, else no",
                    row -> row.signal() ? "yes" : "no"),
            text(
                    "verdict",
                    "improvement, concern, change (no good side, or within the good band), or none",
                    row -> row.verdict().code()));

    private SignalColumns() {}

    private static ResultColumn<SignalList.Row> text(
            String name, String description, Function<SignalList.Row, String> cell) {
        return new ResultColumn<>(name, ResultColumn.Type.TEXT, description, row -> Optional.of(cell.apply(row)));
    }

    private static ResultColumn<SignalList.Row> whole(
            String name, String description, Function<SignalList.Row, Number> cell) {
        return new ResultColumn<>(
                name,
                ResultColumn.Type.INTEGER,
                description,
                row -> Optional.of(Long.toString(cell.apply(row).longValue())));
    }
}
