package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;

/**
 * The figures that deliveries of one format give to targets. Persons are bounds. A figure is only complete when every
 * organisation of its area delivered every part of its period, no cell was left empty and, for a gemeente, every
 * stadsdeel has rows; otherwise a count is a least, and a share or mean says nothing. Immutable.
 */
public final class DeliveredFigures {

    /** An area of the rows, and a period that it has rows of. */
    record Seen(String area, String period) {}

    private final TargetPlan plan;
    private final Map<IndicatorId, TargetFormula> formulas;
    private final Map<LevelAndLength, Map<Seen, ResultTable.Row>> totals = new HashMap<>();
    private final Set<PeriodKind> tooLong;
    private final AreaHierarchy areas;
    private final Map<Period, Set<AreaCode>> delivered = new HashMap<>();
    private final Findings findings;

    DeliveredFigures(
            TargetPlan plan,
            List<TargetFormula> formulas,
            Map<LevelAndLength, ResultTable> tables,
            Collection<Seen> seen,
            Set<PeriodKind> tooLong) {
        this.plan = plan;
        this.formulas = formulas.stream()
                .collect(Collectors.toMap(formula -> formula.indicator().id(), formula -> formula));
        this.tooLong = Set.copyOf(tooLong);
        Findings.Collector found = Findings.Collector.withDefaults();
        tables.forEach((slice, table) -> {
            found.combine(table.findings());
            totals.put(slice, byKey(table));
        });
        findings = found.toFindings();
        Dimension.Place place = plan.structure().place(AreaLevel.REGIO).orElseThrow();
        areas = place.areas();
        for (Seen one : seen) {
            Set<AreaCode> parts = delivered.computeIfAbsent(Period.ofCode(one.period()), any -> new TreeSet<>());
            place.code(one.area()).map(this::part).ifPresent(parts::add);
        }
    }

    private static Map<Seen, ResultTable.Row> byKey(ResultTable table) {
        Map<Seen, ResultTable.Row> rows = new HashMap<>();
        table.rows()
                .forEach(row -> rows.put(new Seen(row.key().get(0), row.key().get(1)), row));
        return rows;
    }

    /** Returns the city district of an area; the area itself if there are no city districts. */
    private AreaCode part(AreaCode area) {
        return areas.ancestor(area, AreaLevel.STADSDEEL).orElse(area);
    }

    /**
     * Returns whether the deliveries have what an indicator is made of.
     *
     * @param indicator the indicator
     * @return true when they do, and a target is about it
     */
    public boolean feeds(IndicatorId indicator) {
        return formulas.containsKey(indicator);
    }

    /**
     * Returns the last day of the last period that was delivered.
     *
     * @return the day; empty without rows
     */
    public Optional<LocalDate> latest() {
        return delivered.keySet().stream().map(Period::lastDayInclusive).max(Comparator.naturalOrder());
    }

    /**
     * Returns what was found while adding up, such as a total too large to hold.
     *
     * @return the findings
     */
    public Findings findings() {
        return findings;
    }

    /**
     * Returns a figure.
     *
     * @param indicator the indicator
     * @param area the area
     * @param period the period
     * @return the figure, or no figure with the reason
     */
    public Evidence of(IndicatorId indicator, AreaCode area, Period period) {
        TargetFormula formula = formulas.get(indicator);
        if (formula == null) {
            return Evidence.none(UndecidedReason.NOT_FED);
        }
        Map<Seen, ResultTable.Row> rows = totals.get(new LevelAndLength(area.level(), period.kind()));
        if (rows == null) {
            return Evidence.none(UndecidedReason.LEVEL);
        }
        ResultTable.Row row = rows.get(new Seen(area.value(), period.code()));
        if (row == null) {
            return Evidence.none(tooLong.contains(period.kind()) ? UndecidedReason.LENGTH : UndecidedReason.NO_ROWS);
        }
        return evidence(formula, row, area, period);
    }

