package nl.betekenisvolmeten.indicators.formats.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.csv.SmallTableReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.DeliveredTotal;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/**
 * Totals that someone delivered, from a CSV with a column for each thing that a plan groups by and one for each measure
 * of which there are totals, in any order. Cells are written as in a delivery of the format, numbers in Dutch notation; a
 * number that is left out is no total. Other columns are not read.
 */
public final class CsvTotals {

    private static final FindingCode MISSING_COLUMN = FindingCode.of("TF-S01");
    private static final FindingCode COLUMN_TWICE = FindingCode.of("TF-S03");
    private static final FindingCode RAGGED = FindingCode.of("TF-S04");
    private static final FindingCode UNKNOWN = FindingCode.of("TF-V02");
    private static final FindingCode NOT_A_NUMBER = FindingCode.of("TF-V05");
    private static final FindingCode TWICE = FindingCode.of("TF-R05");

    private static final long LARGEST_COUNT = 999_999_999_999L;

    private final AggregationPlan plan;
    private final RuleSet rules;
    private final Location place;
    private final FindingCollector findings = FindingCollector.withDefaults();
    private final List<DeliveredTotal> totals = new ArrayList<>();
    private final Map<List<String>, Long> rows = new HashMap<>();

    private CsvTotals(AggregationPlan plan, RuleSet rules, Location place) {
        this.plan = plan;
        this.rules = rules;
        this.place = place;
    }

    /**
     * Reads totals.
     *
     * @param source the file
     * @param plan by what and of which measures
     * @param rules the columns of the format that is added up
     * @return the totals, and what is wrong with the file; rows with an error are left out
     * @throws IndicatorsException if the source cannot be read
     */
    public static Checked<List<DeliveredTotal>> read(DeliverySource source, AggregationPlan plan, RuleSet rules) {
        CsvTotals reader = new CsvTotals(plan, rules, Location.of(source.name()));
        SmallTableReader.read(source, reader::below, reader.findings::add);
        return Checked.of(List.copyOf(reader.totals), reader.findings.toFindings());
    }

    private Optional<Consumer<RawRow>> below(Optional<RawRow> header) {
        List<String> names = header.map(RawRow::cells).orElse(List.of()).stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean good =
                hasColumns(names, header.map(row -> place.withRow(row.number())).orElse(place));
        return good ? Optional.of(row -> take(row, names)) : Optional.empty();
    }

    /** Whether everything that is grouped by is there, and a measure at least, each once. */
    private boolean hasColumns(List<String> names, Location where) {
        List<String> measures =
                series().stream().map(Series::name).filter(names::contains).toList();
        List<String> wanted =
                new ArrayList<>(plan.groupings().stream().map(Grouping::name).toList());
        if (measures.isEmpty()) {
            series().stream().map(Series::name).findFirst().ifPresent(wanted::add);
        }
        for (String name : wanted) {
            if (!names.contains(name)) {
                error(
                        MISSING_COLUMN,
                        where.withColumn(name),
                        Map.of("column", name, "headers", String.join(", ", names)));
            }
        }
        wanted.addAll(measures);
        wanted.stream()
                .distinct()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .forEach(name -> error(COLUMN_TWICE, where.withColumn(name), Map.of("column", name)));
        return findings.count(Severity.ERROR) == 0;
    }

    /** The totals of measures as they are: a selection of rows has no column. */
    private List<Series.Total> series() {
        return plan.series().stream()
                .filter(Series.Total.class::isInstance)
                .map(Series.Total.class::cast)
                .filter(total -> total.where().codes().isEmpty())
                .toList();
    }

    private void take(RawRow row, List<String> names) {
        Location where = place.withRow(row.number());
        if (row.cells().size() != names.size()) {
            String expected = Integer.toString(names.size());
            String found = Integer.toString(row.cells().size());
            error(RAGGED, where, Map.of("expected", expected, "found", found));
            return;
        }
        List<String> key = new ArrayList<>();
        for (Grouping grouping : plan.groupings()) {
            String text = row.cells().get(names.indexOf(grouping.name())).strip();
            Optional<String> code = code(grouping, text);
            if (code.isEmpty()) {
                about(UNKNOWN, where, grouping.name(), text);
                return;
            }
            key.add(code.get());
        }
        Long first = rows.putIfAbsent(List.copyOf(key), row.number());
        if (first != null) {
            error(TWICE, where, Map.of("row", Long.toString(row.number()), "first_row", Long.toString(first)));
            return;
        }
        for (Series.Total total : series()) {
            if (names.contains(total.name())) {
                number(total, key, row.cells().get(names.indexOf(total.name())), where);
            }
        }
    }

    private Optional<String> code(Grouping grouping, String text) {
        if (grouping instanceof Grouping.ByPeriod byPeriod) {
            return Period.read(text)
                    .map(Period.Read::period)
                    .filter(period -> period.kind() == byPeriod.kind())
                    .map(Period::code);
        }
        if (grouping instanceof Grouping.ByArea byArea) {
            Dimension.Place areas = (Dimension.Place) plan.structure()
                    .dimensions()
                    .get(plan.structure().dimensionIndex(grouping.column()).orElseThrow());
            return AreaCode.parse(text)
                    .filter(code -> code.level() == byArea.level())
                    .flatMap(areas.areas()::find)
                    .or(() -> areas.areas().findByName(byArea.level(), text))
                    .map(Area::code)
                    .map(AreaCode::value)
                    .or(() -> areas.residuals().find(text).map(found -> text));
        }
        ColumnType type = rules.columns()
                .get(rules.index(grouping.column()).orElseThrow())
                .type();
        return type.read(text) instanceof CellResult.Value value ? Optional.of(value.text()) : Optional.empty();
    }

    private void number(Series.Total total, List<String> key, String text, Location where) {
        int scale = plan.structure()
                .measures()
                .get(plan.structure().measureIndex(total.measure()).orElseThrow())
                .scale();
        ColumnType type =
                scale == 0 ? new ColumnType.Count(LARGEST_COUNT) : new ColumnType.Quantity(scale, LARGEST_COUNT);
        CellResult read = type.read(text);
        if (read instanceof CellResult.Value value) {
            BigDecimal number = BigDecimal.valueOf(value.number(), scale);
            int decimals = Math.max(0, number.stripTrailingZeros().scale());
            totals.add(new DeliveredTotal(key, total.name(), number.setScale(Math.max(decimals, given(text)))));
        } else if (!(read instanceof CellResult.Empty)) {
            about(NOT_A_NUMBER, where, total.name(), text);
        }
    }

    /** How many decimals were written, noughts at the end too. */
    private static int given(String text) {
        String digits = text.strip();
        int comma = digits.indexOf(',');
        return comma < 0 ? 0 : digits.length() - comma - 1;
    }

    private void about(FindingCode code, Location where, String column, String text) {
        error(code, where.withColumn(column), Map.of("column", column, Finding.VALUE, text));
    }

    private void error(FindingCode code, Location where, Map<String, String> arguments) {
        findings.add(Finding.of(code, Severity.ERROR, where, arguments));
    }
}
