package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.KnownNumbers.Shown;
import nl.betekenisvolmeten.indicators.disclosure.KnownNumbers.Unknown;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Place;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/** An attack on published figures, which represents them as bounded numbers with relations between them. */
final class Attacker {

    private static final LocalizedText UNDECIDED = LocalizedText.of(
            "Er is geen andere tabel gevonden die hierbij past.", "No other table was found that agrees with this.");

    private final PublicationPlan plan;
    private final Insider insider;
    private final List<LocalizedText> objections;
    private final KnownNumbers numbers;
    private final long[] own;
    private final long[][] bounds;
    private final boolean fits;
    private final BoundSystem system;
    private final List<Similar> similar;
    private @Nullable BoundSystem cautious;
    private @Nullable BoundSystem blind;

    /** The systems of another attacker, with the position of each of its numbers in these systems. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Similar(BoundSystem system, Optional<BoundSystem> cautious, int[] places) {}

    /**
     * Attacks published figures.
     *
     * @param others attackers of the same counts and periods or some of them, whose findings this one begins with
     * @param explains whether to say how bounds follow
     */
    private Attacker(KnownNumbers numbers, Insider insider, List<Attacker> others, boolean explains) {
        this.numbers = numbers;
        plan = numbers.plan();
        this.insider = insider;
        similar = others.stream()
                .map(one -> new Similar(one.system, Optional.ofNullable(one.cautious), numbers.places(one.numbers)))
                .toList();
        objections = new ArrayList<>(numbers.figures().objections());
        own = numbers.own(insider);
        bounds = numbers.bounds(own, false);
        BoundSystem all = numbers.system(bounds, true, true);
        // where more persons are published than visits, the outsider knows that the two are not what they seem
        fits = all.propagate(explains) && Stream.of(bounds).allMatch(range -> range[0] <= range[1]);
        system = fits ? all : numbers.system(bounds, false, false);
        if (!fits && !system.propagate(explains)) {
            objections.add(LocalizedText.of(
                    "De cijfers spreken elkaar tegen.", "The published figures contradict each other."));
        }
        similar.forEach(one -> system.beginFrom(one.system(), one.places()));
        numbers.shown().values().forEach(counts -> counts.forEach(this::check));
    }

    /** Returns an outsider who explains what follows. */
    static Attacker of(KnownNumbers numbers) {
        return new Attacker(numbers, Insider.NONE, List.of(), true);
    }

    /**
     * Returns an outsider who does not explain what follows.
     *
     * @param before attackers of the same counts and periods or some of them, perhaps when other figures were hidden
     */
    static Attacker of(KnownNumbers numbers, List<Attacker> before) {
        return new Attacker(numbers, Insider.NONE, before, false);
    }

    /** Returns an attacker on the same figures who knows some of them. */
    Attacker with(Insider one) {
        return new Attacker(numbers, one, List.of(this), false);
    }

    AttackCheck.Outcome outcome() {
        return new AttackCheck.Outcome(cells(), objections);
    }

    /** Returns the numbers of an observer who does not assume that nobody is in two categories. */
    private BoundSystem cautious() {
        if (cautious == null) {
            BoundSystem made = numbers.system(bounds, false, fits);
            made.propagate(false);
            similar.forEach(one -> one.cautious().ifPresent(other -> made.beginFrom(other, one.places())));
            cautious = made;
        }
        return cautious;
    }

    /** Returns the numbers of an observer who sees only zeros. */
    private BoundSystem blind() {
        if (blind == null) {
            blind = numbers.system(numbers.bounds(own, true), true, true);
            blind.propagate(false);
        }
        return blind;
    }

    /**
     * Checks a figure: whether it is a small count that is not hidden, or not rounded, or hidden next to a quotient.
     */
    private void check(Shown shown) {
        Count count = shown.count();
        boolean small = !shown.isHidden()
                && count.boundsPersons()
                && system.lower(shown.number()) > 0
                && system.upper(shown.number()) < enough(shown.place().spot(), count);
        if (small) {
            object("Een klein aantal is niet verborgen: ", "A small count is not hidden: ", shown);
        }
        if (shown.isHidden() && shown.isQuotient()) {
            object(
                    "Naast een verborgen aantal staat het aantal per 1.000 inwoners: ",
                    "Next to a hidden count is the count per 1,000 inhabitants: ",
                    shown);
        }
        if (!shown.isRounded()) {
            object("Een cijfer is niet afgerond: ", "A figure is not rounded: ", shown);
        }
    }

    private void object(String nl, String en, Shown shown) {
        String name =
                KnownNumbers.name(shown.place().spot(), shown.count().measure().value());
        objections.add(LocalizedText.of(nl + name, en + name));
    }

    /** Returns each hidden count with the bounds found, and each count that reveals few others. */
    private List<AttackCheck.Cell> cells() {
        List<AttackCheck.Cell> cells = new ArrayList<>();
        DerivationText words = new DerivationText(numbers.unknowns(), system);
        numbers.shown().forEach((place, counts) -> {
            for (Shown shown : counts) {
                if (shown.isHidden() && insider.isAboutFew().test(place.spot(), shown.count())) {
                    cells.add(cell(shown, words));
                }
            }
            if (insider.equals(Insider.NONE)) {
                addDifferences(place, words, cells);
            }
        });
        return cells;
    }

