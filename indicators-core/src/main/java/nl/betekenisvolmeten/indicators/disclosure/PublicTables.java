package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.jspecify.annotations.Nullable;

/** Makes the tables that are published: hidden figures, rounded figures, and quotients of rounded figures. */
final class PublicTables {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final CountedCells counted;
    private final DisclosurePolicy policy;
    private final Optional<Population> population;
    private final AbsentRows absent;

    PublicTables(CountedCells counted, DisclosurePolicy policy, Optional<Population> population, AbsentRows absent) {
        this.counted = counted;
        this.policy = policy;
        this.population = population;
        this.absent = absent;
    }

    /** Makes a table of some periods. */
    ResultTable table(PublicationPlan.Part part, Map<ColumnName, HiddenCells> hidden, Predicate<Period> when) {
        List<String> series = new ArrayList<>();
        for (Count count : part.counts()) {
            series.add(count.measure().value());
            if (isPerThousand(count)) {
                series.add(count.perThousandName());
            }
        }
        List<ResultTable.Row> rows = new ArrayList<>();
        Map<ColumnName, long[]> together = together(part, hidden);
        for (int cell = 0; cell < counted.tables().cells(); cell++) {
            if (counted.isIn(part, cell) && when.test(counted.period(cell))) {
                rows.add(row(part, cell, hidden, together));
            }
        }
        return new ResultTable(part.keys(), series, rows, Findings.none());
    }

    private boolean isPerThousand(Count count) {
        return count.perThousand() && population.isPresent();
    }

    private ResultTable.Row row(
            PublicationPlan.Part part,
            int cell,
            Map<ColumnName, HiddenCells> hidden,
            Map<ColumnName, long[]> together) {
        List<Figure> figures = new ArrayList<>();
        Area place = counted.area(cell);
        for (Count count : part.counts()) {
            HiddenCells group = hidden.get(count.persons());
            CellValue value = counted.value(count.measure(), cell);
            CellValue shown = value instanceof CellValue.Missing
                    ? value
                    : group == null || group.isHidden(cell)
                            ? new CellValue.Suppressed()
                            : rounded(value, together.get(count.measure()), cell);
            boolean incomplete = counted.isIncomplete(count.measure(), cell)
                    || (absent.mayBeIn(cell) && shown.exact().isPresent());
            figures.add(figure(incomplete ? received(shown) : shown));
            if (isPerThousand(count)) {
                CellValue rate = perThousand(shown, place.code());
                figures.add(figure(incomplete ? received(rate) : rate));
            }
        }
        List<String> key = new ArrayList<>(
                List.of(place.code().value(), place.name(), counted.period(cell).code()));
        List<String> codes = counted.codes(cell);
        part.by().forEach(one -> key.add(codes.get(counted.plan().breakdowns().indexOf(one))));
        return new ResultTable.Row(key, figures, 0, Optional.empty(), Optional.empty());
    }

    /**
     * Returns the rounded value; one that is not exact is published only if both its bounds round to the same number.
     *
     * @param together how many times the base each cell is, where cells are rounded such that they add up
     */
    private CellValue rounded(CellValue value, long @Nullable [] together, int cell) {
        int base = policy.rounding().base();
        if (together != null && value.exact().isPresent()) {
            return CellValue.of(BigDecimal.valueOf(together[cell] * base));
        }
        return Rounding.round(value, base)
                .map(CellValue::of)
                .orElseGet(() -> new CellValue.NotDefined(CellValue.Reason.BOUNDS_WITHHELD));
    }

    /** Returns by what the base is multiplied for each cell of the counts that are rounded such that they add up. */
    private Map<ColumnName, long[]> together(PublicationPlan.Part part, Map<ColumnName, HiddenCells> hidden) {
        Map<ColumnName, long[]> together = new HashMap<>();
        for (Count count : part.counts()) {
            HiddenCells group = hidden.get(count.persons());
            if (group != null && counted.plan().isRoundedTogether(count)) {
                together.put(count.measure(), counted.roundTogether(count, group));
            }
        }
        return together;
    }

    /** Returns a value marked as what was received of an incomplete total; a hidden figure remains hidden. */
    private static CellValue received(CellValue shown) {
        return shown instanceof CellValue.Suppressed
                ? shown
                : new CellValue.Incomplete(shown.exact(), Optional.empty(), Optional.empty());
    }

    private CellValue perThousand(CellValue shown, AreaCode area) {
        if (!(shown instanceof CellValue.Known known)) {
            return shown;
        }
        OptionalLong inhabitants = population.map(known2 -> known2.total(area)).orElseGet(OptionalLong::empty);
        if (inhabitants.isEmpty() || inhabitants.getAsLong() == 0) {
            return new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);
        }
        return CellValue.of(known.value()
                .multiply(THOUSAND)
                .divide(BigDecimal.valueOf(inhabitants.getAsLong()), 0, RoundingMode.HALF_UP));
    }

    /**
     * Returns a figure whose counters only show whether there is a value: the number of cells behind it is not
     * published.
     */
    private static Figure figure(CellValue value) {
        boolean missing = value instanceof CellValue.Missing;
        return Figure.of(value, missing ? 0 : 1, missing ? 1 : 0);
    }
}
