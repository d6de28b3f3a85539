package nl.betekenisvolmeten.indicators.formats.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.document.FigureCell;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** The figures that a report may show. They are looked up here, so that each number on the page refers to its cell. */
final class BoundCells {

    /** The code of the whole city, whose areas are added up. */
    static final String CITY = "stad";

    /** The key of a figure. */
    record Key(String indicator, String area, String period) {}

    private final Map<Key, CellValue> values = new LinkedHashMap<>();
    private final Map<Key, Comparison.Row> rows = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Language language;

    private BoundCells(Language language) {
        this.language = language;
        codes.put(CITY, CITY);
    }

    static BoundCells of(Release release, Language language) {
        BoundCells cells = new BoundCells(language);
        ReleaseParts.whole(release)
                .forEach(part -> cells.add(release.table(part.id()).table()));
        return cells;
    }

    static BoundCells of(ProgressReport.Figures figures, Language language) {
        BoundCells cells = new BoundCells(language);
        figures.city()
                .forEach(table -> table.rows()
                        .forEach(row -> cells.add(table, row, CITY, row.key().get(0))));
        figures.comparisons().forEach(comparison -> comparison.rows().forEach(cells::add));
        return cells;
    }

    private void add(ResultTable table) {
        for (ResultTable.Row row : table.rows()) {
            name(row.key().get(0), row.key().get(1));
            add(table, row, row.key().get(0), row.key().get(2));
        }
    }

    private void add(ResultTable table, ResultTable.Row row, String area, String period) {
        for (int i = 0; i < table.series().size(); i++) {
            values.put(
                    new Key(table.series().get(i), area, period),
                    row.figures().get(i).value());
        }
    }

    private void add(Comparison.Row row) {
        Area area = row.key().area();
        name(area.code().value(), area.name());
        Key own = key(row, area.code().value());
        values.put(own, row.figure().value());
        rows.put(own, row);
        values.put(key(row, CITY), row.contrast().cityValue());
    }

    static Key key(Comparison.Row row, String area) {
        return new Key(
                row.key().indicator().id().value(), area, row.key().period().code());
    }

    private void name(String code, String name) {
        codes.put(code.toLowerCase(Locale.ROOT), code);
        codes.put(name.toLowerCase(Locale.ROOT), code);
    }

    /** Returns the key of a figure; the area may also be a name. */
    Key key(String indicator, String area, Period period) {
        return new Key(indicator, codes.getOrDefault(area.toLowerCase(Locale.ROOT), area), period.code());
    }

    Optional<CellValue> value(Key key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Returns the compared row of a figure. */
    Optional<Comparison.Row> row(Key key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Returns the figure as shown. */
    Run figure(Key key) {
        return figure(key, values.getOrDefault(key, new CellValue.Missing()));
    }

    /** Returns a figure with another value, such as that of the same organisations a year earlier. */
    Run figure(Key key, CellValue value) {
        return new Run.Figure(FigureCell.of(key.indicator(), key.area(), key.period(), value, language));
    }

    /** Returns the figure as shown in a table: a symbol if there is no number. */
    Run inTable(Key key) {
        return inTable(key, values.getOrDefault(key, new CellValue.Missing()), language);
    }

    /** Returns a figure as shown in a table. */
    static Run inTable(Key key, CellValue value, Language language) {
        FigureCell cell = FigureCell.of(key.indicator(), key.area(), key.period(), value, language);
        return new Run.Figure(
                switch (value.status()) {
                    case EXACT, BETWEEN -> cell;
                    case SUPPRESSED -> cell.shownAs("x");
                    case INCOMPLETE, REFUSED, MISSING, NOT_COMPARABLE -> cell.shownAs(".");
                });
    }

    Run figure(Comparison.Row row) {
        return inTable(key(row, row.key().area().code().value()));
    }

    Run cityFigure(Comparison.Row row) {
        return inTable(key(row, CITY));
    }
}
