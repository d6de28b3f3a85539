package nl.betekenisvolmeten.indicators.formats.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RawRow;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.formats.source.RowReader;
import nl.betekenisvolmeten.indicators.formats.source.UnreadableException;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;

/**
 * Inhabitants of areas from a CSV with the columns {@code area_code} or {@code area}, {@code inwoners} and, if wanted,
 * {@code leeftijdsgroep} (such as {@code 65+}; empty for all ages). One row for an area and age; a number is whole and below
 * 100 million.
 */
public final class CsvPopulation {

    private static final FindingCode MISSING_COLUMN = FindingCode.of("TF-S01");
    private static final FindingCode RAGGED = FindingCode.of("TF-S04");
    private static final FindingCode NO_ROWS = FindingCode.of("TF-S05");
    private static final FindingCode UNREADABLE = FindingCode.of("TF-S06");
    private static final FindingCode UNKNOWN = FindingCode.of("TF-V02");
    private static final FindingCode NOT_WHOLE = FindingCode.of("TF-V03");
    private static final FindingCode TWICE = FindingCode.of("TF-R05");

    /** Where the columns are; -1 for one that the file does not have. */
    private record Columns(String areaName, int area, int age, int count, int width) {}

    /** The rows of one area. */
    private static final class AreaRows {
        private final long firstRow;
        private OptionalLong total = OptionalLong.empty();
        private final List<Population.Band> bands = new ArrayList<>();

        AreaRows(long firstRow) {
            this.firstRow = firstRow;
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
        try {
            reader.readRows(CsvDelivery.open(source, ReadLimits.withDefaults()));
        } catch (IOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        } catch (UnreadableException e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT);
            reader.error(UNREADABLE, reader.place, Map.of("reason", reason));
        }
        return reader.result(source.name());
    }

    private void readRows(CsvDelivery delivery) throws IOException, UnreadableException {
        char separator = separator(delivery);
        try (RowReader reader = delivery.rows(separator)) {
            Optional<RawRow> header = reader.next();
            Optional<Columns> columns = header.isEmpty() ? Optional.empty() : columns(header.get());
            Optional<RawRow> row = columns.isEmpty() ? Optional.empty() : reader.next();
            while (row.isPresent()) {
                if (!row.get().isBlank()) {
                    take(row.get(), columns.orElseThrow());
                }
                row = reader.next();
            }
        }
        if (rows.isEmpty() && findings.count(Severity.ERROR) == 0) {
            error(NO_ROWS, place, Map.of());
        }
    }

    private static char separator(CsvDelivery delivery) {
        char best = CsvDelivery.SEPARATORS.get(0);
        int most = 0;
        for (char separator : CsvDelivery.SEPARATORS) {
            List<RawRow> first = delivery.firstRows(separator, 1);
            if (!first.isEmpty() && first.get(0).cells().size() > most) {
                most = first.get(0).cells().size();
                best = separator;
            }
        }
        return best;
    }

    private Optional<Columns> columns(RawRow header) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            at.putIfAbsent(header.cells().get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        String areaName = at.containsKey("area_code") ? "area_code" : "area";
        Columns columns = new Columns(
                areaName,
                at.getOrDefault(areaName, -1),
                at.getOrDefault("leeftijdsgroep", at.getOrDefault("age_group", -1)),
                at.getOrDefault("inwoners", -1),
                header.cells().size());
        String headers = String.join(", ", header.cells());
        if (columns.area() < 0) {
            error(MISSING_COLUMN, place.withRow(1), Map.of("column", "area_code", "headers", headers));
        }
        if (columns.count() < 0) {
            error(MISSING_COLUMN, place.withRow(1), Map.of("column", "inwoners", "headers", headers));
        }
        return columns.area() < 0 || columns.count() < 0 ? Optional.empty() : Optional.of(columns);
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
            error(UNKNOWN, where, Map.of("column", columns.areaName(), Finding.VALUE, areaText));
        } else if (!ageText.isEmpty() && age.isEmpty()) {
            error(UNKNOWN, where, Map.of("column", "leeftijdsgroep", Finding.VALUE, ageText));
        } else if (count.isEmpty()) {
            error(NOT_WHOLE, where, Map.of("column", "inwoners", Finding.VALUE, countText));
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

    /** No country asks for more digits; a number of nine is a person's. */
    private static OptionalLong count(String text) {
        return text.matches("[0-9]{1,8}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private void put(AreaCode area, Optional<AgeBand> age, long count, Location where) {
        long row = where.row().orElseThrow();
        AreaRows known = rows.computeIfAbsent(area, any -> new AreaRows(row));
        boolean twice = age.isEmpty()
                ? known.total.isPresent()
                : known.bands.stream().anyMatch(band -> band.age().overlaps(age.get()));
        if (twice) {
            error(TWICE, where, Map.of("row", Long.toString(row), "first_row", Long.toString(known.firstRow)));
        } else if (age.isEmpty()) {
            known.total = OptionalLong.of(count);
        } else {
            known.bands.add(new Population.Band(age.get(), count));
        }
    }

    private void error(FindingCode code, Location where, Map<String, String> arguments) {
        findings.add(Finding.of(code, Severity.ERROR, where, arguments));
    }

    private Checked<Population> result(String name) {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>();
        rows.forEach((area, known) -> figures.put(area, new Population.Figures(name, known.total, known.bands)));
        Optional<Population> population =
                figures.isEmpty() ? Optional.empty() : Optional.of(new Population(name, figures));
        return new Checked<>(population, findings.toFindings());
    }
}
