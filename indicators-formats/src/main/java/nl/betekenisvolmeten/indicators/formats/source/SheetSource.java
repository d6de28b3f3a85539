package nl.betekenisvolmeten.indicators.formats.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** One sheet of a workbook as a delivery: the bytes are those of the workbook. */
record SheetSource(DeliverySource workbook, DeliverySource.Sheet place) implements DeliverySource {

    @Override
    public String name() {
        return workbook.name() + "!" + place.name();
    }

    @Override
    public InputStream open() throws IOException {
        return workbook.open();
    }

    @Override
    public OptionalLong size() {
        return workbook.size();
    }

    @Override
    public OptionalLong exceeded() {
        return workbook.exceeded();
    }

    @Override
    public Optional<DeliverySource.Sheet> sheet() {
        return Optional.of(place);
    }
}
