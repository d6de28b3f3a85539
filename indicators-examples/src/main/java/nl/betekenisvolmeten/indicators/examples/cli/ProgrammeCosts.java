package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * The money of programmes next to the results of the organisations that received it. The cost of a result is the money
 * divided by the result; where the result lies between two bounds, so does the cost, the other way round. There is none
 * where part of what the money pays for was not delivered, or where other money pays for it too.
 */
final class ProgrammeCosts {

    /** All programmes, or all districts with money. */
    static final String ALL = "ALLE";

    /** The reasons for which a cost is not given. */
    private enum Reason {
        /** An organisation that is paid did not deliver every period that it is paid for. */
        NOT_DELIVERED,
        /** Money of other programmes pays for the same work. */
        OTHER_MONEY,
        /** Money for another period pays for part of the same work, and it is not known how much. */
        OTHER_PERIOD
    }

    /**
     * The money of a programme for a period, next to one result of it.
     *
     * @param district the district; or all
     * @param programme the programme; or all
     * @param period the period
     * @param euro the money
     * @param organisations how many organisations received it
     * @param measure the column that the result is the total of
     * @param result the total
     * @param cost the money for each result
     * @param reason why there is no cost; empty if there is
     */
    record Row(
            String district,
            String programme,
            Period period,
            BigDecimal euro,
            int organisations,
            ColumnName measure,
            CellValue result,
            CellValue cost,
            String reason) {}

    /** The money of a programme, or of all, among all money for a period. */
    private record Part(
            String programme, Period period, ProgrammeMoney among, ProgrammeMoney money, ProgrammeResults results) {}

    /**
     * The results that money is compared with.
     *
     * @param structure the columns of deliveries
     * @param place the column of districts
     * @param shortest the length of the periods of deliveries
     * @param measures the measures whose totals are results
     * @param agreed what is agreed about deliveries
     */
    record Results(TableStructure structure, int place, PeriodKind shortest, List<ColumnName> measures, Agreed agreed) {

        private AggregationPlan plan() {
            return AggregationPlan.by(structure)
                    .withSeries(measures.stream().<Series>map(Series.Total::of).toList())
                    .with(agreed);
        }
    }

    private final ProgrammeMoney all;
    private final Results wanted;
    private final List<Part> parts = new ArrayList<>();

    /**
     * Prepares costs: of the money for a period and for any period within it, or else of each period that there is money
     * for.
     */
    ProgrammeCosts(ProgrammeMoney all, Optional<Period> about, Results wanted) {
        this.all = all;
        this.wanted = wanted;
        about.ifPresentOrElse(
                period -> add(period, all.within(period)),
                () -> all.periods().forEach(period -> add(period, all.during(period))));
    }

    private void add(Period period, ProgrammeMoney money) {
        add(ALL, period, money, money);
        money.programmes().forEach(programme -> add(programme, period, money, money.of(programme)));
    }

    private void add(String programme, Period period, ProgrammeMoney among, ProgrammeMoney money) {
        ProgrammeResults results = new ProgrammeResults(money, wanted.plan(), wanted.place());
        parts.add(new Part(programme, period, among, money, results));
    }

    /** Prepares the costs of what some indicators count, in deliveries of a format. */
    static ProgrammeCosts of(
            ProgrammeMoney money,
            Optional<Period> about,
            FormatDefinition format,
            List<Indicator> indicators,
            Agreed known,
            Texts texts) {
        TableStructure structure = format.ruleSet().structure();
        int place = IntStream.range(0, structure.dimensions().size())
                .filter(i -> structure.dimensions().get(i) instanceof Dimension.Place area
                        && area.level() == AreaLevel.STADSDEEL)
                .findFirst()
                .orElseThrow(() -> texts.wrong("compare.level.none", format.id(), "stadsdeel"));
        PeriodKind shortest = FormPeriods.kind(format).orElse(PeriodKind.QUARTER);
        return new ProgrammeCosts(money, about, new Results(structure, place, shortest, counted(indicators), known));
    }

    /** Returns the measures whose totals indicators count. */
    static List<ColumnName> counted(List<Indicator> indicators) {
        return indicators.stream()
                .flatMap(indicator -> counted(indicator.formula()).stream())
                .distinct()
                .toList();
    }

    /** Returns the measure that an indicator counts; empty if it counts only some rows, or is a share or mean. */
    private static Optional<ColumnName> counted(Formula formula) {
        return formula instanceof Formula.Total || formula instanceof Formula.PopulationRate
                ? formula.parts().stream()
                        .filter(part -> part.where().isEmpty())
                        .map(Formula.Part::column)
                        .findFirst()
                : Optional.empty();
    }

    /** Returns the taker of rows. */
    RowTaker taker() {
        return parts.stream()
                .<RowTaker>map(Part::results)
                .reduce(RowTaker::andThen)
                .orElseGet(RowTaker::ofNothing);
    }

    /** Returns the rows, by period, programme and district. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Part part : parts) {
            Stream.concat(part.money().districts().stream(), Stream.of(ALL)).forEach(district -> {
                ProgrammeMoney money =
                        district.equals(ALL) ? part.money() : part.money().in(district);
                Optional<Reason> reason = reason(part, district, money);
                wanted.measures().forEach(measure -> rows.add(row(part, district, money, measure, reason)));
            });
        }
        return rows;
    }

    private Row row(Part part, String district, ProgrammeMoney money, ColumnName measure, Optional<Reason> reason) {
        CellValue total = part.results().total(district, measure);
        CellValue result = isDelivered(part, district) ? total : incomplete(total);
        boolean elsewhere = reason.filter(why -> why != Reason.NOT_DELIVERED).isPresent();
        CellValue cost = elsewhere
                ? new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR)
                : BoundedRatio.of(CellValue.of(money.euro()), result, Per.ONE).value();
        return new Row(
                district,
                part.programme(),
                part.period(),
                money.euro(),
                money.organisations().size(),
                measure,
                result,
                cost,
                reason.map(why -> why.name().toLowerCase(Locale.ROOT))
                        .or(() -> cost.refusal().map(CellValue.Reason::code))
                        .orElse(""));
    }

    private static CellValue incomplete(CellValue total) {
        return total.lowerBound().isEmpty() ? total : CellValue.Incomplete.of(total);
    }

    private boolean isDelivered(Part part, String district) {
        return part.results().isComplete(district, wanted.shortest());
    }

    private Optional<Reason> reason(Part part, String district, ProgrammeMoney money) {
        if (money.isShared(all.without(part.among()))) {
            return Optional.of(Reason.OTHER_PERIOD);
        }
        if (money.isShared(part.among().without(part.money()))) {
            return Optional.of(Reason.OTHER_MONEY);
        }
        return isDelivered(part, district) ? Optional.empty() : Optional.of(Reason.NOT_DELIVERED);
    }
}
