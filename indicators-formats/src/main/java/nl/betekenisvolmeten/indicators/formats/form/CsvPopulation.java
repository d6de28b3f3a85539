package nl.betekenisvolmeten.indicators.formats.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.SmallTableReader;
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
 * Inhabitants of areas from a CSV or workbook with the columns {@code area_code} or {@code area}, {@code inwoners} and,
 * if wanted, {@code leeftijdsgroep} (such as {@code 65+}, a single age or {@code 65 jaar of ouder}; empty for all
 * ages), in any order, with one row per area and age. A number is whole, below 100 million, and may have thousands
 * separators, as in a telformat: {@code 26.358} is read, {@code 26,358} is ambiguous and refused.
 *
 * <p>The neighbourhood table of Statistics Netherlands (Kerncijfers wijken en buurten) is read as downloaded: one row
 * per area, a column for all inhabitants and one for each age group. Rows of other areas are skipped, with one finding;
 * an empty cell, a point, {@code x} or {@code -} means that the number is not known.
 *
 * <p>A stadsdeel that is not in the file has the sum of its wijken if the file contains all of them.
 */
public final class CsvPopulation {

    private static final FindingCode NO_ROWS = FindingCode.of("TF-S05");
    private static final FindingCode UNKNOWN = FindingCode.of("TF-V02");
    private static final FindingCode NOT_WHOLE = FindingCode.of("TF-V03");
    private static final FindingCode OTHER_AREAS = FindingCode.of("TF-I12");
    private static final Set<String> NOT_KNOWN = Set.of("", ".", "x", "-");
    private static final String AGE = "leeftijdsgroep";
    private static final String COUNT = "inwoners";

    private static final Pattern ALL_AGES = Pattern.compile("(?i)tota(a)?l.*|all(e)? (ages|leeftijden)");

    /** No country asks for more digits; a number of nine is a person's, also where it starts with a zero. */
    private static final int MAX_DIGITS = 8;

    private static final ColumnType.Count NUMBER = new ColumnType.Count(99_999_999);

    /** Where the columns are; -1 for one that the file does not have. */
    private record Columns(String areaName, int area, int age, int count, List<String> names) {

        int width() {
            return names.size();
        }

        /** Returns the names of the columns that are not read, such as one of men and women. */
        String unread() {
            return IntStream.range(0, names.size())
                    .filter(i -> i != area && i != age && i != count)
                    .mapToObj(names::get)
                    .collect(Collectors.joining(", "));
        }
    }

    private record Inhabitants(long count, long row) {}

    /** The numbers of one area and where they stand, by age group; by none for people of all ages. */
    private static final class AreaRows {
        private final Map<Optional<AgeBand>, Inhabitants> numbers = new LinkedHashMap<>();
        /** The row of an area that has a single one. */
        private long row;

        /** Returns the sum over areas; a number that is not known for all of them is not known. */
        static AreaRows sum(List<AreaRows> parts) {
            AreaRows sum = new AreaRows();
            for (Optional<AgeBand> age : parts.get(0).numbers.keySet()) {
                List<Inhabitants> all = parts.stream()
                        .flatMap(part -> Stream.ofNullable(part.numbers.get(age)))
                        .toList();
                if (all.size() == parts.size()) {
                    long count = all.stream().mapToLong(Inhabitants::count).sum();
                    sum.numbers.put(age, new Inhabitants(count, 0));
                }
            }
            return sum;
        }

        /** Returns the row that already has people of some of these ages. */
        Optional<Long> rowOf(Optional<AgeBand> age) {
            return numbers.entrySet().stream()
                    .filter(known -> age.isEmpty()
                            ? known.getKey().isEmpty()
                            : known.getKey().filter(age.get()::overlaps).isPresent())
                    .map(known -> known.getValue().row())
                    .findFirst();
        }

        Population.Figures figures(String date) {
            Inhabitants all = numbers.get(Optional.<AgeBand>empty());
            List<Population.Band> bands = new ArrayList<>();
            numbers.forEach(
                    (age, number) -> age.ifPresent(band -> bands.add(new Population.Band(band, number.count()))));
            return new Population.Figures(
                    date, all == null ? OptionalLong.empty() : OptionalLong.of(all.count()), bands);
        }
    }

