package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** What organisations delivered about the work that some money pays for; rows that it does not pay for are ignored. */
final class ProgrammeResults implements RowTaker {

    private record Slice(String organisation, String district, Period period) {}

    private final ProgrammeMoney money;
    private final List<String> measures;
    private final int reporter;
    private final int place;
    private final int time;
    private final Map<String, Aggregator> totals = new LinkedHashMap<>();
    private final Set<Slice> delivered = new HashSet<>();
    private final Map<Slice, Boolean> paid = new HashMap<>();

    /** Adds up the measures of a plan in each of the districts, and in all of them together. */
    ProgrammeResults(ProgrammeMoney money, AggregationPlan plan, int place) {
        this.money = money;
        this.place = place;
        TableStructure structure = plan.structure();
        measures = plan.series().stream().map(series -> series.name()).toList();
        reporter = structure.reporterIndex().orElseThrow();
        time = structure.timeIndex().orElseThrow();
        Stream.concat(money.districts().stream(), Stream.of(ProgrammeCosts.ALL))
                .forEach(district -> totals.put(district, plan.newAggregator()));
    }

    private boolean isPaid(Slice slice) {
        return paid.computeIfAbsent(
                slice,
                any -> money.amounts().stream()
                        .anyMatch(amount -> amount.pays(any.organisation(), any.district(), any.period())));
    }

    private Optional<Slice> slice(Observation row) {
        Slice slice = new Slice(row.code(reporter), row.code(place), Period.ofCode(row.code(time)));
        return Optional.of(slice).filter(this::isPaid);
    }

    private List<Aggregator> totalsOf(String district) {
        return Stream.of(district, ProgrammeCosts.ALL)
                .flatMap(name -> Stream.ofNullable(totals.get(name)))
                .toList();
    }

    @Override
    public void accept(Observation row) {
        accept(row, row);
    }

    @Override
    public void accept(Observation row, Observation by) {
        slice(by).ifPresent(slice -> {
            delivered.add(slice);
            totalsOf(slice.district()).forEach(total -> total.accept(row, by));
        });
    }

    @Override
    public void acceptRejected(RejectedRows rows) {
        totals.forEach((district, total) -> {
            if (money.amounts().stream().anyMatch(amount -> mayPay(amount, rows, district))) {
                total.acceptRejected(rows);
            }
        });
    }

    private boolean mayPay(ProgrammeMoney.Amount amount, RejectedRows rows, String district) {
        Set<String> periods = rows.codes().get(time);
        return (district.equals(ProgrammeCosts.ALL) || district.equals(amount.district()))
                && rows.mayBe(reporter, amount.organisation())
                && rows.mayBe(place, amount.district())
                && (periods.isEmpty()
                        || periods.stream()
                                .flatMap(code -> Period.parseCode(code).stream())
                                .anyMatch(amount.period()::contains));
    }

    @Override
    public void refuse(Observation row) {
        slice(row).ifPresent(slice -> totalsOf(slice.district()).forEach(total -> total.refuse(row)));
    }

    /** Accepts a total if all that it covers is paid for. */
    @Override
    public void acceptTotal(OwnTotal total) {
        List<Slice> slices = new ArrayList<>();
        total.codes()
                .get(reporter)
                .forEach(who -> total.codes()
                        .get(place)
                        .forEach(where -> total.codes()
                                .get(time)
                                .forEach(when -> slices.add(new Slice(who, where, Period.ofCode(when))))));
        if (slices.stream().allMatch(this::isPaid)) {
            delivered.addAll(slices);
            slices.stream()
                    .map(Slice::district)
                    .distinct()
                    .flatMap(district -> totalsOf(district).stream())
                    .distinct()
                    .forEach(to -> to.acceptTotal(total));
        }
    }

    /** Returns whether every organisation that is paid delivered every period that it is paid for. */
    boolean isComplete(String district, PeriodKind shortest) {
        return money.amounts().stream()
                .filter(amount ->
                        district.equals(ProgrammeCosts.ALL) || amount.district().equals(district))
                .allMatch(amount -> amount.period().kind().months() >= shortest.months()
                        && amount.period().parts(shortest).stream()
                                .allMatch(part ->
                                        delivered.contains(new Slice(amount.organisation(), amount.district(), part))));
    }

    /** Returns the total of a measure in a district; missing if nothing was delivered. */
    CellValue total(String district, ColumnName measure) {
        ResultTable result = Objects.requireNonNull(totals.get(district)).result();
        int index = measures.indexOf(measure.value());
        return result.rows().stream()
                .findFirst()
                .map(row -> row.figures().get(index).value())
                .orElseGet(CellValue.Missing::new);
    }
}
