package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.Projection;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * Goes through the files of a set, each along its way; those that have none are checked only.
 *
 * @param files opens the files
 * @param sources the files, in the order given
 * @param ways how the rows of each file get among those of the others
 * @param listener gets the report of each file
 */
record SetFiles(
        Recognised files,
        List<DeliverySource> sources,
        Function<DeliverySource, FileMapping> ways,
        Consumer<DeliveryReport> listener) {

    SetReport read(MergedRows rows) {
        List<SetReport.FileRead> read = each((file, way) -> {
            if (!way.isRead()) {
                return SetReport.FileRead.of(file.source(), way, file.validate());
            }
            RowTaker to = rows.of(file);
            if (way instanceof FileMapping.CarriedOver) {
                return RowTracer.read(file, way, (row, counted) -> to.accept(counted), to::acceptRejected);
            }
            // a version that asks for less needs no second check
            RowTaker narrowed =
                    way instanceof FileMapping.Narrowed narrow ? new ProjectedRows(narrow.projection(), to) : to;
            return SetReport.FileRead.of(file.source(), way, file.read(narrowed));
        });
        return rows.finish(read, quietly()::trace);
    }

    SetReport trace(MergedRows rows, TracedRows traced) {
        List<SetReport.FileRead> read = each((file, way) -> {
            if (!way.isRead()) {
                return SetReport.FileRead.of(file.source(), way, file.validate());
            }
            RowTaker agreed = rows.of(file);
            return RowTracer.read(
                    file,
                    way,
                    (row, counted) -> traced.accept(file.source(), row, counted, agreed),
                    without -> traced.acceptRejected(file.source(), without, agreed));
        });
        return rows.finish(read, quietly()::trace);
    }

    /** The same files without a listener, to be read again. */
    private SetFiles quietly() {
        return new SetFiles(files, sources, ways, report -> {});
    }

    /** Hands on rows as those of a version that asks for less. */
    private record ProjectedRows(Projection projection, RowTaker to) implements RowTaker {
        @Override
        public void accept(Observation row) {
            to.accept(projection.apply(row));
        }

        @Override
        public void acceptRejected(RejectedRows rows) {
            to.acceptRejected(projection.apply(rows));
        }
    }

    List<SetReport.FileRead> check() {
        return each((file, way) -> SetReport.FileRead.of(file.source(), way, file.validate()));
    }

    List<SetReport.FileRead> trace(DeliverySet.RowTrace trace) {
        return each((file, way) -> way.isRead()
                ? RowTracer.read(
                        file,
                        way,
                        (row, counted) -> trace.accept(file.source(), row, counted),
                        rows -> trace.acceptRejected(file.source(), rows))
                : SetReport.FileRead.of(file.source(), way, file.validate()));
    }

    DeliverySet.Conversion write(RowsWriter rows) throws IOException {
        rows.header(sources.stream()
                .anyMatch(source -> ways.apply(source) instanceof FileMapping.CarriedOver
                        || files.open(source).mayBeConverted()));
        try {
            return rows.finish(each((file, way) ->
                    way.isRead() ? rows.write(file, way) : SetReport.FileRead.of(file.source(), way, file.validate())));
        } catch (RowsWriter.WriteException e) {
            throw e.cause();
        }
    }

    private List<SetReport.FileRead> each(BiFunction<OpenedDelivery, FileMapping, SetReport.FileRead> work) {
        List<SetReport.FileRead> all = new ArrayList<>();
        for (DeliverySource source : sources) {
            SetReport.FileRead read = work.apply(files.open(source), ways.apply(source));
            all.add(read);
            listener.accept(read.report());
        }
        return all;
    }
}
