package nl.betekenisvolmeten.indicators.formats.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** The cells of forms about targets, need and budgets, in the words of the model. */
final class FormRows {

    private static final FindingCode NOT_AN_INDICATOR = FindingCode.of("SW-V01");
    private static final ColumnName INDICATOR = ColumnName.of("indicator");

    private final FormatDefinition format;
    private final DeliveryReader reader;

    private FormRows(FormatDefinition format, DeliveryReader reader) {
        this.format = format;
        this.reader = reader;
    }

    /** Of the latest version of a form. */
    static FormRows of(String name, Definitions definitions) {
        FormatDefinition format =
                definitions.formats().latest(name).orElseThrow(() -> new IllegalArgumentException("no format " + name));
        return new FormRows(format, DeliveryReader.of(definitions).withFormat(format.id()));
    }

    /**
     * The rows of a delivery that are about an indicator.
     *
     * @param rows the good rows; empty when the delivery was not recognised
     * @param findings what was found, also of rows that are about something else
     */
    record Read(Optional<List<CheckedRow>> rows, Findings findings) {}

    Read read(DeliverySource source) {
        List<CheckedRow> good = new ArrayList<>();
        DeliveryReport report = reader.readRows(source, any -> good::add);
        FindingCollector findings = FindingCollector.withDefaults();
        findings.combine(report.findings());
        good.stream()
                .filter(row -> !hasIndicator(row))
                .forEach(row -> findings.add(notAnIndicator(source.name(), row)));
        List<CheckedRow> rows = good.stream().filter(FormRows::hasIndicator).toList();
        return new Read(report.format().map(any -> rows), findings.toFindings());
    }

    static String text(CheckedRow row, ColumnName column) {
        return row.text(column).orElse("");
    }

    private static boolean hasIndicator(CheckedRow row) {
        return IndicatorId.isValid(text(row, INDICATOR));
    }

    static IndicatorId indicator(CheckedRow row) {
        return IndicatorId.of(text(row, INDICATOR));
    }

    private static Finding notAnIndicator(String source, CheckedRow row) {
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
