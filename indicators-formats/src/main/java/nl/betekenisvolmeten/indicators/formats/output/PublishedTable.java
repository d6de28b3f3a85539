package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.SmallTableReader;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.jspecify.annotations.Nullable;

/** A table of a publication as it is found in its files, put together. */
final class PublishedTable {

    private static final Map<String, String> SDMX_KEYS =
            Map.of("area_code", "ref_area", "area", "ref_area_name", "period", "time_period");
    private static final Set<String> SDMX_FIELDS = Set.of(
            "structure",
            "structure_id",
            "action",
            "measure",
            "obs_value",
            "obs_status",
            "conf_status",
            "status",
            "use");
    private static final Set<String> STATUSES = Set.of("exact", "incomplete", "suppressed", "refused", "missing");
    private static final Pattern SDMX_PERIOD = Pattern.compile("(\\d{4})-([ASQM])(\\d{1,2})");
    private static final Map<String, String> KINDS = Map.of("A", "JJ", "S", "HJ", "Q", "KW", "M", "MM");

    private final PublicationPlan.Part part;
    private final List<String> keys;
    private final List<LocalizedText> objections;
    private final Set<String> series = new LinkedHashSet<>();
    private final Map<List<String>, Map<String, CellValue>> rows = new LinkedHashMap<>();
    private boolean any;

    PublishedTable(PublicationPlan.Part part, List<LocalizedText> objections) {
        this.part = part;
        keys = part.keys();
        this.objections = objections;
    }

    boolean isAny() {
        return any;
    }

    /** Adds the contents of a file. */
    void add(DeliverySource file, PublishedFiles.Kind kind) {
        any = true;
        List<Map<String, String>> found = rows(file);
        Set<String> columns = new TreeSet<>();
        found.forEach(row -> columns.addAll(row.keySet()));
        columns.removeAll(kind == PublishedFiles.Kind.SDMX ? sdmxColumns() : columns());
        columns.forEach(column -> object(
                file,
                "Een kolom hoort niet in een publicatie: ",
                "A column does not belong in a publication: ",
                column));
        if (found.stream().anyMatch(row -> !"public".equals(row.get("use")))) {
            object(file, "Het bestand is niet openbaar: ", "The file is not public: ", "use");
        }
        for (Map<String, String> row : found) {
            if (kind == PublishedFiles.Kind.SDMX) {
                String measure = row.getOrDefault("measure", "");
                checkStatus(file, row.get("status"));
                value(row.get("obs_value"), row.get("status")).ifPresent(figure -> put(sdmxKey(row), measure, figure));
            } else {
                List<String> key =
                        keys.stream().map(name -> row.getOrDefault(name, "")).toList();
                for (String name : names()) {
                    checkStatus(file, row.get(name + "_status"));
                    value(row.get(name), row.get(name + "_status")).ifPresent(figure -> put(key, name, figure));
                }
            }
        }
    }

    /** Checks that a status is one of the published words; two words for hidden cells would distinguish them. */
    private void checkStatus(DeliverySource file, @Nullable String status) {
        if (status != null && !STATUSES.contains(status)) {
            object(
                    file,
                    "Een woord hoort niet in een publicatie: ",
                    "A word does not belong in a publication: ",
                    status);
        }
    }

    private void object(DeliverySource file, String nl, String en, String what) {
        objections.add(
                LocalizedText.of((nl + file.name() + " " + what).strip(), (en + file.name() + " " + what).strip()));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (PublicationPlan.Count count : part.counts()) {
            names.add(count.measure().value());
            if (count.perThousand()) {
                names.add(count.perThousandName());
            }
        }
        return names;
    }

    private Set<String> columns() {
        Set<String> columns = new TreeSet<>(keys);
        names().forEach(name -> columns.addAll(List.of(name, name + "_status")));
        columns.add("use");
        return columns;
    }

    private Set<String> sdmxColumns() {
        Set<String> columns = new TreeSet<>();
        keys.forEach(key -> columns.add(sdmxName(key)));
        columns.addAll(SDMX_FIELDS);
        return columns;
    }

    private static String sdmxName(String key) {
        return SDMX_KEYS.getOrDefault(key, key);
    }

    private List<String> sdmxKey(Map<String, String> row) {
        List<String> key = new ArrayList<>();
        keys.forEach(name -> key.add(row.getOrDefault(sdmxName(name), "")));
        Matcher period = SDMX_PERIOD.matcher(key.get(2));
        if (period.matches()) {
            String kind = period.group(2);
            int index = kind.equals("A") ? 0 : Integer.parseInt(period.group(3));
            key.set(2, period.group(1) + KINDS.get(kind) + (index < 10 ? "0" : "") + index);
        }
        return key;
    }

    /** Adds a value. If any file gives a number, the number is published, whatever the other files contain. */
    private void put(List<String> key, String name, CellValue value) {
        series.add(name);
        CellValue before = rows.computeIfAbsent(key, any -> new LinkedHashMap<>())
                .merge(name, value, (old, now) -> Numbers.number(old).isPresent() ? old : now);
        if (Numbers.number(before).isPresent() && Numbers.number(value).isPresent() && !before.equals(value)) {
            objections.add(LocalizedText.of(
                    "Een cijfer verschilt tussen de bestanden: " + name + " " + key,
                    "A figure differs between the files: " + name + " " + key));
        }
    }

    private static Optional<CellValue> value(@Nullable String text, @Nullable String status) {
        if (text != null && !text.isEmpty()) {
            try {
                BigDecimal number = new BigDecimal(text);
                return Optional.of(
                        "incomplete".equals(status)
                                ? new CellValue.Incomplete(Optional.of(number), Optional.empty(), Optional.empty())
                                : CellValue.of(number));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case "suppressed" -> new CellValue.Suppressed();
                    case "missing" -> new CellValue.Missing();
                    case "incomplete" -> CellValue.Incomplete.unknown();
                    default -> new CellValue.NotDefined(CellValue.Reason.BOUNDS_WITHHELD);
                });
    }

    private List<Map<String, String>> rows(DeliverySource file) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        SmallTableReader.read(
                file,
                (names, place) -> header.addAll(names),
                row -> rows.add(cells(header, row)),
                finding -> object(file, "Het bestand is niet te lezen: ", "The file cannot be read: ", ""));
        return rows;
    }

    private static Map<String, String> cells(List<String> header, RawRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size() && i < row.cells().size(); i++) {
            cells.put(header.get(i), row.cells().get(i).strip());
        }
        return cells;
    }

    ResultTable result() {
        List<String> names = List.copyOf(series);
        List<ResultTable.Row> all = new ArrayList<>();
        rows.forEach((key, values) -> {
            List<Figure> figures = names.stream()
                    .map(name -> Figure.of(values.getOrDefault(name, new CellValue.Missing()), 1, 0))
                    .toList();
            all.add(new ResultTable.Row(key, figures, 0, Optional.empty(), Optional.empty()));
        });
        return new ResultTable(keys, names, all, Findings.none());
    }
}