    /** Adds the counts that are proven to be all but few of others: persons in parts of a spot, and of larger counts. */
    private void addDifferences(Place whole, DerivationText words, List<AttackCheck.Cell> cells) {
        List<Count> counts = numbers.counts(whole.part());
        for (Count count : counts) {
            LocalizedText text = words.of(numbers.number(whole.spot(), count));
            numbers.figures().parts(whole.spot()).stream()
                    .flatMap(List::stream)
                    .filter(part -> count.isPersons()
                            && (leavesFew(whole.spot(), part, count) || isEveryone(whole.spot(), part, count)))
                    .flatMap(part -> numbers.figures()
                            .places(part)
                            .filter(at -> at.part().counts().stream().anyMatch(count::isSame)))
                    .forEach(at -> cells.add(cell(at, count, numbers.number(at.spot(), count), true, text)));
        }
        for (Unknown rest : numbers.rests(whole.spot(), counts)) {
            int number = numbers.number(rest);
            if (!isSafeRest(number, plan.threshold(whole.spot().codes()))) {
                cells.add(cell(whole, rest.except().orElseThrow(), number, true, words.of(number)));
            }
        }
    }

    /** Returns whether all but few persons of a spot are proven to be in a part of it. */
    private boolean leavesFew(Spot whole, Spot part, Count count) {
        int all = numbers.number(whole, count);
        int some = numbers.number(part, count);
        return system.lower(all) > system.upper(some)
                && system.upper(all) - system.lower(some) < plan.threshold(whole.codes());
    }

    /** Returns whether everyone, as far as policy lets differences be published, is proven to have a guarded code. */
    private boolean isEveryone(Spot whole, Spot part, Count count) {
        int at = plan.guarded();
        if (at < 0
                || whole.codes().get(at).equals(part.codes().get(at))
                || !plan.isGuarded(part.codes().get(at))) {
            return false;
        }
        int all = numbers.number(whole, count);
        int some = numbers.number(part, count);
        boolean nobodyElse = numbers.figures().parts(whole).stream()
                .filter(parts -> parts.contains(part))
                .flatMap(List::stream)
                .allMatch(one -> one.equals(part) || system.upper(numbers.number(one, count)) == 0);
        return nobodyElse
                ? system.lower(all) > 0
                : system.lower(some) > 0 && system.upper(all) - system.lower(some) < plan.threshold(whole.codes());
    }

    /** Returns the threshold of a spot, in the unit of a count. */
    private long enough(Spot spot, Count count) {
        return plan.threshold(spot.codes()) * KnownNumbers.scale(count);
    }

    private AttackCheck.Cell cell(Shown shown, DerivationText words) {
        Count count = shown.count();
        int number = shown.number();
        long upper = system.upper(number);
        long enough = own[number] + enough(shown.place().spot(), count);
        boolean exposed = !isSafe(count, number, enough);
        boolean proven = system.lower(number) == upper || upper < enough;
        LocalizedText derivation = exposed && !proven ? UNDECIDED : words.of(number);
        return cell(shown.place(), count, number, exposed, derivation);
    }

    private AttackCheck.Cell cell(Place place, Count count, int number, boolean exposed, LocalizedText derivation) {
        long upper = system.upper(number);
        return new AttackCheck.Cell(
                place.part().id(),
                numbers.figures().key(place),
                count.measure().value(),
                KnownNumbers.decimal(system.lower(number), count),
                upper >= BoundSystem.UNBOUNDED ? Optional.empty() : Optional.of(KnownNumbers.decimal(upper, count)),
                exposed,
                derivation);
    }

    /**
     * Returns whether other tables were found that agree with what is published, as far from the truth as the policy
     * asks.
     *
     * @param enough what the count must not be proven to be below: the threshold plus the attacker's own contribution
     */
    private boolean isSafe(Count count, int number, long enough) {
        BoundSystem used = system;
        OptionalLong found = used.find(number, 0, BoundSystem.UNBOUNDED);
        if (found.isEmpty()) {
            // no world is possible in which nobody is in two categories, so an attacker sees that some are
            used = cautious();
            found = used.find(number, 0, BoundSystem.UNBOUNDED);
        }
        long value = found.orElse(-1);
        boolean two = value >= 0
                && (used.canBe(number, value + 1, BoundSystem.UNBOUNDED) || used.canBe(number, 0, value - 1));
        DisclosurePolicy.Level level = plan.policy().level();
        boolean large = level == DisclosurePolicy.Level.L0
                || !count.boundsPersons()
                || used.canBe(number, enough, BoundSystem.UNBOUNDED);
        boolean small = level != DisclosurePolicy.Level.L2
                || !count.boundsPersons()
                || used.lower(number) >= enough
                || used.canBe(number, 0, blind().lower(number));
        return two && large && small;
    }

    /** Returns whether the persons who are left out of a count may be none, or as many as the threshold. */
    private boolean isSafeRest(int number, long threshold) {
        BoundSystem used = system.canBe(number, 0, BoundSystem.UNBOUNDED) ? system : cautious();
        return used.lower(number) >= threshold
                || used.upper(number) == 0
                || used.canBe(number, 0, 0)
                || used.canBe(number, threshold, BoundSystem.UNBOUNDED);
    }
}
