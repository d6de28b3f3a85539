package nl.betekenisvolmeten.indicators.formats.target;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** The cells of forms about targets, need and budgets, in the words of the model. */
final class FormRows {

    private static final FindingCode NOT_AN_INDICATOR = FindingCode.of("SW-V01");
    private static final ColumnName INDICATOR = ColumnName.of("indicator");

    private final FormatDefinition format;

    private FormRows(FormatDefinition format) {
        this.format = format;
    }

    /** Of the latest version of a form. */
    static FormRows of(String name, Definitions definitions) {
        return new FormRows(
                definitions.latest(name).orElseThrow(() -> new IllegalArgumentException("no format " + name)));
    }

    FormatDefinition format() {
        return format;
    }

    static String text(CheckedRow row, ColumnName column) {
        return row.text(column).orElse("");
    }

    static boolean hasIndicator(CheckedRow row) {
        return IndicatorId.isValid(text(row, INDICATOR));
    }

    static IndicatorId indicator(CheckedRow row) {
        return IndicatorId.of(text(row, INDICATOR));
    }

    static Finding notAnIndicator(String source, CheckedRow row) {
        return Finding.of(
                NOT_AN_INDICATOR,
                Severity.ERROR,
                Location.of(source).withRow(row.number()).withColumn(INDICATOR.value()),
                Map.of("column", INDICATOR.value(), Finding.VALUE, text(row, INDICATOR)));
    }

    static Period period(CheckedRow row, ColumnName column) {
        return Period.parseCode(text(row, column)).orElseThrow();
    }

    Optional<BigDecimal> number(CheckedRow row, ColumnName column) {
        int scale = format.column(column)
                .flatMap(one -> one.rule().type().decimals())
                .orElseThrow();
        return row.units(column).stream()
                .mapToObj(units -> BigDecimal.valueOf(units, scale).stripTrailingZeros())
                .findFirst();
    }
}
