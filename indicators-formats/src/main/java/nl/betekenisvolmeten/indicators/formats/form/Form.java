package nl.betekenisvolmeten.indicators.formats.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** A form in its latest version, and its cells in the words of the model. */
record Form(FormatDefinition format, DeliveryReader reader) {

    private static final FindingCode NOT_AN_INDICATOR = FindingCode.of("SW-V01");
    private static final String INDICATOR = "indicator";

    /**
     * Returns the latest version of a form.
     *
     * @throws IllegalArgumentException if there is no such form
     */
    static Form of(String name, Definitions definitions) {
        FormatDefinition format =
                definitions.formats().latest(name).orElseThrow(() -> new IllegalArgumentException("no format " + name));
        return new Form(format, DeliveryReader.of(definitions).withFormat(format.id()));
    }

    /** Returns the good rows; empty if the delivery was not recognised. */
    Checked<List<CheckedRow>> rows(DeliverySource source) {
        List<CheckedRow> rows = new ArrayList<>();
        DeliveryReport report = reader.open(source).readRows(rows::add);
        return new Checked<>(report.format().map(any -> List.copyOf(rows)), report.findings());
    }

    /** Returns what is made of each good row; empty if the delivery was not recognised. */
    <T> Checked<List<T>> read(DeliverySource source, Function<CheckedRow, T> of) {
        return rows(source).map(rows -> rows.stream().map(of).toList());
    }

    /**
     * Returns the good rows that can be read as values; others are errors.
     *
     * @param of makes something of a row; empty where it means nothing
     * @param error says so
     */
    <T> Checked<List<T>> read(
            DeliverySource source, Function<CheckedRow, Optional<T>> of, Function<CheckedRow, Finding> error) {
        Checked<List<CheckedRow>> rows = rows(source);
        Findings.Collector findings = Findings.Collector.withDefaults();
        findings.combine(rows.findings());
        List<T> made = new ArrayList<>();
        rows.value()
                .orElse(List.of())
                .forEach(row -> of.apply(row).ifPresentOrElse(made::add, () -> findings.add(error.apply(row))));
        return new Checked<>(rows.value().map(any -> List.copyOf(made)), findings.toFindings());
    }

    /** Returns the good rows that are about an indicator. */
    Checked<List<CheckedRow>> indicatorRows(DeliverySource source) {
        return read(
                source,
                row -> Optional.of(row).filter(own -> IndicatorId.isValid(text(own, INDICATOR))),
                row -> Finding.of(
                        NOT_AN_INDICATOR,
                        Severity.ERROR,
                        place(source, row, INDICATOR),
                        Map.of("column", INDICATOR, Finding.VALUE, text(row, INDICATOR))));
    }

    /** Returns the location of a cell. */
    static Location place(DeliverySource source, CheckedRow row, String column) {
        return Location.of(source.name()).withRow(row.number()).withColumn(column);
    }

    static String text(CheckedRow row, String column) {
        return row.text(ColumnName.of(column)).orElse("");
    }

    static IndicatorId indicator(CheckedRow row) {
        return IndicatorId.of(text(row, INDICATOR));
    }

    static AreaCode area(CheckedRow row, String column) {
        return AreaCode.of(text(row, column));
    }

    static Period period(CheckedRow row, String column) {
        return Period.parseCode(text(row, column)).orElseThrow();
    }

    /** Returns a number without zeros at the end; also empty if this version of the form does not have the column. */
    Optional<BigDecimal> number(CheckedRow row, String name) {
        ColumnName column = ColumnName.of(name);
        return format.column(column)
                .flatMap(known -> known.rule().type().decimals())
                .flatMap(scale -> row.units(column).stream()
                        .mapToObj(units -> BigDecimal.valueOf(units, scale).stripTrailingZeros())
                        .findFirst());
    }
}
