package nl.betekenisvolmeten.indicators.formats.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Writes counts as a delivery of their format. */
public final class CountFile {

    private CountFile() {}

    /**
     * Writes the header and a row for each row of the count, in its order. Attributes stay empty.
     *
     * @param count the count
     * @param format the format that it is of
     * @param out the destination; not closed
     * @throws IllegalArgumentException if the count is of another format
     * @throws IOException if it cannot be written
     */
    public static void write(RegistrationCounter.Count count, FormatDefinition format, RowWriter out)
            throws IOException {
        TableStructure structure = format.ruleSet().structure();
        if (!count.table().structure().equals(structure)) {
            throw new IllegalArgumentException("count must have the columns of " + format.id() + ": "
                    + count.table().structure());
        }
        out.header(format.header());
        for (Observation row : count.table().observations().toList()) {
            out.row(format.columns().stream()
                    .map(column -> column.rule().type().agreed(text(column, row, structure)))
                    .toList());
        }
    }

    /**
     * Writes the totals of a count as a delivery in a format for totals, with everyone counted once in each city
     * district and period.
     *
     * @param count the count, made with totals
     * @param protocol the protocol of the count, which says what each number is
     * @param format the format for totals
     * @param out the destination; not closed
     * @throws IllegalArgumentException if the format is not for totals
     * @throws IOException if it cannot be written
     */
    public static void writeTotals(
            RegistrationCounter.Count count, CountingProtocol protocol, FormatDefinition format, RowWriter out)
            throws IOException {
        FormatDefinition.OwnTotals totals = format.ownTotals()
                .orElseThrow(() -> new IllegalArgumentException("not a format for totals: " + format.id()));
        out.header(format.header());
        for (RegistrationCounter.Total total : count.totals()) {
            Map<ColumnName, String> cells = new HashMap<>();
            protocol.measures().forEach((name, counted) -> {
                Long number = total.counts().get(counted);
                if (number != null) {
                    cells.put(name, number.toString());
                }
                totals.of()
                        .ruleSet()
                        .structure()
                        .measure(name)
                        .filter(any -> counted == CountingProtocol.Counted.VISITS
                                && total.squares().isPresent())
                        .flatMap(Measure::repeats)
                        .flatMap(Measure.Repeats::squares)
                        .ifPresent(squares ->
                                cells.put(squares, Long.toString(total.squares().getAsLong())));
            });
            cells.put(totals.column(), totals.all());
            boolean fits = true;
            for (Column column : format.columns()) {
                if (column.rule().part() instanceof ColumnRule.Part.OfDimension part) {
                    if (part.dimension() instanceof Dimension.Reporter) {
                        cells.put(column.name(), count.reporter().value());
                    } else if (part.dimension() instanceof Dimension.Place) {
                        cells.put(column.name(), total.district());
                    } else if (column.rule().type() instanceof ColumnType.Time time) {
                        fits = time.lengths().contains(total.period().kind());
                        cells.put(column.name(), time.agreed(total.period().code()));
                    }
                }
            }
            if (fits) {
                out.row(format.columns().stream()
                        .map(column -> cells.getOrDefault(column.name(), ""))
                        .toList());
            }
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

    /** Returns a number in Dutch notation, without zeros at the end of its decimals. */
    private static String number(long value, int scale) {
        BigDecimal number = BigDecimal.valueOf(value, scale);
        return number.signum() == 0
                ? "0"
                : number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
