package nl.betekenisvolmeten.indicators.formats.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** A form of which each row is read by itself. */
final class Form {

    private final FormatDefinition format;
    private final DeliveryReader reader;

    private Form(FormatDefinition format, DeliveryReader reader) {
        this.format = format;
        this.reader = reader;
    }

    /** The latest version of a form. */
    static Form of(String name, Definitions definitions) {
        FormatDefinition format =
                definitions.formats().latest(name).orElseThrow(() -> new IllegalArgumentException("no format " + name));
        return new Form(format, DeliveryReader.of(definitions).withFormat(format.id()));
    }

    /** What the good rows say; empty when the delivery was not recognised. */
    <T> Checked<List<T>> read(DeliverySource source, Function<CheckedRow, T> of) {
        List<T> rows = new ArrayList<>();
        DeliveryReport report = reader.readRows(source, any -> row -> rows.add(of.apply(row)));
        Optional<List<T>> read = report.format().map(any -> List.copyOf(rows));
        return new Checked<>(read, report.findings());
    }

    static String text(CheckedRow row, ColumnName column) {
        return row.text(column).orElse("");
    }

    /** A number, exactly as written. */
    BigDecimal number(CheckedRow row, ColumnName column) {
        int scale = format.column(column)
                .flatMap(one -> one.rule().type().decimals())
                .orElse(0);
        return BigDecimal.valueOf(row.units(column).orElseThrow(), scale);
    }
}