    private Evidence evidence(TargetFormula formula, ResultTable.Row row, AreaCode area, Period period) {
        CellValue value = formula.value(row.figures(), rate -> inhabitants(rate, area));
        Set<UndecidedReason> lacks = lacks(formula, row, area, period);
        TargetResult.Realised.State state = TargetResult.Realised.State.COMPLETE;
        if (!lacks.isEmpty() || value instanceof CellValue.Incomplete) {
            state = formula.onlyGrows() ? TargetResult.Realised.State.AT_LEAST : TargetResult.Realised.State.INCOMPLETE;
        }
        if (plan.notComparable().contains(formula.indicator().id())) {
            lacks.add(UndecidedReason.NOT_COMPARABLE);
            state = TargetResult.Realised.State.NOT_COMPARABLE;
        }
        if (value instanceof CellValue.NotDefined no) {
            lacks.add(
                    no.reason() == CellValue.Reason.CONTRADICTION
                            ? UndecidedReason.CONTRADICTION
                            : UndecidedReason.NO_FIGURE);
        }
        return new Evidence(
                new TargetResult.Realised(value, state, formula.limits(row.figures())),
                Evidence.Origin.DELIVERIES,
                lacks,
                row.coverage(),
                "");
    }

    private Set<UndecidedReason> lacks(TargetFormula formula, ResultTable.Row row, AreaCode area, Period period) {
        Set<UndecidedReason> lacks = EnumSet.noneOf(UndecidedReason.class);
        if (formula.hasEmptyCells(row)) {
            lacks.add(UndecidedReason.CELLS_EMPTY);
        }
        if (row.rejected() > 0) {
            lacks.add(UndecidedReason.ROWS_REJECTED);
        }
        if (!row.coverage().map(Coverage::isComplete).orElse(true)) {
            lacks.add(UndecidedReason.REPORTS_MISSING);
        }
        if (!missing(area, period).isEmpty()) {
            lacks.add(UndecidedReason.AREAS_MISSING);
        }
        return lacks;
    }

    /**
     * Returns the stadsdelen of a gemeente without any row in a period; none for a smaller area, where there are no
     * stadsdelen, or where rows are about whole gemeenten.
     *
     * @param area the area
     * @param period the period
     * @return the areas, in order of their codes
     */
    public List<Area> missing(AreaCode area, Period period) {
        Set<AreaCode> have = delivered.entrySet().stream()
                .filter(entry -> period.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
        return parts(area).stream().filter(part -> !have.contains(part.code())).toList();
    }

    private List<Area> parts(AreaCode area) {
        AreaLevel level =
                plan.structure().place(AreaLevel.STADSDEEL).isPresent() ? AreaLevel.STADSDEEL : AreaLevel.GEMEENTE;
        return area.level().compareTo(level) <= 0 ? List.of() : within(area, level);
    }

    private List<Area> within(AreaCode area, AreaLevel level) {
        return areas.areas(level).stream()
                .filter(one -> areas.isWithin(one.code(), area))
                .toList();
    }

    /** Returns the inhabitants of an area, or of all its parts where only those are known. */
    private CellValue inhabitants(Formula.PopulationRate rate, AreaCode area) {
        CellValue own = plan.population().denominator(area, rate);
        for (AreaLevel level : List.of(AreaLevel.GEMEENTE, AreaLevel.STADSDEEL, AreaLevel.WIJK)) {
            if (own.exact().isEmpty() && level.compareTo(area.level()) < 0) {
                own = sum(rate, within(area, level), own);
            }
        }
        return own;
    }

    private CellValue sum(Formula.PopulationRate rate, List<Area> parts, CellValue unknown) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Area part : parts) {
            CellValue one = plan.population().denominator(part.code(), rate);
            if (one.exact().isEmpty()) {
                return one;
            }
            sum = sum.add(one.exact().get());
        }
        return parts.isEmpty() ? unknown : CellValue.of(sum);
    }
}
