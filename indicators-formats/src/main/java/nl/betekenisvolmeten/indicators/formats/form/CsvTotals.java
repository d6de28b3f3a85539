package nl.betekenisvolmeten.indicators.formats.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.SmallTableReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/**
 * Totals that someone delivered, from a CSV with a column for each thing that a plan groups by and one for each
 * measure with totals, in any order. Cells are written as in a delivery of the format, numbers in Dutch notation; a
 * number that is left out is no total. Other columns are not read.
 */
public final class CsvTotals {

    private static final FindingCode UNKNOWN = FindingCode.of("TF-V02");
    private static final FindingCode NOT_A_NUMBER = FindingCode.of("TF-V05");
    private static final long LARGEST_COUNT = 999_999_999_999L;

    private final AggregationPlan plan;
    private final RuleSet rules;
    private final TableErrors errors;
    private final List<TotalsComparison.Delivered> totals = new ArrayList<>();
    private final Map<List<String>, Long> rows = new HashMap<>();
    private List<String> names = List.of();

    private CsvTotals(AggregationPlan plan, RuleSet rules, TableErrors errors) {
        this.plan = plan;
        this.rules = rules;
        this.errors = errors;
    }

    /**
     * Reads totals.
     *
     * @param source the file
     * @param plan the grouping and the measures
     * @param rules the columns of the format that is added up
     * @return the totals, and what is wrong with the file; rows with an error are left out
     * @throws IndicatorsException if the source cannot be read
     */
    public static Checked<List<TotalsComparison.Delivered>> read(
            DeliverySource source, AggregationPlan plan, RuleSet rules) {
        CsvTotals reader = new CsvTotals(plan, rules, new TableErrors(source));
        SmallTableReader.read(source, reader::header, reader::row, reader.errors::add);
        return Checked.of(List.copyOf(reader.totals), reader.errors.toFindings());
    }

    /** Returns whether each grouping and at least one measure are present, each once; reports what is wrong. */
    private boolean header(List<String> columns, Location where) {
        names = columns;
        List<String> measures =
                series().stream().map(Series::name).filter(names::contains).toList();
        List<String> wanted =
                new ArrayList<>(plan.groupings().stream().map(Grouping::name).toList());
        if (measures.isEmpty()) {
            series().stream().map(Series::name).findFirst().ifPresent(wanted::add);
        }
        wanted.stream().filter(name -> !names.contains(name)).forEach(name -> errors.missing(name, names, where));
        wanted.addAll(measures);
        wanted.stream()
                .distinct()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .forEach(name -> errors.columnTwice(name, where));
        return errors.isEmpty();
    }

    /** Returns the totals of measures without conditions on rows; others have no column. */
    private List<Series.Total> series() {
        return plan.series().stream()
                .filter(Series.Total.class::isInstance)
                .map(Series.Total.class::cast)
                .filter(total -> total.where().codes().isEmpty())
                .toList();
    }

    private void row(RawRow row) {
        if (errors.isRagged(row, names.size())) {
            return;
        }
        Location where = errors.place().withRow(row.number());
        List<String> key = new ArrayList<>();
        for (Grouping grouping : plan.groupings()) {
            String text = row.cells().get(names.indexOf(grouping.name())).strip();
            Optional<String> code = code(grouping, text);
            if (code.isEmpty()) {
                errors.cell(UNKNOWN, where, grouping.name(), text);
                return;
            }
            key.add(code.get());
        }
        Long first = rows.putIfAbsent(List.copyOf(key), row.number());
        if (first != null) {
            errors.rowTwice(where, first, Map.of());
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
            totals.add(new TotalsComparison.Delivered(
                    key, total.name(), number.setScale(Math.max(decimals, given(text)))));
        } else if (!(read instanceof CellResult.Empty)) {
            errors.cell(NOT_A_NUMBER, where, total.name(), text);
        }
    }

    /** Returns the number of decimals that were written, zeros at the end included. */
    private static int given(String text) {
        String digits = text.strip();
        int comma = digits.indexOf(',');
        return comma < 0 ? 0 : digits.length() - comma - 1;
    }
}