    private final AreaHierarchy areas;
    private final AreaLevel level;
    private final TableErrors errors;
    private final Map<AreaCode, AreaRows> rows = new TreeMap<>();
    private Columns columns = new Columns("", -1, -1, -1, List.of());
    private Optional<NeighbourhoodColumns> wide = Optional.empty();
    private long otherAreas;

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
        SmallTableReader.read(
                source,
                reader::header,
                row -> reader.wide.ifPresentOrElse(known -> reader.wideRow(known, row), () -> reader.row(row)),
                reader.errors::add);
        reader.endOfWide();
        reader.sumDistricts();
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
                names);
        wide = names.contains(COUNT) ? Optional.empty() : NeighbourhoodColumns.of(names);
        if (wide.isPresent()) {
            wide.get().overlapping().ifPresent(twice -> errors.columnTwice(names.get(twice.column()), where));
            return errors.isEmpty();
        }
        Stream.of(areaName, COUNT)
                .filter(name -> !names.contains(name))
                .forEach(name -> errors.missing(name, names, where));
        return errors.isEmpty();
    }

    /**
     * Returns the place of a column with any of the given names; -1 if there is none, or more than one, which is
     * reported.
     */
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
            Optional<Long> first = known.rowOf(age);
            if (first.isPresent()) {
                if (columns.unread().isEmpty()) {
                    errors.rowTwice(where, first.get(), Map.of("reason", "ages"));
                } else if (errors.isEmpty()) {
                    errors.rowTwice(where, first.get(), Map.of("reason", "split", "columns", columns.unread()));
                }
            } else {
                known.numbers.put(age, new Inhabitants(count.getAsLong(), row.number()));
            }
        }
    }

    /** Reads a row with a cell for each age group; a row with a single cell names the source of the table. */
    private void wideRow(NeighbourhoodColumns known, RawRow row) {
        boolean source = row.cells().stream().filter(cell -> !cell.isBlank()).count() <= 1;
        if (source || errors.isRagged(row, columns.width())) {
            return;
        }
        Location where = errors.place().withRow(row.number());
        Optional<AreaCode> area = area(row.cells().get(known.area()).strip());
        if (area.isEmpty()) {
            otherAreas++;
            return;
        }
        AreaRows of = rows.computeIfAbsent(area.get(), any -> new AreaRows());
        if (of.row != 0) {
            errors.rowTwice(where, of.row, Map.of());
            return;
        }
        of.row = row.number();
        if (known.total() >= 0) {
            wideCell(of, Optional.empty(), row.cells().get(known.total()).strip(), where);
        }
        known.ages()
                .forEach(age -> wideCell(
                        of,
                        Optional.of(age.age()),
                        row.cells().get(age.column()).strip(),
                        where));
    }

    private void wideCell(AreaRows of, Optional<AgeBand> age, String text, Location where) {
        OptionalLong count = count(text);
        if (count.isPresent()) {
            of.numbers.put(age, new Inhabitants(count.getAsLong(), of.row));
        } else if (!NOT_KNOWN.contains(text.toLowerCase(Locale.ROOT))) {
            errors.cell(NOT_WHOLE, where, age.map(AgeBand::code).orElse(COUNT), text);
        }
    }

    private void endOfWide() {
        if (otherAreas > 0) {
            errors.add(
                    Finding.of(OTHER_AREAS, Severity.NOTE, errors.place(), Map.of("count", Long.toString(otherAreas))));
        }
    }

    /** Adds the city districts that the file lacks, if it has all the districts in them. */
    private void sumDistricts() {
        for (Area stadsdeel : areas.areas(AreaLevel.STADSDEEL)) {
            List<AreaCode> parts = areas.areas(AreaLevel.WIJK).stream()
                    .map(Area::code)
                    .filter(wijk -> areas.ancestor(wijk, AreaLevel.STADSDEEL).equals(Optional.of(stadsdeel.code())))
                    .toList();
            List<AreaRows> known = parts.stream()
                    .flatMap(part -> Stream.ofNullable(rows.get(part)))
                    .toList();
            if (!parts.isEmpty() && known.size() == parts.size()) {
                rows.putIfAbsent(stadsdeel.code(), AreaRows.sum(known));
            }
        }
    }

    private Optional<AreaCode> area(String text) {
        return AreaCode.parse(text)
                .filter(code -> areas.find(code).isPresent())
                .or(() -> Stream.of(level, AreaLevel.STADSDEEL, AreaLevel.WIJK, AreaLevel.GEMEENTE, AreaLevel.BUURT)
                        .flatMap(candidate -> areas.findByName(candidate, text).stream())
                        .map(Area::code)
                        .findFirst());
    }

    private static OptionalLong count(String text) {
        boolean fits = text.chars().filter(c -> c >= '0' && c <= '9').count() <= MAX_DIGITS;
        return fits && NUMBER.read(text) instanceof CellResult.Value value
                ? OptionalLong.of(value.number())
                : OptionalLong.empty();
    }

    private Checked<Population> result(String name) {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>();
        rows.forEach((area, known) -> figures.put(area, known.figures(name)));
        return new Checked<>(
                figures.isEmpty() ? Optional.empty() : Optional.of(new Population(name, figures)), errors.toFindings());
    }
}
