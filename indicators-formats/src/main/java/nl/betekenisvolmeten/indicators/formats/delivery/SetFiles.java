package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** Goes through the files of a set, each along its way; those that have none are checked only. */
record SetFiles(DeliveryReader reader, List<DeliverySource> sources, Consumer<DeliveryReport> listener) {

    SetReport readAlone(MergedRows intake) {
        return intake.finish(each(source -> readAsIs(source, intake)));
    }

    SetReport read(MergedRows intake, Function<DeliverySource, FileMapping> ways) {
        return intake.finish(each(source -> {
            FileMapping way = ways.apply(source);
            if (way instanceof FileMapping.CarriedOver carried) {
                RowTaker rows = intake.of(
                        source, carried.plan().source(), carried.plan().target());
                return RowTracer.read(reader, source, way, (own, row) -> rows.accept(row));
            }
            if (way instanceof FileMapping.Narrowed narrowed) {
                return narrow(source, narrowed, intake.of(source, narrowed.from(), narrowed.to()));
            }
            return way.isRead() ? readAsIs(source, intake) : check(source, way);
        }));
    }

    /** The format is the one that reading finds, so a file alone need not be looked at before. */
    private FileRead readAsIs(DeliverySource source, MergedRows intake) {
        List<FileMapping> way = new ArrayList<>(1);
        DeliveryReport report = reader.read(source, format -> {
            way.add(new FileMapping.AsIs(format));
            return intake.of(source, format, format);
        });
        return FileRead.of(source, way.isEmpty() ? new FileMapping.NotRecognised() : way.get(0), report);
    }

    /** The other version asks for less, so rows need not be checked again. */
    private FileRead narrow(DeliverySource source, FileMapping.Narrowed way, RowTaker rows) {
        return FileRead.of(
                source,
                way,
                reader.read(
                        source, format -> row -> rows.accept(way.projection().apply(row))));
    }

    private FileRead check(DeliverySource source, FileMapping way) {
        return FileRead.of(source, way, reader.validate(source));
    }

    List<FileRead> trace(
            BiFunction<DeliverySource, FormatDefinition, BiConsumer<CheckedRow, Observation>> takers,
            Function<DeliverySource, FileMapping> ways) {
        return each(source -> {
            FileMapping way = ways.apply(source);
            return way.isRead()
                    ? RowTracer.read(
                            reader,
                            source,
                            way,
                            takers.apply(source, way.written().orElseThrow()))
                    : check(source, way);
        });
    }

    SetConversion write(RowsWriter rows, Function<DeliverySource, FileMapping> ways) throws IOException {
        rows.header();
        try {
            return rows.finish(each(source -> {
                FileMapping way = ways.apply(source);
                return way.isRead() ? rows.write(source, way) : check(source, way);
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<FileRead> each(Function<DeliverySource, FileRead> work) {
        List<FileRead> files = new ArrayList<>();
        for (DeliverySource source : sources) {
            FileRead read = work.apply(source);
            files.add(read);
            listener.accept(read.report());
        }
        return files;
    }
}
