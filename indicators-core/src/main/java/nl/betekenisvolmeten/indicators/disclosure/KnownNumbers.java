package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Place;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import org.jspecify.annotations.Nullable;

/** Published figures and an attacker's own knowledge, as bounded numbers with relations between them. */
final class KnownNumbers {

    /**
     * A number that the outsider does not know exactly.
     *
     * @param except some of the persons counted, who are left out; empty where the count is that of all
     */
    record Unknown(Spot spot, Count count, Optional<Count> except) {
        static Unknown of(Spot spot, Count count) {
            return new Unknown(spot, count, Optional.empty());
        }

        String name() {
            return KnownNumbers.name(
                    spot,
                    except.map(other -> count.measure() + " - " + other.measure())
                            .orElse(count.measure().value()));
        }
    }

    private final PublicationPlan plan;
    private final List<Count> counts;
    private final AreaHierarchy areas;
    private final PublishedFigures figures;
    private final Insider insider;
    private final Map<Unknown, Integer> numbers = new LinkedHashMap<>();
    private boolean contradicted;

    KnownNumbers(
            PublicationPlan plan, List<Count> counts, AreaHierarchy areas, PublishedFigures figures, Insider insider) {
        this.plan = plan;
        this.counts = List.copyOf(counts);
        this.areas = areas;
        this.figures = figures;
        this.insider = insider;
    }

    PublicationPlan plan() {
        return plan;
    }

    /** Returns the counts of a part that are looked at. */
    List<Count> counts(PublicationPlan.Part part) {
        return part.counts().stream()
                .filter(count -> counts.stream().anyMatch(count::isSame))
                .toList();
    }

    /** Returns whether figures of the same in two tables exclude each other. */
    boolean isContradicted() {
        return contradicted;
    }

    /** Returns all numbers, each at the place that it has in a system. */
    List<Unknown> unknowns() {
        return List.copyOf(numbers.keySet());
    }

    /**
     * Builds the system of relations.
     *
     * @param adding whether nobody is assumed to be in two categories, unless figures say otherwise
     * @param withPersons whether counts with at least one for each person are not below the number of persons
     * @param blind whether only zeros are seen
     */
    BoundSystem system(boolean adding, boolean withPersons, boolean blind) {
        BoundSystem made = new BoundSystem();
        numbers.clear();
        for (AreaLevel level : plan.levels()) {
            for (Area area : areas.areas(level)) {
                for (Period period : figures.periods()) {
                    for (List<String> codes : figures.codes()) {
                        write(made, new Spot(area, period, codes), blind);
                    }
                }
            }
        }
        numbers.forEach((unknown, number) -> {
            if (unknown.except().isEmpty()) {
                relateParts(made, unknown, number, adding);
            }
            if (withPersons) {
                relateCounts(made, unknown, number);
            }
        });
        return made;
    }

    /** Adds all numbers of a spot, with their published bounds. */
    private void write(BoundSystem made, Spot spot, boolean blind) {
        for (Count count : counts) {
            long[] range = {own(spot, count), BoundSystem.UNBOUNDED};
            for (PublicationPlan.Part part : plan.parts()) {
                Place place = new Place(part, spot);
                if (figures.has(place) && part.counts().stream().anyMatch(count::isSame)) {
                    long[] told = blind && !isNothing(place, count) ? hidden(spot, count) : range(place, count);
                    range[0] = Math.max(range[0], told[0]);
                    range[1] = Math.min(range[1], told[1]);
                }
            }
            if (range[0] > range[1]) {
                contradicted = true;
                range[1] = range[0];
            }
            numbers.put(Unknown.of(spot, count), made.add(range[0], range[1]));
        }
        rests(spot, counts).forEach(rest -> numbers.put(rest, made.add(0, BoundSystem.UNBOUNDED)));
    }

    /** Returns the numbers of persons who are in one count and not in a smaller one. */
    List<Unknown> rests(Spot spot, List<Count> smaller) {
        return counts.stream()
                .filter(part -> part.isPersons() && smaller.stream().anyMatch(part::isSame))
                .flatMap(part -> counts.stream()
                        .filter(whole -> whole.isPersons() && part.atMost().contains(whole.measure()))
                        .map(whole -> new Unknown(spot, whole, Optional.of(part))))
                .toList();
    }

    long own(Spot spot, Count count) {
        return insider.own().apply(spot, count).movePointRight(count.decimals()).longValue();
    }

    static long scale(Count count) {
        return BigDecimal.ONE.movePointRight(count.decimals()).longValueExact();
    }

    /** Returns the bounds of a published count before rounding. */
    private long[] range(Place place, Count count) {
        CellValue value = figures.value(place, count.measure().value()).orElseGet(CellValue.Missing::new);
        long scale = scale(count);
        long threshold = plan.threshold(place.spot().codes()) * scale;
        Optional<BigDecimal> number = number(value);
        if (number.isPresent()) {
            long published = number.get().movePointRight(count.decimals()).longValue();
            long base = plan.policy().rounding().base() * scale;
            // rounded so that parts add up, it may be the farther of the two multiples around the number
            boolean together = plan.isRoundedTogether(count);
            long lower = Math.max(0, published - (together ? base - 1 : base / 2));
            long upper = published + (together ? base : (base + 1) / 2) - 1;
            boolean shown = isShown(place, count) && count.boundsPersons();
            boolean nobody = published == 0 && isZero(place, count);
            return nobody
                    ? new long[] {0, 0}
                    : new long[] {shown ? Math.max(lower, Math.min(threshold, upper)) : lower, upper};
        }
        if (value instanceof CellValue.Missing) {
            return new long[] {0, 0};
        }
        boolean atLeastThreshold = !(value instanceof CellValue.Suppressed) && count.isPersons();
        return atLeastThreshold ? new long[] {threshold, BoundSystem.UNBOUNDED} : hidden(place.spot(), count);
    }

