package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/**
 * Published figures as bounded numbers with relations between them. The numbers and the relations are the same for each
 * attacker; an attacker's own knowledge only raises lower bounds.
 */
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

    /** What a relation says: that a number is the sum of others, or at most that. */
    private enum Sum {
        EQUAL,
        AT_MOST,
        /** Equal if nobody is in two categories. */
        EQUAL_IF_EACH_IS_IN_ONE
    }

    /** A relation of a number, which is the first, to others. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Link(int[] numbers, int[] signs, Sum sum, boolean isBetweenCounts) {}

    /**
     * A published count.
     *
     * @param number its number in a system
     * @param isQuotient whether a number per 1,000 inhabitants is published with it
     * @param isRounded whether all that is published of it is rounded
     */
    record Shown(Place place, Count count, int number, boolean isHidden, boolean isQuotient, boolean isRounded) {}

    private final PublicationPlan plan;
    private final List<Count> counts;
    private final PublishedFigures figures;
    private final Map<Unknown, Integer> numbers = new LinkedHashMap<>();
    private final List<Spot> spots = new ArrayList<>();
    private final List<Unknown> unknowns;
    private final List<Link> links = new ArrayList<>();
    private final Map<Place, List<Shown>> shown = new LinkedHashMap<>();
    private final long[][] seen;

    KnownNumbers(PublicationPlan plan, List<Count> counts, AreaHierarchy areas, PublishedFigures figures) {
        this.plan = plan;
        this.counts = List.copyOf(counts);
        this.figures = figures;
        for (AreaLevel level : plan.levels()) {
            for (Area area : areas.areas(level)) {
                for (Period period : figures.periods()) {
                    for (List<String> codes : figures.codes()) {
                        addNumbers(new Spot(area, period, codes));
                    }
                }
            }
        }
        unknowns = List.copyOf(numbers.keySet());
        numbers.forEach((unknown, number) -> {
            if (unknown.except().isEmpty()) {
                relateParts(unknown, number);
            }
            relateCounts(unknown, number);
        });
        figures.places().forEach(place -> shown.put(place, shown(place)));
        seen = published(false);
    }

    private void addNumbers(Spot spot) {
        spots.add(spot);
        counts.forEach(count -> numbers.put(Unknown.of(spot, count), numbers.size()));
        rests(spot, counts).forEach(rest -> numbers.put(rest, numbers.size()));
    }

    private List<Shown> shown(Place place) {
        return counts(place.part()).stream()
                .map(count -> new Shown(
                        place,
                        count,
                        number(place.spot(), count),
                        figures.value(place, count) instanceof CellValue.Suppressed,
                        figures.quotient(place, count).isPresent(),
                        figures.isRounded(place, count)))
                .toList();
    }

    PublicationPlan plan() {
        return plan;
    }

    PublishedFigures figures() {
        return figures;
    }

    /** Returns the published counts that are looked at, by place. */
    Map<Place, List<Shown>> shown() {
        return shown;
    }

    /** Returns the counts of a part that are looked at. */
    List<Count> counts(PublicationPlan.Part part) {
        return part.counts().stream()
                .filter(count -> counts.stream().anyMatch(count::isSame))
                .toList();
    }

    /** Returns all numbers, each at the place that it has in a system. */
    List<Unknown> unknowns() {
        return unknowns;
    }

    /** Returns, for each number of another attacker, the same number here; all of them are among these. */
    int[] places(KnownNumbers others) {
        return others == this
                ? IntStream.range(0, unknowns.size()).toArray()
                : others.unknowns.stream().mapToInt(this::number).toArray();
    }

    /** Returns how much of each number is an attacker's own. */
    long[] own(Insider insider) {
        long[] own = new long[numbers.size()];
        for (Spot spot : spots) {
            insider.own().apply(spot).forEach((measure, value) -> {
                Integer number = number(spot, measure);
                if (number != null) {
                    own[number] = value.movePointRight(
                                    unknowns.get(number).count().decimals())
                            .longValue();
                }
            });
        }
        return own;
    }

    /**
     * Returns the bounds of each number.
     *
     * @param own how much of each is the attacker's own
     * @param blind whether only zeros are seen
     */
    long[][] bounds(long[] own, boolean blind) {
        long[][] published = blind ? published(true) : seen;
        long[][] bounds = new long[own.length][];
        for (int number = 0; number < own.length; number++) {
            bounds[number] = new long[] {Math.max(own[number], published[number][0]), published[number][1]};
        }
        return bounds;
    }

    /**
     * Builds the system of relations.
     *
     * @param bounds the bounds of each number; where they exclude each other, the upper is ignored
     * @param adding whether nobody is assumed to be in two categories, unless figures say otherwise
     * @param withPersons whether counts with at least one for each person are not below the number of persons
     */
    BoundSystem system(long[][] bounds, boolean adding, boolean withPersons) {
        BoundSystem made = new BoundSystem();
        for (long[] range : bounds) {
            made.add(range[0], Math.max(range[0], range[1]));
        }
        for (Link link : links) {
            if (withPersons || !link.isBetweenCounts()) {
                boolean equal = link.sum() == Sum.EQUAL
                        || (link.sum() == Sum.EQUAL_IF_EACH_IS_IN_ONE && adding && made.mayBeSum(link.numbers()));
                made.relate(link.numbers(), link.signs(), equal);
            }
        }
        return made;
    }

    /** Returns the published bounds of each number. */
    private long[][] published(boolean blind) {
        long[][] bounds = new long[numbers.size()][];
        numbers.forEach((unknown, number) -> bounds[number] = unknown.except().isEmpty()
                ? published(unknown.spot(), unknown.count(), blind)
                : new long[] {0, BoundSystem.UNBOUNDED});
        return bounds;
    }

    private long[] published(Spot spot, Count count, boolean blind) {
        long[] range = {0, BoundSystem.UNBOUNDED};
        for (PublicationPlan.Part part : plan.parts()) {
            Place place = new Place(part, spot);
            if (figures.has(place) && part.counts().stream().anyMatch(count::isSame)) {
                long[] said = blind && !isNothing(place, count) ? hidden(spot, count) : range(place, count);
                range[0] = Math.max(range[0], said[0]);
                range[1] = Math.min(range[1], said[1]);
            }
        }
        return range;
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

    static long scale(Count count) {
        return BigDecimal.ONE.movePointRight(count.decimals()).longValueExact();
    }

    /** Returns the bounds of a published count before rounding. */
    private long[] range(Place place, Count count) {
        CellValue value = figures.value(place, count);
        long scale = scale(count);
        long threshold = plan.threshold(place.spot().codes()) * scale;
        Optional<BigDecimal> number = PublishedFigures.number(value);
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

    /** Returns the bounds of a hidden count; most zeros are not hidden. */
    private long[] hidden(Spot spot, Count count) {
        boolean some = count.boundsPersons() && !plan.mayHideZero(spot.codes());
        return new long[] {some ? scale(count) : 0, BoundSystem.UNBOUNDED};
    }

    private boolean isNothing(Place place, Count count) {
        CellValue value = figures.value(place, count);
        return value instanceof CellValue.Missing
                || PublishedFigures.number(value)
                        .filter(known -> known.signum() == 0)
                        .isPresent();
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
        return PublishedFigures.number(persons)
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

    private void relate(int whole, int[] parts, Sum sum, boolean isBetweenCounts) {
        int[] all = IntStream.concat(IntStream.of(whole), IntStream.of(parts)).toArray();
        int[] signs = new int[all.length];
        Arrays.fill(signs, -1);
        signs[0] = 1;
        links.add(new Link(all, signs, sum, isBetweenCounts));
    }

    /** Relates a count to the same count of its parts, along each dimension. */
    private void relateParts(Unknown whole, int number) {
        boolean persons = whole.count().isPersons();
        for (List<Spot> parts : figures.parts(whole.spot())) {
            int[] all = parts.stream()
                    .mapToInt(spot -> number(Unknown.of(spot, whole.count())))
                    .toArray();
            boolean divided = parts.get(0).area().equals(whole.spot().area())
                    && parts.get(0).period().equals(whole.spot().period());
            // persons may be in several places, and meetings may be for several groups; an observer assumes that each
            // is in one category, unless the figures say otherwise
            boolean always = !persons && (whole.count().boundsPersons() || !divided);
            relate(number, all, always ? Sum.EQUAL : divided ? Sum.EQUAL_IF_EACH_IS_IN_ONE : Sum.AT_MOST, false);
            if (persons) {
                for (int part : all) {
                    relate(part, new int[] {number}, Sum.AT_MOST, false);
                }
            }
        }
    }

    /** Relates a number to those of other counts at the same spot. */
    private void relateCounts(Unknown unknown, int number) {
        unknown.except().ifPresent(part -> relateRest(unknown, part, number));
        Count count = unknown.count();
        if (unknown.except().isEmpty()) {
            count.atMost().forEach(larger -> relateToLarger(number, number(unknown.spot(), larger)));
            if (count.onePerPerson() && !count.isPersons()) {
                relateToLarger(number(unknown.spot(), count.persons()), number);
            }
        }
    }

    private void relateToLarger(@Nullable Integer number, @Nullable Integer larger) {
        if (number != null && larger != null) {
            relate(number, new int[] {larger}, Sum.AT_MOST, true);
        }
    }

    /** Relates the persons who are left out of a count to all persons, those counted, and those left out of its parts. */
    private void relateRest(Unknown rest, Count part, int number) {
        int all = number(Unknown.of(rest.spot(), rest.count()));
        int some = number(Unknown.of(rest.spot(), part));
        relate(all, new int[] {some, number}, Sum.EQUAL, true);
        for (List<Spot> parts : figures.parts(rest.spot())) {
            int[] rests = parts.stream()
                    .mapToInt(spot -> number(new Unknown(spot, rest.count(), rest.except())))
                    .toArray();
            relate(number, rests, Sum.AT_MOST, true);
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
