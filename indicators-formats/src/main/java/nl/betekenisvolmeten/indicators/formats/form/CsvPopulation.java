package nl.betekenisvolmeten.indicators.formats.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
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
 * {@code leeftijdsgroep} (such as {@code 65+}, a single age or {@code 65 jaar of ouder}; empty for all ages), in any order. One row for an area and age. A number is
 * whole, below 100 million, and may have thousands separators, as in a telformat: {@code 26.358} is read, {@code 26,358}
 * has two readings and is refused.
 */
public final class CsvPopulation {

    private static final FindingCode NO_ROWS = FindingCode.of("TF-S05");
    private static final FindingCode UNKNOWN = FindingCode.of("TF-V02");
    private static final FindingCode NOT_WHOLE = FindingCode.of("TF-V03");
    private static final String AGE = "leeftijdsgroep";
    private static final String COUNT = "inwoners";

    private static final Pattern ALL_AGES = Pattern.compile("(?i)tota(a)?l.*|all(e)? (ages|leeftijden)");

    /** No country asks for more digits; a number of nine is a person's, also where it starts with a zero. */
    private static final int MAX_DIGITS = 8;

    private static final ColumnType.Count NUMBER = new ColumnType.Count(99_999_999);

    /** Where the columns are; -1 for one that the file does not have. */
    private record Columns(String areaName, int area, int age, int count, int width) {}

    /** The rows of one area: their numbers and where they stand. */
    private static final class AreaRows {
        private OptionalLong total = OptionalLong.empty();
        private long totalRow;
        private final Map<Population.Band, Long> bands = new LinkedHashMap<>();

        /** The row that already speaks of all ages. */
        Optional<Long> rowOfTotal() {
            return total.isPresent() ? Optional.of(totalRow) : Optional.empty();
        }

        /** The row that already speaks of some of these ages. */
        Optional<Long> rowOf(AgeBand age) {
            return bands.entrySet().stream()
                    .filter(known -> known.getKey().age().overlaps(age))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    private final AreaHierarchy areas;
    private final AreaLevel level;
    private final TableErrors errors;
    private final Map<AreaCode, AreaRows> rows = new TreeMap<>();
    private Columns columns = new Columns("", -1, -1, -1, 0);

    private CsvPopulation(AreaHierarchy areas, AreaLevel level, TableErrors errors) {
        this.areas = areas;
        this.level = level;
        this.errors = errors;
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
        CsvPopulation reader = new CsvPopulation(areas, level, new TableErrors(source));
        SmallTableReader.read(source, reader::header, reader::row, reader.errors::add);
        if (reader.rows.isEmpty() && reader.errors.isEmpty()) {
            reader.errors.add(NO_ROWS, reader.errors.place(), Map.of());
        }
        return reader.result(source.name());
    }

    private boolean header(List<String> names, Location where) {
        if (names.isEmpty()) {
            return false;
        }
        String areaName = names.contains("area_code") || !names.contains("area") ? "area_code" : "area";
        columns = new Columns(
                areaName,
                column(names, List.of(areaName), where),
                column(names, List.of(AGE, "age_group"), where),
                column(names, List.of(COUNT), where),
                names.size());
        Stream.of(areaName, COUNT)
                .filter(name -> !names.contains(name))
                .forEach(name -> errors.missing(name, names, where));
        return errors.isEmpty();
    }

    /** Where a column is, by any of its names; -1, with a finding where it is there twice. */
    private int column(List<String> names, List<String> any, Location where) {
        int[] found = IntStream.range(0, names.size())
                .filter(i -> any.contains(names.get(i)))
                .toArray();
        if (found.length > 1) {
            errors.columnTwice(any.get(0), where);
        }
        return found.length == 1 ? found[0] : -1;
    }

    private void row(RawRow row) {
        if (errors.isRagged(row, columns.width())) {
            return;
        }
        Location where = errors.place().withRow(row.number());
        String areaText = row.cells().get(columns.area()).strip();
        String ageText = columns.age() < 0 ? "" : row.cells().get(columns.age()).strip();
        String countText = row.cells().get(columns.count()).strip();
        Optional<AreaCode> area = area(areaText);
        boolean all = ageText.isEmpty() || ALL_AGES.matcher(ageText).matches();
        Optional<AgeBand> age = all ? Optional.empty() : PublishedAges.parse(ageText);
        OptionalLong count = count(countText);
        if (area.isEmpty()) {
            errors.cell(UNKNOWN, where, columns.areaName(), areaText);
        } else if (!all && age.isEmpty()) {
            errors.cell(UNKNOWN, where, AGE, ageText);
        } else if (count.isEmpty()) {
            errors.cell(NOT_WHOLE, where, COUNT, countText);
        } else {
            AreaRows known = rows.computeIfAbsent(area.get(), any -> new AreaRows());
            Optional<Long> first = age.map(known::rowOf).orElseGet(known::rowOfTotal);
            if (first.isPresent()) {
                errors.rowTwice(where, row.number(), first.get());
            } else if (age.isPresent()) {
                known.bands.put(new Population.Band(age.get(), count.getAsLong()), row.number());
            } else {
                known.total = count;
                known.totalRow = row.number();
            }
        }
    }

    private Optional<AreaCode> area(String text) {
        Optional<AreaCode> code =
                AreaCode.parse(text).filter(parsed -> areas.find(parsed).isPresent());
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
        return fits && NUMBER.read(text) instanceof CellResult.Value value
                ? OptionalLong.of(value.number())
                : OptionalLong.empty();
    }

    private Checked<Population> result(String name) {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>();
        rows.forEach((area, known) ->
                figures.put(area, new Population.Figures(name, known.total, List.copyOf(known.bands.keySet()))));
        Optional<Population> population =
                figures.isEmpty() ? Optional.empty() : Optional.of(new Population(name, figures));
        return new Checked<>(population, errors.toFindings());
    }
}
