package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Place;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import org.jspecify.annotations.Nullable;

/** An attacker at work: writes down what is published as numbers between bounds, and what is known of how they hang together. */
final class Attacker {

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
            return Attacker.name(
                    spot,
                    except.map(other -> count.measure() + " - " + other.measure())
                            .orElse(count.measure().value()));
        }
    }

    private static final LocalizedText UNDECIDED = LocalizedText.of(
            "Er is geen andere tabel gevonden die hierbij past.", "No other table was found that agrees with this.");

    private final PublicationPlan plan;
    private final AreaHierarchy areas;
    private final PublishedFigures figures;
    private final Insider insider;
    private final List<LocalizedText> objections;
    private final Map<Unknown, Integer> numbers = new LinkedHashMap<>();
    private final BoundSystem system;
    private final BoundSystem cautious;
    private final BoundSystem blind;
    private boolean contradicted;

    Attacker(PublicationPlan plan, AreaHierarchy areas, PublishedFigures figures, Insider insider) {
        this.plan = plan;
        this.areas = areas;
        this.figures = figures;
        this.insider = insider;
        objections = new ArrayList<>(figures.objections());
        blind = system(true, true, true);
        blind.propagate();
        BoundSystem all = system(true, true, false);
        boolean fits = all.propagate() && !contradicted;
        // where more persons are published than visits, the outsider knows that the two are not what they seem
        system = fits ? all : system(false, false, false);
        cautious = system(false, fits, false);
        cautious.propagate();
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
     * Builds the system of relations.
     *
     * @param adding whether nobody is assumed to be in two categories, unless figures say otherwise
     * @param withPersons whether counts with at least one for each person are not below the number of persons
     * @param blind whether only zeros are seen
     */
    private BoundSystem system(boolean adding, boolean withPersons, boolean blind) {
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

    /** Writes all numbers about a spot, with what the tables say about each. */
    private void write(BoundSystem made, Spot spot, boolean blind) {
        for (Count count : plan.counts()) {
            long[] range = {own(spot, count), BoundSystem.UNBOUNDED};
            for (PublicationPlan.Part part : plan.parts()) {
                Place place = new Place(part, spot);
                if (figures.has(place) && part.counts().stream().anyMatch(count::isSame)) {
                    long[] told = blind && !isNothing(place, count) ? hidden(count) : range(place, count);
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
        rests(spot, plan.counts()).forEach(rest -> numbers.put(rest, made.add(0, BoundSystem.UNBOUNDED)));
    }

    /** Returns the numbers of persons who are in one count and not in a smaller one. */
    private List<Unknown> rests(Spot spot, List<Count> smaller) {
        return smaller.stream()
                .filter(Count::isPersons)
                .flatMap(part -> plan.counts().stream()
                        .filter(whole -> whole.isPersons() && part.atMost().contains(whole.measure()))
                        .map(whole -> new Unknown(spot, whole, Optional.of(part))))
                .toList();
    }

    private long own(Spot spot, Count count) {
        return insider.own(spot, count).movePointRight(count.decimals()).longValue();
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

    private @Nullable Integer number(Spot spot, ColumnName measure) {
        return plan.counts().stream()
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

    private int number(Unknown unknown) {
        return Optional.ofNullable(numbers.get(unknown))
                .orElseThrow(() -> new IllegalStateException("unknown without a number: " + unknown));
    }

    /**
     * Checks a row for a small count that is not hidden, a quotient next to a hidden count, or a figure that is not
     * rounded.
     */
    private void checkRow(Place place) {
        for (Count count : place.part().counts()) {
            CellValue value = figures.value(place, count.measure().value()).orElseGet(CellValue.Missing::new);
            Integer number = number(place.spot(), count.measure());
            boolean hidden = value instanceof CellValue.Suppressed;
            boolean small = !hidden
                    && number != null
                    && count.boundsPersons()
                    && system.lower(number) > 0
                    && system.upper(number) < plan.policy().threshold() * scale(count);
            if (small) {
                objections.add(LocalizedText.of(
                        "Een klein aantal is niet verborgen: " + name(place.spot(), count),
                        "A small count is not hidden: " + name(place.spot(), count)));
            }
            Optional<BigDecimal> quotient =
                    figures.value(place, count.perThousandName()).flatMap(Attacker::number);
            if (hidden && quotient.isPresent()) {
                objections.add(LocalizedText.of(
                        "Naast een verborgen aantal staat het aantal per 1.000 inwoners: " + name(place.spot(), count),
                        "Next to a hidden count is the count per 1,000 inhabitants: " + name(place.spot(), count)));
            }
            if (!isRounded(number(value), plan.policy().rounding()) || !isRounded(quotient, 1)) {
                objections.add(LocalizedText.of(
                        "Een cijfer is niet afgerond: " + name(place.spot(), count),
                        "A figure is not rounded: " + name(place.spot(), count)));
            }
        }
    }

    /** Returns whether a published number is a multiple of a base; always true without rounding. */
    private boolean isRounded(Optional<BigDecimal> number, int base) {
        return plan.policy().rounding() == 1
                || number.filter(known ->
                                known.remainder(BigDecimal.valueOf(base)).signum() != 0)
                        .isEmpty();
    }

    private static String name(Spot spot, Count count) {
        return name(spot, count.measure().value());
    }

    private static String name(Spot spot, String measure) {
        String codes = spot.codes().stream()
                .filter(code -> !code.equals(PublicationPlan.TOTAL))
                .map(code -> " " + code)
                .collect(Collectors.joining());
        return measure + " " + spot.area().name() + codes + " " + spot.period().code();
    }

    /** Each hidden count, with what was found out about it. */
    List<AttackCheck.Cell> cells() {
        List<AttackCheck.Cell> cells = new ArrayList<>();
        DerivationText words = new DerivationText(List.copyOf(numbers.keySet()), system);
        for (Place place : figures.places()) {
            for (Count count : place.part().counts()) {
                if (insider.isAboutFew(place.spot(), count)
                        && figures.value(place, count.measure().value())
                                .filter(CellValue.Suppressed.class::isInstance)
                                .isPresent()) {
                    cells.add(cell(place, count, words));
                }
            }
            for (Unknown rest : rests(place.spot(), place.part().counts())) {
                int number = number(rest);
                if (insider.equals(Insider.NONE) && !isSafeRest(number)) {
                    cells.add(cell(place, rest.except().orElseThrow(), number, true, words.of(number)));
                }
            }
        }
        return cells;
    }

    private AttackCheck.Cell cell(Place place, Count count, DerivationText words) {
        int number = Optional.ofNullable(number(place.spot(), count.measure())).orElseThrow();
        long upper = system.upper(number);
        long own = own(place.spot(), count);
        boolean exposed = !isSafe(count, number, own);
        boolean proven =
                system.lower(number) == upper || upper < own + plan.policy().threshold() * scale(count);
        return cell(place, count, number, exposed, exposed && !proven ? UNDECIDED : words.of(number));
    }

    private AttackCheck.Cell cell(Place place, Count count, int number, boolean exposed, LocalizedText derivation) {
        long upper = system.upper(number);
        return new AttackCheck.Cell(
                place.part().id(),
                figures.key(place),
                count.measure().value(),
                decimal(system.lower(number), count),
                upper >= BoundSystem.UNBOUNDED ? Optional.empty() : Optional.of(decimal(upper, count)),
                exposed,
                derivation);
    }

    static BigDecimal decimal(long value, Count count) {
        return BigDecimal.valueOf(value, count.decimals()).setScale(count.decimals(), RoundingMode.UNNECESSARY);
    }

    /**
     * Returns whether other tables were found that agree with what is published, as far from the truth as the policy
     * asks.
     *
     * @param own how much of it is the attacker's own
     */
    private boolean isSafe(Count count, int number, long own) {
        BoundSystem used = system;
        OptionalLong found = used.find(number, 0, BoundSystem.UNBOUNDED);
        if (found.isEmpty()) {
            // no world is possible in which nobody is in two categories, so an attacker sees that some are
            used = cautious;
            found = used.find(number, 0, BoundSystem.UNBOUNDED);
        }
        long value = found.orElse(-1);
        boolean two = value >= 0
                && (used.canBe(number, value + 1, BoundSystem.UNBOUNDED) || used.canBe(number, 0, value - 1));
        long enough = own + plan.policy().threshold() * scale(count);
        DisclosurePolicy.Level level = plan.policy().level();
        boolean large = level == DisclosurePolicy.Level.L0
                || !count.boundsPersons()
                || used.canBe(number, enough, BoundSystem.UNBOUNDED);
        boolean small = level != DisclosurePolicy.Level.L2
                || !count.boundsPersons()
                || used.lower(number) >= enough
                || used.canBe(number, 0, blind.lower(number));
        return two && large && small;
    }

    /** Returns whether the persons who are left out of a count may be none, or as many as the threshold. */
    private boolean isSafeRest(int number) {
        long threshold = plan.policy().threshold();
        BoundSystem used = system.canBe(number, 0, BoundSystem.UNBOUNDED) ? system : cautious;
        return used.lower(number) >= threshold
                || used.upper(number) == 0
                || used.canBe(number, 0, 0)
                || used.canBe(number, threshold, BoundSystem.UNBOUNDED);
    }
}
