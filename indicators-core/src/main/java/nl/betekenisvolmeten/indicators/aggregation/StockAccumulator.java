package nl.betekenisvolmeten.indicators.aggregation;

import java.util.OptionalInt;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;

/**
 * A state: added over everything but time; over time the last period that has rows counts, or the first one for a state at
 * the beginning. An organisation without rows in that period is not carried forward or back: coverage shows the gap.
 */
final class StockAccumulator implements SeriesAccumulator {

    private final int measure;
    private final int scale;
    private final Measure.Moment moment;
    private final OptionalInt time;
    private final TreeMap<String, FlowAccumulator> byDay = new TreeMap<>();

    StockAccumulator(int measure, Measure.Stock stock, OptionalInt time) {
        this.measure = measure;
        this.scale = stock.scale();
        this.moment = stock.moment();
        this.time = time;
    }

    @Override
    public void add(Observation observation) {
        at(day(observation)).add(observation);
    }

    private String day(Observation observation) {
        if (time.isEmpty()) {
            return "";
        }
        return day(observation.code(time.getAsInt()), moment);
    }

    /** The day on which a period's state is that of a measure. */
    static String day(String period, Measure.Moment moment) {
        Period known = KeyPart.period(period);
        return (moment == Measure.Moment.START ? known.firstDay() : known.lastDayInclusive()).toString();
    }

    /** Adds rows of which the state is that of a day. */
    void add(String day, FlowAccumulator rows) {
        at(day).combine(rows);
    }

    private FlowAccumulator at(String day) {
        return byDay.computeIfAbsent(day, any -> new FlowAccumulator(measure, scale));
    }

    @Override
    public void combine(SeriesAccumulator other) {
        ((StockAccumulator) other).byDay.forEach((day, sum) -> at(day).combine(sum));
    }

    @Override
    public void write(StateWriter out) {
        out.number(byDay.size());
        byDay.forEach((day, sum) -> {
            out.text(day);
            sum.write(out);
        });
    }

    @Override
    public void read(StateReader in) {
        long days = in.number();
        for (long i = 0; i < days; i++) {
            at(in.text()).read(in);
        }
    }

    @Override
    public Figure figure() {
        if (byDay.isEmpty()) {
            return new FlowAccumulator(measure, scale).figure();
        }
        return (moment == Measure.Moment.START ? byDay.firstEntry() : byDay.lastEntry())
                .getValue()
                .figure();
    }
}