    /** Returns the published number, including one published as incomplete. */
    static Optional<BigDecimal> number(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.sum() : value.exact();
    }

    /** Returns the bounds of a hidden count; most zeros are not hidden. */
    private long[] hidden(Spot spot, Count count) {
        boolean some = count.boundsPersons() && !plan.mayHideZero(spot.codes());
        return new long[] {some ? scale(count) : 0, BoundSystem.UNBOUNDED};
    }

    private boolean isNothing(Place place, Count count) {
        CellValue value = figures.value(place, count.measure().value()).orElseGet(CellValue.Missing::new);
        return value instanceof CellValue.Missing
                || number(value).filter(known -> known.signum() == 0).isPresent();
    }

    private CellValue persons(Place place, Count count) {
        return figures.value(place, count.persons().value()).orElseGet(CellValue.Missing::new);
    }

    private boolean isZero(Place place, Count count) {
        return persons(place, count)
                .exact()
                .filter(value -> value.signum() == 0)
                .isPresent();
    }

    /**
     * Returns whether the persons behind a count are published and not zero, so that there are at least as many as the
     * threshold.
     */
    private boolean isShown(Place place, Count count) {
        CellValue persons = persons(place, count);
        return number(persons)
                .map(known -> known.signum() > 0)
                .orElse(!(persons instanceof CellValue.Missing || persons instanceof CellValue.Suppressed));
    }

    @Nullable Integer number(Spot spot, ColumnName measure) {
        return counts.stream()
                .filter(count -> count.measure().equals(measure))
                .findFirst()
                .map(count -> numbers.get(Unknown.of(spot, count)))
                .orElse(null);
    }

    /** Relates a count to the same count of its parts, along each dimension. */
    private void relateParts(BoundSystem made, Unknown whole, int number, boolean adding) {
        boolean persons = whole.count().isPersons();
        for (List<Spot> parts : figures.parts(whole.spot())) {
            int[] all = parts.stream()
                    .mapToInt(spot -> number(Unknown.of(spot, whole.count())))
                    .toArray();
            boolean divided = parts.get(0).area().equals(whole.spot().area())
                    && parts.get(0).period().equals(whole.spot().period());
            // persons may be in several places, and meetings may be for several groups; an observer assumes that each
            // is in one category, unless the figures say otherwise
            boolean adds = divided ? adding && made.mayBeSum(number, all) : !persons;
            boolean always = !persons && whole.count().boundsPersons();
            made.relateSum(number, all, always || adds);
            if (persons) {
                for (int part : all) {
                    made.relateSum(part, new int[] {number}, false);
                }
            }
        }
    }

    /** Relates a number to those of other counts at the same spot. */
    private void relateCounts(BoundSystem made, Unknown unknown, int number) {
        unknown.except().ifPresent(part -> relateRest(made, unknown, part, number));
        Count count = unknown.count();
        if (unknown.except().isEmpty()) {
            count.atMost().forEach(larger -> relateToLarger(made, number, number(unknown.spot(), larger)));
            if (count.onePerPerson() && !count.isPersons()) {
                relateToLarger(made, number(unknown.spot(), count.persons()), number);
            }
        }
    }

    private static void relateToLarger(BoundSystem made, @Nullable Integer number, @Nullable Integer larger) {
        if (number != null && larger != null) {
            made.relateSum(number, new int[] {larger}, false);
        }
    }

    /** Relates the persons who are left out of a count to all persons, those counted, and those left out of its parts. */
    private void relateRest(BoundSystem made, Unknown rest, Count part, int number) {
        int all = number(Unknown.of(rest.spot(), rest.count()));
        int some = number(Unknown.of(rest.spot(), part));
        made.relateSum(all, new int[] {some, number}, true);
        for (List<Spot> parts : figures.parts(rest.spot())) {
            made.relateSum(
                    number,
                    parts.stream()
                            .mapToInt(spot -> number(new Unknown(spot, rest.count(), rest.except())))
                            .toArray(),
                    false);
        }
    }

    /** Returns the number of a count that is published somewhere. */
    int number(Spot spot, Count count) {
        return Optional.ofNullable(number(spot, count.measure()))
                .orElseThrow(
                        () -> new IllegalStateException("count without a number: " + count.measure() + " " + spot));
    }

    int number(Unknown unknown) {
        return Optional.ofNullable(numbers.get(unknown))
                .orElseThrow(() -> new IllegalStateException("unknown without a number: " + unknown));
    }

    static String name(Spot spot, String measure) {
        String codes = spot.codes().stream()
                .filter(code -> !code.equals(PublicationPlan.TOTAL))
                .map(code -> " " + code)
                .collect(Collectors.joining());
        return measure + " " + spot.area().name() + codes + " " + spot.period().code();
    }

    static BigDecimal decimal(long value, Count count) {
        return BigDecimal.valueOf(value, count.decimals()).setScale(count.decimals(), RoundingMode.UNNECESSARY);
    }
}
