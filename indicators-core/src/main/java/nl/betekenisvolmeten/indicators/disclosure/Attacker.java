package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Place;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/** An outsider at work: writes down what is published as numbers between bounds, and what is known of how they hang together. */
final class Attacker {

    /** A number that the outsider does not know exactly. */
    record Unknown(Place place, Count count) {}

    private static final LocalizedText UNDECIDED = LocalizedText.of(
            "Er is geen andere tabel gevonden die hierbij past.", "No other table was found that agrees with this.");

    private final PublicationPlan plan;
    private final AreaHierarchy areas;
    private final PublishedFigures figures;
    private final List<LocalizedText> objections;
    private final Map<Unknown, Integer> numbers = new LinkedHashMap<>();
    private final BoundSystem system;
    private final BoundSystem blind;

    Attacker(PublicationPlan plan, AreaHierarchy areas, PublishedFigures figures) {
        this.plan = plan;
        this.areas = areas;
        this.figures = figures;
        objections = new ArrayList<>(figures.objections());
        blind = system(true, true);
        blind.propagate();
        BoundSystem all = system(true, false);
        boolean fits = all.propagate();
        // where more persons are published than visits, the outsider knows that the two are not what they seem
        system = fits ? all : system(false, false);
        if (!fits && !system.propagate()) {
            objections.add(LocalizedText.of(
                    "De cijfers spreken elkaar tegen.", "The published figures contradict each other."));
        }
        figures.places().forEach(this::checkRow);
    }

    List<LocalizedText> objections() {
        return objections;
    }

    /**
     * Writes everything down.
     *
     * @param withPersons whether no count that has one for each person is below the number of persons
     * @param blind whether only what is zero is seen
     */
    private BoundSystem system(boolean withPersons, boolean blind) {
        BoundSystem made = new BoundSystem();
        numbers.clear();
        for (Place place : figures.places()) {
            for (Count count : place.part().counts()) {
                long[] range = blind && !isNothing(place, count) ? hidden(count) : range(place, count);
                numbers.put(new Unknown(place, count), made.add(range[0], range[1]));
            }
        }
        numbers.forEach((unknown, number) -> {
            relateParts(made, unknown, number);
            Integer persons = persons(unknown);
            if (withPersons && unknown.count().onePerPerson() && persons != null && !persons.equals(number)) {
                made.relate(new int[] {persons, number}, new int[] {1, -1}, false);
            }
        });
        return made;
    }

    private static long scale(Count count) {
        return BigDecimal.ONE.movePointRight(count.decimals()).longValueExact();
    }

