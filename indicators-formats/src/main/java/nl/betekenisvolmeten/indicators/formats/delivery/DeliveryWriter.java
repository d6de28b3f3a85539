package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.OutputStream;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;

/** Creates writers of deliveries. */
public final class DeliveryWriter {

    private DeliveryWriter() {}

    /**
     * Creates a writer of rows of a format. A workbook and JSON hold the cells of numeric columns as numbers.
     *
     * @param format the format of the rows
     * @param carrier what carries the rows
     * @param out the destination; closed with the writer
     * @return the writer
     */
    public static RowWriter of(FormatDefinition format, Carrier carrier, OutputStream out) {
        return Carriers.writer(carrier, out, format.numbers());
    }
}
