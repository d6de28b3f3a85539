package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.Projection;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * The files of a set, each with a mapping of its rows to one version. Files without a mapping are only checked.
 *
 * @param files opens the files
 * @param sources the files, in the order given
 * @param ways how the rows of each file are mapped to those of the others
 * @param listener receives the report of each file
 */
record SetFiles(
        Recognised files,
        List<DeliverySource> sources,
        Function<DeliverySource, FileMapping> ways,
        Consumer<DeliveryReport> listener) {

    /** Returns the files in another form, with the format of each. */
    Map<DeliverySource, FormatDefinition> otherForms() {
        Map<DeliverySource, FormatDefinition> others = new LinkedHashMap<>();
        sources.forEach(source -> {
            if (ways.apply(source) instanceof FileMapping.OtherForm other) {
                others.put(source, other.format());
            }
        });
        return others;
    }

    /**
     * Returns the indicators whose meaning differs between a version and an earlier one among the files, with the
     * reason.
     */
    Map<IndicatorId, DefinitionDiff.Comparability> notComparable(FormatDefinition target, List<IndicatorSet> sets) {
        Map<IndicatorId, DefinitionDiff.Comparability> not = new TreeMap<>();
        for (FormatDefinition other : otherVersions(target)) {
            DefinitionDiff.between(other, target, sets).indicators().stream()
                    .filter(judged -> judged.verdict() == DefinitionDiff.Comparability.Verdict.NOT_COMPARABLE)
                    .filter(judged -> !judged.bounded())
                    .forEach(judged -> not.putIfAbsent(judged.indicator(), judged));
        }
        return not;
    }

    /**
     * Returns the measures that were of another kind in an earlier version among the files, and when that version is
     * valid.
     */
    Map<ColumnName, Validity> otherMeasures(FormatDefinition target) {
        Map<ColumnName, Validity> others = new TreeMap<>();
        for (FormatDefinition other : otherVersions(target)) {
            DefinitionDiff.between(other, target, List.of()).changes().stream()
                    .filter(change -> change.kind() == DefinitionDiff.Change.Kind.PART)
                    .forEach(change -> others.putIfAbsent(ColumnName.of(change.subject()), other.validity()));
        }
        return others;
    }

    private Set<FormatDefinition> otherVersions(FormatDefinition target) {
        return sources.stream()
                .map(ways)
                .filter(way -> way instanceof FileMapping.CarriedOver || way instanceof FileMapping.Narrowed)
                .flatMap(way -> way.written().stream())
                .filter(other -> !other.validity().equals(target.validity()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Reads totals that organisations counted themselves, and passes them on before the rows that they replace.
     *
     * @param format the format that all rows are read as
     * @param merged merges the rows of all files, for their taker
     * @param to the taker of the totals that count
     * @return the findings
     */
    List<Finding> readTotals(
            FormatDefinition format, Function<RowTaker, MergedRows> merged, Consumer<TotalFiles.Read> to) {
        Map<Boolean, List<DeliverySource>> parts = sources.stream()
                .collect(Collectors.partitioningBy(source -> ways.apply(source) instanceof FileMapping.OwnTotals));
        List<DeliverySource> own = parts.getOrDefault(true, List.of());
        List<Finding> found = new ArrayList<>();
        if (!own.isEmpty()) {
            TotalFiles totals = new TotalFiles(format);
            own.forEach(source -> totals.read(files.open(source)));
            found.addAll(totals.findings());
            TotalsOverRows over = new TotalsOverRows(format.ruleSet().structure(), totals.rows(), found::add);
            new SetFiles(files, parts.getOrDefault(false, List.of()), ways, report -> {}).read(merged.apply(over));
            over.counting().forEach(to);
        }
        return found;
    }

    SetReport read(MergedRows rows) {
        List<SetReport.FileRead> read = each((file, way) -> {
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
            RowTaker agreed = rows.of(file);
            return RowTracer.read(
                    file,
                    way,
                    (row, counted) -> traced.accept(file.source(), row, counted, agreed),
                    without -> traced.acceptRejected(file.source(), without, agreed));
        });
        return rows.finish(read, quietly()::trace);
    }

    /** Returns the same files without a listener, for reading them again. */
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
        return each(SetFiles::checked);
    }

    private static SetReport.FileRead checked(OpenedDelivery file, FileMapping way) {
        return SetReport.FileRead.of(file.source(), way, file.validate());
    }

    List<SetReport.FileRead> trace(DeliverySet.RowTrace trace) {
        return each((file, way) -> RowTracer.read(
                file,
                way,
                (row, counted) -> trace.accept(file.source(), row, counted),
                rows -> trace.acceptRejected(file.source(), rows)));
    }

    DeliverySet.Conversion write(RowsWriter rows) throws IOException {
        rows.header(sources.stream()
                .anyMatch(source -> ways.apply(source) instanceof FileMapping.CarriedOver
                        || files.open(source).mayBeConverted()));
        try {
            return rows.finish(each(rows::write));
        } catch (RowsWriter.WriteException e) {
            throw e.cause();
        }
    }

    /** Reads all files; those whose rows are not read are only checked. */
    private List<SetReport.FileRead> each(BiFunction<OpenedDelivery, FileMapping, SetReport.FileRead> work) {
        List<SetReport.FileRead> all = new ArrayList<>();
        for (DeliverySource source : sources) {
            FileMapping way = ways.apply(source);
            OpenedDelivery file = files.open(source);
            SetReport.FileRead read = way.isRead() ? work.apply(file, way) : checked(file, way);
            all.add(read);
            listener.accept(read.report());
        }
        return all;
    }
}
