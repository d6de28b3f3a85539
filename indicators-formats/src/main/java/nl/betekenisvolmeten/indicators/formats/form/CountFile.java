package nl.betekenisvolmeten.indicators.formats.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Writes counts as a delivery of their format. */
public final class CountFile {

    private CountFile() {}

    /**
     * Writes the header and a row for each row of the count, in its order. Attributes stay empty.
     *
     * @param count the count
     * @param format the format that it is of
     * @param out where to; not closed
     * @throws IllegalArgumentException if the count is of another format
     * @throws IOException if it cannot be written
     */
    public static void write(RegistrationCounter.Count count, FormatDefinition format, RowWriter out)
            throws IOException {
        TableStructure structure = format.ruleSet().structure();
        if (!count.table().structure().equals(structure)) {
            throw new IllegalArgumentException("count must be of format " + format.id());
        }
        out.header(
                format.columns().stream().map(column -> column.name().value()).toList());
        for (Observation row : count.table().observations().toList()) {
            List<String> cells = new ArrayList<>();
            for (Column column : format.columns()) {
                cells.add(column.rule().type().agreed(text(column, row, structure)));
            }
            out.row(cells);
        }
    }

    private static String text(Column column, Observation row, TableStructure structure) {
        OptionalInt dimension = structure.dimensionIndex(column.name());
        if (dimension.isPresent()) {
            return row.code(dimension.getAsInt());
        }
        OptionalInt measure = structure.measureIndex(column.name());
        return measure.isPresent() && row.isKnown(measure.getAsInt())
                ? number(
                        row.value(measure.getAsInt()).orElseThrow(),
                        structure.measures().get(measure.getAsInt()).scale())
                : "";
    }

    /** In Dutch notation, without decimals that are zero. */
    private static String number(long value, int scale) {
        BigDecimal number = BigDecimal.valueOf(value, scale);
        return number.signum() == 0
                ? "0"
                : number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
