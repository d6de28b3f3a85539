package nl.betekenisvolmeten.indicators.need;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.Concentration;
import nl.betekenisvolmeten.indicators.statistics.Summary;

/**
 * Who is reached, beside need. Persons who may have been counted twice are bounds, and so is what is made of them.
 *
 * @param rows the areas that have an index, most need first
 * @param concentration the concentration index of the reach over areas by need, between -1 and 1: above 0 the reach gathers
 *     where need is high; empty where an area's reach or inhabitants are not known, or nobody was reached
 */
public record NeedReach(List<Row> rows, Optional<Bounds> concentration) {

    private static final long PER = 1000;

    public NeedReach {
        rows = List.copyOf(rows);
    }

    /**
     * An area.
     *
     * @param area the area
     * @param inhabitants how many people live there; empty where not known
     * @param reached how many were reached; missing where nothing was delivered
     * @param perThousand the same by a thousand inhabitants
     */
    public record Row(AreaCode area, OptionalLong inhabitants, CellValue reached, CellValue perThousand) {}

    /**
     * The least and the most that a number can be.
     *
     * @param lower the least
     * @param upper the most, not below it
     */
    public record Bounds(double lower, double upper) {}

    private record Point(double need, double people, double lower, double upper) {}

    /**
     * Puts reach beside need.
     *
     * @param ranking the need
     * @param reached how many were reached in each area
     * @param population the inhabitants
     * @return the reach of the areas with an index
     */
    public static NeedReach of(NeedRanking ranking, Map<AreaCode, CellValue> reached, Population population) {
        List<Row> rows = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (NeedRanking.Row need : ranking.rows()) {
            OptionalLong people = population.total(need.area());
            CellValue reach = reached.getOrDefault(need.area(), new CellValue.Missing());
            CellValue below = people.isPresent()
                    ? CellValue.of(BigDecimal.valueOf(people.getAsLong()))
                    : new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);
            rows.add(new Row(
                    need.area(),
                    people,
                    reach,
                    BoundedRatio.of(reach, below, PER).value()));
            if (people.orElse(0) > 0
                    && reach.lowerBound().filter(lower -> lower.signum() >= 0).isPresent()) {
                points.add(new Point(
                        need.index(),
                        people.getAsLong(),
                        reach.lowerBound().orElseThrow().doubleValue(),
                        reach.upperBound().orElseThrow().doubleValue()));
            }
        }
        return new NeedReach(rows, points.size() == rows.size() ? concentration(points) : Optional.empty());
    }

    /**
     * The extremes lie where all areas above some need have the one end of their bounds and all below it the other, as the
     * index is a mean of ranks weighted by the reach.
     */
    private static Optional<Bounds> concentration(List<Point> points) {
        List<Point> byNeed =
                points.stream().sorted(Comparator.comparingDouble(Point::need)).toList();
        List<Double> found = new ArrayList<>();
        for (int split = 0; split <= byNeed.size(); split++) {
            index(byNeed, split, true).ifPresent(found::add);
            index(byNeed, split, false).ifPresent(found::add);
        }
        return found.stream()
                .min(Comparator.naturalOrder())
                .map(lower -> new Bounds(
                        lower, found.stream().max(Comparator.naturalOrder()).orElseThrow()));
    }

    private static Optional<Double> index(List<Point> byNeed, int split, boolean lowHasMost) {
        int size = byNeed.size();
        double[] rates = new double[size];
        double[] people = new double[size];
        double[] needs = new double[size];
        for (int i = 0; i < size; i++) {
            Point point = byNeed.get(i);
            rates[i] = ((i < split) == lowHasMost ? point.upper() : point.lower()) / point.people();
            people[i] = point.people();
            needs[i] = point.need();
        }
        return Concentration.estimate(rates, people, needs).summary().map(Summary::value);
    }
}
