package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.Layout;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.Recognition;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A sheet of a workbook, seen from its first rows.
 *
 * @param source the sheet as a delivery of its own
 * @param name the name of the sheet
 * @param blank whether it is empty
 * @param format the format that its header is of; empty when it is none, such as an explanation
 */
record DeliverySheet(DeliverySource source, String name, boolean blank, Optional<FormatId> format) {

    /** Returns the sheets of a workbook, in their order; none if it is no workbook that can be read. */
    static List<DeliverySheet> of(DeliverySource workbook, Recognition recognition, ReadLimits limits)
            throws IOException {
        try {
            RawDelivery delivery = Carriers.open(workbook, limits, false);
            List<DeliverySheet> sheets = new ArrayList<>();
            for (RawTable table : delivery.tables()) {
                if (table.sheet().isPresent()) {
                    sheets.add(of(workbook, table, recognition));
                }
            }
            return List.copyOf(sheets);
        } catch (UnreadableException e) {
            return List.of();
        }
    }

    private static DeliverySheet of(DeliverySource workbook, RawTable table, Recognition recognition)
            throws IOException {
        Layout layout = Layout.of(List.of(table), recognition.formats());
        String name = layout.placeName(workbook.name());
        return new DeliverySheet(
                workbook.atSheet(new DeliverySource.Sheet(table.position(), name)),
                name,
                layout.header().isEmpty(),
                recognition.recognise(layout).map(header -> header.format().id()));
    }
}
