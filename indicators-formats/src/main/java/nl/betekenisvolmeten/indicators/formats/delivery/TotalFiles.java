package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Reads files with totals that organisations counted themselves, as totals over rows of another format. */
final class TotalFiles {

    /**
     * A row with a total.
     *
     * @param file the file that has it
     * @param row the row as it is written there
     * @param period its period
     * @param total the total, over rows of the format
     */
    record Read(DeliverySource file, CheckedRow row, Period period, OwnTotal total) {

        Read with(OwnTotal.Scope scope) {
            return new Read(file, row, period, new OwnTotal(total.codes(), total.values(), total.squares(), scope));
        }

        boolean isAll() {
            return total.isAll();
        }
    }

    private record Written(DeliverySource file, CheckedRow row, Observation cells) {}

    private final FormatDefinition format;
    private final TableStructure structure;
    private final List<Written> written = new ArrayList<>();
    private final Map<List<String>, Read> rows = new LinkedHashMap<>();
    private final Map<FormatDefinition, RepeatedRows> repeated = new HashMap<>();

    /** Creates a reader of totals over rows of a format. */
    TotalFiles(FormatDefinition format) {
        this.format = format;
        structure = format.ruleSet().structure();
    }

    /** Reads a file. Rows with an error are ignored, as are totals about which two files disagree. */
    void read(OpenedDelivery file) {
        FormatDefinition own = file.format().orElseThrow();
        RowTaker once = repeated.computeIfAbsent(
                        own, any -> RepeatedRows.of(any).orElseThrow())
                .watch(file.source(), new RowTaker() {
                    @Override
                    public void accept(Observation row) {
                        Written last = written.get(written.size() - 1);
                        rows.put(codes(row), TotalFiles.this.read(last, own));
                    }

                    @Override
                    public void refuse(Observation row) {
                        rows.remove(codes(row));
                    }
                });
        RowTracer.read(
                file,
                new FileMapping.AsIs(own),
                (row, cells) -> {
                    written.add(new Written(file.source(), row, cells));
                    once.accept(cells);
                },
                rejected -> {});
    }

    private static List<String> codes(Observation row) {
        List<String> codes = new ArrayList<>();
        for (int d = 0; d < row.dimensions(); d++) {
            codes.add(row.code(d));
        }
        return codes;
    }

    /** Returns the totals, shortest periods first. */
    List<Read> rows() {
        return rows.values().stream()
                .sorted(Comparator.comparing((Read read) -> read.period().kind())
                        .thenComparing(Read::period)
                        .thenComparing(read -> read.row().number()))
                .toList();
    }

    /** Returns the findings about totals in several files. */
    List<Finding> findings() {
        return repeated.values().stream()
                .flatMap(once -> once
                        .findings(trace -> written.forEach(one -> trace.accept(one.file(), one.row(), one.cells())))
                        .kept()
                        .stream())
                .toList();
    }

    private Read read(Written row, FormatDefinition own) {
        FormatDefinition.OwnTotals of = own.ownTotals().orElseThrow();
        TableStructure columns = own.ruleSet().structure();
        Period period = Period.ofCode(row.cells().code(columns.timeIndex().orElseThrow()));
        String what = row.cells().code(columns.dimensionIndex(of.column()).orElseThrow());
        boolean all = what.equalsIgnoreCase(of.all());
        Area area = area(row.cells(), columns);
        List<Set<String>> codes = new ArrayList<>();
        for (Dimension dimension : structure.dimensions()) {
            Optional<String> given = columns.dimensionIndex(dimension.name()).stream()
                    .mapToObj(row.cells()::code)
                    .filter(code -> !code.equals(of.all()) || dimension.name().equals(of.column()))
                    .findFirst();
            codes.add(
                    dimension instanceof Dimension.Time
                            ? period.parts(shortest(dimension)).stream()
                                    .map(Period::code)
                                    .collect(Collectors.toSet())
                            : given.map(Set::of).orElseGet(() -> all(dimension, area)));
        }
        return new Read(
                row.file(),
                row.row(),
                period,
                new OwnTotal(
                        codes,
                        values(row.cells(), columns),
                        others(row.cells(), columns),
                        all ? OwnTotal.Scope.ALL : OwnTotal.Scope.ONE_OF_SEVERAL));
    }

    private PeriodKind shortest(Dimension time) {
        return ((ColumnType.Time) type(time)).kind();
    }

    private ColumnType type(Dimension dimension) {
        return format.column(dimension.name()).orElseThrow().rule().type();
    }

    private static Area area(Observation row, TableStructure columns) {
        for (int d = 0; d < columns.dimensions().size(); d++) {
            if (columns.dimensions().get(d) instanceof Dimension.Place place) {
                return place.code(row.code(d)).flatMap(place.areas()::find).orElseThrow();
            }
        }
        throw new IllegalArgumentException("totals must have an area: " + columns);
    }

    /** Returns all codes that a row of the total may have. */
    private Set<String> all(Dimension dimension, Area area) {
        ColumnType type = type(dimension);
        if (type instanceof ColumnType.Place place) {
            Set<String> within = place.areas().areas(place.level()).stream()
                    .filter(one -> place.areas().isWithin(one.code(), area.code()))
                    .map(place::text)
                    .collect(Collectors.toSet());
            return within.isEmpty() ? Set.of(place.text(area)) : within;
        }
        return type instanceof ColumnType.Code code ? Set.copyOf(code.codes().codes()) : Set.of("");
    }

    private List<OptionalLong> values(Observation row, TableStructure columns) {
        List<OptionalLong> values = new ArrayList<>();
        for (Measure measure : structure.measures()) {
            OptionalInt index = columns.measureIndex(measure.name());
            values.add(index.isPresent() ? row.value(index.getAsInt()) : OptionalLong.empty());
        }
        return values;
    }

    /** Returns the numbers that rows of the format do not have. */
    private Map<ColumnName, Long> others(Observation row, TableStructure columns) {
        Map<ColumnName, Long> others = new HashMap<>();
        for (int m = 0; m < columns.measures().size(); m++) {
            ColumnName name = columns.measures().get(m).name();
            if (row.isKnown(m) && structure.measureIndex(name).isEmpty()) {
                others.put(name, row.value(m).orElseThrow());
            }
        }
        return others;
    }
}
