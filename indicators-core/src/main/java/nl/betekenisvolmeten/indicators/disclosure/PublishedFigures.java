package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** What published tables say, found by place, and what is wrong with them. For the attacker only. */
final class PublishedFigures {

    /** The subject of a figure, with a code for each of the plan's categories. */
    record Spot(Area area, Period period, List<String> codes) {}

    /** The key of a figure. */
    record Place(PublicationPlan.Part part, Spot spot) {}

    private final Map<Place, ResultTable.Row> rows = new LinkedHashMap<>();
    private final Map<String, ResultTable> tables;
    private final TreeSet<Period> periods = new TreeSet<>();
    private final PublicationPlan plan;
    private final AreaHierarchy areas;
    private final List<LocalizedText> objections = new ArrayList<>();

    private PublishedFigures(PublicationPlan plan, AreaHierarchy areas, Map<String, ResultTable> tables) {
        this.plan = plan;
        this.areas = areas;
        this.tables = tables;
    }

    static PublishedFigures read(PublicationPlan plan, AreaHierarchy areas, Map<String, ResultTable> tables) {
        PublishedFigures figures = new PublishedFigures(plan, areas, new HashMap<>(tables));
        for (PublicationPlan.Part part : plan.parts()) {
            ResultTable table = tables.get(part.id());
            if (table == null || !table.keys().equals(part.keys())) {
                figures.object(
                        "De tabel ontbreekt of heeft andere kolommen: ",
                        "A table is missing or has other columns: ",
                        part.id());
                figures.tables.remove(part.id());
            } else {
                table.rows().forEach(row -> figures.addPeriods(part, row.key().get(2)));
            }
        }
        for (PublicationPlan.Part part : plan.parts()) {
            if (figures.tables.containsKey(part.id())) {
                figures.readRows(part);
            }
        }
        return figures;
    }

    private void object(String nl, String en, String what) {
        objections.add(LocalizedText.of(nl + what, en + what));
    }

    /** Adds a period, with all those in the same longest period. */
    private void addPeriods(PublicationPlan.Part part, String code) {
        Optional<Period> period = Period.parseCode(code).filter(one -> one.kind() == part.period());
        if (period.isEmpty()) {
            object("Een periode hoort niet in de tabel: ", "A period is not of the table: ", part.id() + " " + code);
        }
        period.map(one -> one.rollUp(plan.kinds().get(0)))
                .ifPresent(longest -> plan.kinds().forEach(kind -> periods.addAll(longest.parts(kind))));
    }