    /** What is published of a count, as the least and the most that it was before rounding. */
    private long[] range(Place place, Count count) {
        CellValue value = figures.value(place, count.measure().value()).orElseGet(CellValue.Missing::new);
        long scale = scale(count);
        long threshold = plan.policy().threshold() * scale;
        Optional<BigDecimal> number = number(value);
        if (number.isPresent()) {
            long published = number.get().movePointRight(count.decimals()).longValue();
            long base = plan.policy().rounding() * scale;
            long lower = Math.max(0, published - base / 2);
            long upper = published + (base + 1) / 2 - 1;
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
        return atLeastThreshold ? new long[] {threshold, BoundSystem.UNBOUNDED} : hidden(count);
    }

    /** The number that is published, also where it says that a part did not come in. */
    private static Optional<BigDecimal> number(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.sum() : value.exact();
    }

    /** What is known of a hidden count, as zeros are not hidden. */
    private static long[] hidden(Count count) {
        return new long[] {count.boundsPersons() ? scale(count) : 0, BoundSystem.UNBOUNDED};
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

    /** Whether a count is published as one of at least the threshold of persons. */
    private boolean isShown(Place place, Count count) {
        CellValue persons = persons(place, count);
        return number(persons)
                .map(known -> known.signum() > 0)
                .orElse(!(persons instanceof CellValue.Missing || persons instanceof CellValue.Suppressed));
    }

    private @Nullable Integer persons(Unknown unknown) {
        return unknown.place().part().counts().stream()
                .filter(count -> count.measure().equals(unknown.count().persons()))
                .findFirst()
                .map(count -> numbers.get(new Unknown(unknown.place(), count)))
                .orElse(null);
    }

    /** An area and the areas of the next level below it. */
    private void relateParts(BoundSystem made, Unknown whole, int number) {
        List<Integer> parts = parts(whole);
        if (parts.isEmpty()) {
            return;
        }
        int[] all = IntStream.concat(IntStream.of(number), parts.stream().mapToInt(Integer::intValue))
                .toArray();
        int[] signs = IntStream.range(0, all.length).map(i -> i == 0 ? 1 : -1).toArray();
        made.relate(all, signs, !whole.count().isPersons());
        if (whole.count().isPersons()) {
            parts.forEach(part -> made.relate(new int[] {part, number}, new int[] {1, -1}, false));
        }
    }

    private List<Integer> parts(Unknown whole) {
        Optional<PublicationPlan.Part> below = plan.parts().stream()
                .filter(part -> part.level().compareTo(whole.place().part().level()) < 0)
                .max(Comparator.comparing(PublicationPlan.Part::level));
        List<Integer> parts = new ArrayList<>();
        if (below.isEmpty()) {
            return parts;
        }
        AreaCode code = whole.place().area().code();
        for (Area area : areas.areas(below.get().level())) {
            if (areas.ancestor(area.code(), code.level()).equals(Optional.of(code))) {
                Place place = new Place(below.get(), area, whole.place().period());
                Integer part = below.get().counts().stream()
                        .filter(count -> count.measure().equals(whole.count().measure()))
                        .findFirst()
                        .map(count -> numbers.get(new Unknown(place, count)))
                        .orElse(null);
                if (part == null) {
                    return List.of();
                }
                parts.add(part);
            }
        }
        return parts;
    }

    /** A small count that is not hidden, or a quotient next to a hidden count. */
    private void checkRow(Place place) {
        for (Count count : place.part().counts()) {
            CellValue value = figures.value(place, count.measure().value()).orElseGet(CellValue.Missing::new);
            Integer number = numbers.get(new Unknown(place, count));
            boolean hidden = value instanceof CellValue.Suppressed;
            boolean small = !hidden
                    && number != null
                    && count.boundsPersons()
                    && system.lower(number) > 0
                    && system.upper(number) < plan.policy().threshold() * scale(count);
            if (small) {
                objections.add(LocalizedText.of(
                        "Een klein aantal is niet verborgen: " + name(place, count),
                        "A small count is not hidden: " + name(place, count)));
            }
            boolean quotient = figures.value(place, count.perThousandName())
                    .flatMap(Attacker::number)
                    .isPresent();
            if (hidden && quotient) {
                objections.add(LocalizedText.of(
                        "Naast een verborgen aantal staat het aantal per 1.000 inwoners: " + name(place, count),
                        "Next to a hidden count is the count per 1,000 inhabitants: " + name(place, count)));
            }
        }
    }

    static String name(Place place, Count count) {
        return count.measure() + " " + place.area().name() + " " + place.period();
    }

    /** Each hidden count, with what was found out about it. */
    List<AttackCheck.Cell> cells() {
        List<AttackCheck.Cell> cells = new ArrayList<>();
        List<Unknown> all = List.copyOf(numbers.keySet());
        numbers.forEach((unknown, number) -> {
            if (figures.value(unknown.place(), unknown.count().measure().value())
                    .filter(CellValue.Suppressed.class::isInstance)
                    .isPresent()) {
                cells.add(cell(unknown, number, new DerivationText(all, system)));
            }
        });
        return cells;
    }

    private AttackCheck.Cell cell(Unknown unknown, int number, DerivationText words) {
        long upper = system.upper(number);
        boolean exposed = !isSafe(unknown.count(), number);
        boolean proven = system.lower(number) == upper || upper < plan.policy().threshold() * scale(unknown.count());
        LocalizedText why = words.of(number);
        return new AttackCheck.Cell(
                unknown.place().part().id(),
                figures.key(unknown.place()),
                unknown.count().measure().value(),
                decimal(system.lower(number), unknown.count()),
                upper >= BoundSystem.UNBOUNDED ? Optional.empty() : Optional.of(decimal(upper, unknown.count())),
                exposed,
                exposed && !proven ? UNDECIDED : why);
    }

    static BigDecimal decimal(long value, Count count) {
        return BigDecimal.valueOf(value, count.decimals()).setScale(count.decimals(), RoundingMode.UNNECESSARY);
    }

    /** Whether other tables were found that agree with what is published, as far from the truth as the policy asks. */
    private boolean isSafe(Count count, int number) {
        long lower = system.lower(number);
        long upper = system.upper(number);
        long threshold = plan.policy().threshold() * scale(count);
        if (lower >= upper) {
            return false;
        }
        long middle = upper >= BoundSystem.UNBOUNDED ? Math.max(lower, threshold - 1) : lower + (upper - lower) / 2;
        boolean two = system.canBe(number, lower, middle) && system.canBe(number, middle + 1, upper);
        DisclosurePolicy.Level level = plan.policy().level();
        boolean large = level == DisclosurePolicy.Level.L0
                || !count.boundsPersons()
                || system.canBe(number, threshold, BoundSystem.UNBOUNDED);
        boolean small = level != DisclosurePolicy.Level.L2
                || !count.boundsPersons()
                || lower >= threshold
                || system.canBe(number, 0, blind.lower(number));
        return two && large && small;
    }
}
