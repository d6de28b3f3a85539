package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** What published tables say, found by place, and what is wrong with them. For the attacker only. */
final class PublishedFigures {

    /** The columns that each table begins with. */
    static final List<String> KEYS = List.of("area_code", "area", "period");

    /** Where a figure is. */
    record Place(PublicationPlan.Part part, Area area, String period) {}

    private final Map<Place, ResultTable.Row> rows = new LinkedHashMap<>();
    private final Map<String, ResultTable> tables;
    private final TreeSet<String> periods = new TreeSet<>();
    private final List<LocalizedText> objections = new ArrayList<>();

    private PublishedFigures(Map<String, ResultTable> tables) {
        this.tables = tables;
    }

    static PublishedFigures read(PublicationPlan plan, AreaHierarchy areas, Map<String, ResultTable> tables) {
        PublishedFigures figures = new PublishedFigures(new HashMap<>(tables));
        for (PublicationPlan.Part part : plan.parts()) {
            ResultTable table = tables.get(part.id());
            if (table == null || !table.keys().equals(KEYS)) {
                figures.object(
                        "De tabel ontbreekt of heeft andere kolommen: ",
                        "A table is missing or has other columns: ",
                        part.id());
                figures.tables.remove(part.id());
            } else {
                table.rows().forEach(row -> figures.periods.add(row.key().get(2)));
            }
        }
        for (PublicationPlan.Part part : plan.parts()) {
            if (figures.tables.containsKey(part.id())) {
                figures.readRows(part, areas);
            }
        }
        return figures;
    }

    private void object(String nl, String en, String what) {
        objections.add(LocalizedText.of(nl + what, en + what));
    }

    private void readRows(PublicationPlan.Part part, AreaHierarchy areas) {
        Map<List<String>, ResultTable.Row> byKey = new HashMap<>();
        for (ResultTable.Row row : table(part).rows()) {
            if (byKey.put(List.of(row.key().get(0), row.key().get(2)), row) != null) {
                object("Een rij staat er twee keer: ", "A row occurs twice: ", part.id() + " " + row.key());
            }
        }
        for (Area area : areas.areas(part.level())) {
            for (String period : periods) {
                ResultTable.Row row = byKey.remove(List.of(area.code().value(), period));
                if (row == null) {
                    object(
                            "Een rij ontbreekt, en ook dat zegt iets: ",
                            "A row is missing, and that says something too: ",
                            part.id() + " " + area.name() + " " + period);
                } else {
                    rows.put(new Place(part, area, period), row);
                }
            }
        }
        byKey.keySet()
                .forEach(key -> object(
                        "Een gebied hoort niet in de tabel: ", "An area is not of the table: ", part.id() + " " + key));
        for (PublicationPlan.Count count : part.counts()) {
            if (!table(part).series().contains(count.measure().value())) {
                object("Een aantal ontbreekt: ", "A count is missing: ", part.id() + " " + count.measure());
            }
        }
    }

    private ResultTable table(PublicationPlan.Part part) {
        ResultTable table = tables.get(part.id());
        if (table == null) {
            throw new IllegalStateException("no table: " + part.id());
        }
        return table;
    }

    /** A figure; empty where its row or column is missing. */
    Optional<CellValue> value(Place place, String series) {
        ResultTable.Row row = rows.get(place);
        int index = row == null ? -1 : table(place.part()).series().indexOf(series);
        return row == null || index < 0
                ? Optional.empty()
                : Optional.of(row.figures().get(index).value());
    }

    List<String> key(Place place) {
        return List.of(place.area().code().value(), place.area().name(), place.period());
    }

    Iterable<Place> places() {
        return rows.keySet();
    }

    Iterable<String> periods() {
        return periods;
    }

    List<LocalizedText> objections() {
        return objections;
    }
}
