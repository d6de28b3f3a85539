package nl.betekenisvolmeten.indicators.formats.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.csv.SmallTableReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/**
 * Inhabitants of areas from a CSV with the columns {@code area_code} or {@code area}, {@code inwoners} and, if wanted,
 * {@code leeftijdsgroep} (such as {@code 65+}; empty for all ages), in any order. One row for an area and age. A number is
 * whole, below 100 million, and may have thousands separators, as in a telformat: {@code 26.358} is read, {@code 26,358}
 * has two readings and is refused.
 */
public final class CsvPopulation {

    private static final FindingCode MISSING_COLUMN = FindingCode.of("TF-S01");
    private static final FindingCode COLUMN_TWICE = FindingCode.of("TF-S03");
    private static final FindingCode RAGGED = FindingCode.of("TF-S04");
    private static final FindingCode NO_ROWS = FindingCode.of("TF-S05");
    private static final FindingCode UNKNOWN = FindingCode.of("TF-V02");
    private static final FindingCode NOT_WHOLE = FindingCode.of("TF-V03");
    private static final FindingCode TWICE = FindingCode.of("TF-R05");

    /** How far down the header is looked for to find the separator: blank rows may stand above it. */

    /** No country asks for more digits; a number of nine is a person's, also where it starts with a nought. */
    private static final int MAX_DIGITS = 8;

    private static final ColumnType.Count COUNT = new ColumnType.Count(99_999_999);

    /** Where the columns are; -1 for one that the file does not have. */
    private record Columns(String areaName, int area, int age, int count, int width) {}

    /** The rows of one area: their numbers and where they stand. */
    private static final class AreaRows {
        private OptionalLong total = OptionalLong.empty();
        private long totalRow;
        private final Map<Population.Band, Long> bands = new LinkedHashMap<>();