    private void readRows(PublicationPlan.Part part) {
        Map<List<String>, ResultTable.Row> byKey = new HashMap<>();
        for (ResultTable.Row row : table(part).rows()) {
            List<String> key = new ArrayList<>(row.key());
            key.remove(1);
            if (byKey.put(key, row) != null) {
                object("Een rij staat er twee keer: ", "A row occurs twice: ", part.id() + " " + row.key());
            }
        }
        for (Area area : areas.areas(part.level())) {
            for (Period period : periods) {
                for (List<String> codes : codes()) {
                    Spot spot = new Spot(area, period, codes);
                    if (period.kind() == part.period() && isDivided(part, codes)) {
                        readRow(new Place(part, spot), byKey);
                    }
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

    private void readRow(Place place, Map<List<String>, ResultTable.Row> byKey) {
        List<String> key = new ArrayList<>(key(place));
        key.remove(1);
        ResultTable.Row row = byKey.remove(key);
        if (row == null) {
            object(
                    "Een rij ontbreekt, en ook dat zegt iets: ",
                    "A row is missing, and that says something too: ",
                    place.part().id() + " "
                            + String.join(" ", key(place).subList(1, key(place).size())));
        } else {
            rows.put(place, row);
        }
    }

    /** Returns the parts of a spot: smaller areas, shorter periods, and the codes of each of the categories. */
    List<List<Spot>> parts(Spot whole) {
        List<List<Spot>> all = new ArrayList<>();
        AreaCode code = whole.area().code();
        int level = plan.levels().indexOf(code.level()) + 1;
        if (level < plan.levels().size()) {
            all.add(areas.areas(plan.levels().get(level)).stream()
                    .filter(area -> areas.ancestor(area.code(), code.level()).equals(Optional.of(code)))
                    .map(area -> new Spot(area, whole.period(), whole.codes()))
                    .toList());
        }
        int kind = plan.kinds().indexOf(whole.period().kind()) + 1;
        if (kind < plan.kinds().size()) {
            all.add(whole.period().parts(plan.kinds().get(kind)).stream()
                    .map(period -> new Spot(whole.area(), period, whole.codes()))
                    .toList());
        }
        for (int i = 0; i < whole.codes().size(); i++) {
            if (whole.codes().get(i).equals(PublicationPlan.TOTAL)) {
                int at = i;
                all.add(plan.breakdowns().get(i).codes().stream()
                        .map(one -> {
                            List<String> codes = new ArrayList<>(whole.codes());
                            codes.set(at, one);
                            return new Spot(whole.area(), whole.period(), List.copyOf(codes));
                        })
                        .toList());
            }
        }
        all.removeIf(List::isEmpty);
        return all;
    }

    private boolean isDivided(PublicationPlan.Part part, List<String> codes) {
        return IntStream.range(0, codes.size())
                .allMatch(i -> codes.get(i).equals(PublicationPlan.TOTAL)
                        || part.by().contains(plan.breakdowns().get(i)));
    }

    /** Returns all combinations of categories and totals. */
    List<List<String>> codes() {
        List<List<String>> all = new ArrayList<>(List.of(List.of()));
        for (PublicationPlan.Breakdown breakdown : plan.breakdowns()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> one : all) {
                Stream.concat(Stream.of(PublicationPlan.TOTAL), breakdown.codes().stream())
                        .forEach(code -> longer.add(
                                Stream.concat(one.stream(), Stream.of(code)).toList()));
            }
            all = longer;
        }
        return all;
    }

    private ResultTable table(PublicationPlan.Part part) {
        ResultTable table = tables.get(part.id());
        if (table == null) {
            throw new IllegalStateException("no table: " + part.id());
        }
        return table;
    }

    /** Returns a figure; empty if its row or column is missing. */
    Optional<CellValue> value(Place place, String series) {
        ResultTable.Row row = rows.get(place);
        int index = row == null ? -1 : table(place.part()).series().indexOf(series);
        return row == null || index < 0
                ? Optional.empty()
                : Optional.of(row.figures().get(index).value());
    }

    /** Returns a figure of a count; missing if its row or column is. */
    CellValue value(Place place, PublicationPlan.Count count) {
        return value(place, count.measure().value()).orElseGet(CellValue.Missing::new);
    }

    /** Returns the published number, including one published as incomplete. */
    static Optional<BigDecimal> number(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.sum() : value.exact();
    }

    /** Returns the published number of a count per 1,000 inhabitants. */
    Optional<BigDecimal> quotient(Place place, PublicationPlan.Count count) {
        return value(place, count.perThousandName()).flatMap(PublishedFigures::number);
    }

    /** Returns whether all that is published of a count is rounded; always true without rounding. */
    boolean isRounded(Place place, PublicationPlan.Count count) {
        int base = plan.policy().rounding().base();
        return base == 1 || (isMultiple(number(value(place, count)), base) && isMultiple(quotient(place, count), 1));
    }

    private static boolean isMultiple(Optional<BigDecimal> number, int base) {
        return number.filter(known -> known.remainder(BigDecimal.valueOf(base)).signum() != 0)
                .isEmpty();
    }

    boolean has(Place place) {
        return rows.containsKey(place);
    }

    List<String> key(Place place) {
        Spot spot = place.spot();
        List<String> key = new ArrayList<>(List.of(
                spot.area().code().value(), spot.area().name(), spot.period().code()));
        place.part()
                .by()
                .forEach(one -> key.add(spot.codes().get(plan.breakdowns().indexOf(one))));
        return key;
    }

    /** Returns where figures about a spot are published. */
    Stream<Place> places(Spot spot) {
        return plan.parts().stream().map(part -> new Place(part, spot)).filter(rows::containsKey);
    }

    Iterable<Place> places() {
        return rows.keySet();
    }

    Iterable<Period> periods() {
        return periods;
    }

    List<LocalizedText> objections() {
        return objections;
    }
}