        /** The row that already speaks of some of these ages. */
        Optional<Long> rowOf(Optional<AgeBand> age) {
            if (age.isEmpty()) {
                return total.isPresent() ? Optional.of(totalRow) : Optional.empty();
            }
            return bands.entrySet().stream()
                    .filter(known -> known.getKey().age().overlaps(age.get()))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    private final AreaHierarchy areas;
    private final AreaLevel level;
    private final Location place;
    private final FindingCollector findings = FindingCollector.withDefaults();
    private final Map<AreaCode, AreaRows> rows = new TreeMap<>();

    private CsvPopulation(AreaHierarchy areas, AreaLevel level, Location place) {
        this.areas = areas;
        this.level = level;
        this.place = place;
    }

    /**
     * Reads inhabitants.
     *
     * @param source the file
     * @param areas the areas that it may name
     * @param level the level at which a name is looked for first: a stadsdeel and a wijk may have the same name
     * @return the inhabitants and what is wrong with the file; rows with an error are left out
     * @throws IndicatorsException if the source cannot be read
     */
    public static Checked<Population> read(DeliverySource source, AreaHierarchy areas, AreaLevel level) {
        CsvPopulation reader = new CsvPopulation(areas, level, Location.of(source.name()));
        SmallTableReader.read(source, reader::below, reader.findings::add);
        if (reader.rows.isEmpty() && reader.findings.count(Severity.ERROR) == 0) {
            reader.error(NO_ROWS, reader.place, Map.of());
        }
        return reader.result(source.name());
    }

    private Optional<Consumer<RawRow>> below(Optional<RawRow> header) {
        return header.flatMap(this::columns).map(columns -> row -> take(row, columns));
    }

    private Optional<Columns> columns(RawRow header) {
        List<String> names = header.cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        Location where = place.withRow(header.number());
        String areaName = names.contains("area_code") || !names.contains("area") ? "area_code" : "area";
        OptionalInt area = column(names, List.of(areaName), where);
        OptionalInt age = column(names, List.of("leeftijdsgroep", "age_group"), where);
        OptionalInt count = column(names, List.of("inwoners"), where);
        if (area.isEmpty() && !names.contains(areaName)) {
            missing(areaName, names, where);
        }
        if (count.isEmpty() && !names.contains("inwoners")) {
            missing("inwoners", names, where);
        }
        return findings.count(Severity.ERROR) > 0
                ? Optional.empty()
                : Optional.of(new Columns(areaName, area.orElse(-1), age.orElse(-1), count.orElse(-1), names.size()));
    }

    /** Where a column is, by any of its names; empty, with a finding, where it is there twice. */
    private OptionalInt column(List<String> names, List<String> any, Location where) {
        int[] found = IntStream.range(0, names.size())
                .filter(i -> any.contains(names.get(i)))
                .toArray();
        if (found.length > 1) {
            error(COLUMN_TWICE, where.withColumn(any.get(0)), Map.of("column", any.get(0)));
        }
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    private void missing(String column, List<String> names, Location where) {
        error(MISSING_COLUMN, where.withColumn(column), Map.of("column", column, "headers", String.join(", ", names)));
    }

    private void take(RawRow row, Columns columns) {
        Location where = place.withRow(row.number());
        if (row.cells().size() != columns.width()) {
            error(
                    RAGGED,
                    where,
                    Map.of(
                            "expected", Integer.toString(columns.width()),
                            "found", Integer.toString(row.cells().size())));
            return;
        }
        String areaText = row.cells().get(columns.area()).strip();
        String ageText = columns.age() < 0 ? "" : row.cells().get(columns.age()).strip();
        String countText = row.cells().get(columns.count()).strip();
        Optional<AreaCode> area = area(areaText);
        Optional<AgeBand> age = AgeBand.parse(ageText);
        OptionalLong count = count(countText);
        if (area.isEmpty()) {
            about(UNKNOWN, where, columns.areaName(), areaText);
        } else if (!ageText.isEmpty() && age.isEmpty()) {
            about(UNKNOWN, where, "leeftijdsgroep", ageText);
        } else if (count.isEmpty()) {
            about(NOT_WHOLE, where, "inwoners", countText);
        } else {
            put(area.get(), age, count.getAsLong(), where);
        }
    }

    private Optional<AreaCode> area(String text) {
        Optional<AreaCode> code =
                AreaCode.parse(text).filter(one -> areas.find(one).isPresent());
        if (code.isPresent()) {
            return code;
        }
        List<AreaLevel> order =
                List.of(level, AreaLevel.STADSDEEL, AreaLevel.WIJK, AreaLevel.GEMEENTE, AreaLevel.BUURT);
        for (AreaLevel candidate : order) {
            Optional<Area> named = areas.findByName(candidate, text);
            if (named.isPresent()) {
                return named.map(Area::code);
            }
        }
        return Optional.empty();
    }

    private static OptionalLong count(String text) {
        boolean fits = text.chars().filter(c -> c >= '0' && c <= '9').count() <= MAX_DIGITS;
        return fits && COUNT.read(text) instanceof CellResult.Value value
                ? OptionalLong.of(value.number())
                : OptionalLong.empty();
    }

    private void put(AreaCode area, Optional<AgeBand> age, long count, Location where) {
        long row = where.row().orElseThrow();
        AreaRows known = rows.computeIfAbsent(area, any -> new AreaRows());
        Optional<Long> first = known.rowOf(age);
        if (first.isPresent()) {
            error(TWICE, where, Map.of("row", Long.toString(row), "first_row", Long.toString(first.get())));
        } else if (age.isEmpty()) {
            known.total = OptionalLong.of(count);
            known.totalRow = row;
        } else {
            known.bands.put(new Population.Band(age.get(), count), row);
        }
    }

    private void about(FindingCode code, Location where, String column, String text) {
        error(code, where.withColumn(column), Map.of("column", column, Finding.VALUE, text));
    }

    private void error(FindingCode code, Location where, Map<String, String> arguments) {
        findings.add(Finding.of(code, Severity.ERROR, where, arguments));
    }

    private Checked<Population> result(String name) {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>();
        rows.forEach((area, known) ->
                figures.put(area, new Population.Figures(name, known.total, List.copyOf(known.bands.keySet()))));
        Optional<Population> population =
                figures.isEmpty() ? Optional.empty() : Optional.of(new Population(name, figures));
        return new Checked<>(population, findings.toFindings());
    }
}
