package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.disclosure.KnownNumbers.Unknown;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Place;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/** An attack on published figures, which represents them as bounded numbers with relations between them. */
final class Attacker {

    private static final LocalizedText UNDECIDED = LocalizedText.of(
            "Er is geen andere tabel gevonden die hierbij past.", "No other table was found that agrees with this.");

    private final PublicationPlan plan;
    private final PublishedFigures figures;
    private final Insider insider;
    private final List<LocalizedText> objections;
    private final KnownNumbers numbers;
    private final boolean fits;
    private final BoundSystem system;
    private @Nullable BoundSystem cautious;
    private @Nullable BoundSystem blind;

    Attacker(KnownNumbers numbers, PublishedFigures figures, Insider insider) {
        this.numbers = numbers;
        plan = numbers.plan();
        this.figures = figures;
        this.insider = insider;
        objections = new ArrayList<>(figures.objections());
        BoundSystem all = numbers.system(true, true, false);
        fits = all.propagate() && !numbers.isContradicted();
        // where more persons are published than visits, the outsider knows that the two are not what they seem
        system = fits ? all : numbers.system(false, false, false);
        if (!fits && !system.propagate()) {
            objections.add(LocalizedText.of(
                    "De cijfers spreken elkaar tegen.", "The published figures contradict each other."));
        }
        figures.places().forEach(this::checkRow);
    }

    /** Returns the numbers of an observer who does not assume that nobody is in two categories. */
    private BoundSystem cautious() {
        if (cautious == null) {
            cautious = numbers.system(false, fits, false);
            cautious.propagate();
        }
        return cautious;
    }

    /** Returns the numbers of an observer who sees only zeros. */
    private BoundSystem blind() {
        if (blind == null) {
            blind = numbers.system(true, true, true);
            blind.propagate();
        }
        return blind;
    }

    List<LocalizedText> objections() {
        return objections;
    }

    /**
     * Checks a row for a small count that is not hidden, a quotient next to a hidden count, or a figure that is not
     * rounded.
     */
    private void checkRow(Place place) {
        for (Count count : numbers.counts(place.part())) {
            CellValue value = figures.value(place, count.measure().value()).orElseGet(CellValue.Missing::new);
            int number = numbers.number(place.spot(), count);
            String name = KnownNumbers.name(place.spot(), count.measure().value());
            boolean hidden = value instanceof CellValue.Suppressed;
            boolean small = !hidden
                    && count.boundsPersons()
                    && system.lower(number) > 0
                    && system.upper(number) < enough(place.spot(), count);
            if (small) {
                object("Een klein aantal is niet verborgen: ", "A small count is not hidden: ", name);
            }
            Optional<BigDecimal> quotient =
                    figures.value(place, count.perThousandName()).flatMap(KnownNumbers::number);
            if (hidden && quotient.isPresent()) {
                object(
                        "Naast een verborgen aantal staat het aantal per 1.000 inwoners: ",
                        "Next to a hidden count is the count per 1,000 inhabitants: ",
                        name);
            }
            if (!isRounded(KnownNumbers.number(value), plan.policy().rounding().base()) || !isRounded(quotient, 1)) {
                object("Een cijfer is niet afgerond: ", "A figure is not rounded: ", name);
            }
        }
    }

    private void object(String nl, String en, String what) {
        objections.add(LocalizedText.of(nl + what, en + what));
    }

    /** Returns whether a published number is a multiple of a base; always true without rounding. */
    private boolean isRounded(Optional<BigDecimal> number, int base) {
        return plan.policy().rounding().base() == 1
                || number.filter(known ->
                                known.remainder(BigDecimal.valueOf(base)).signum() != 0)
                        .isEmpty();
    }

    /** Returns each hidden count with the bounds found, and each count that reveals few others. */
    List<AttackCheck.Cell> cells() {
        List<AttackCheck.Cell> cells = new ArrayList<>();
        DerivationText words = new DerivationText(numbers.unknowns(), system);
        for (Place place : figures.places()) {
            for (Count count : numbers.counts(place.part())) {
                if (isHidden(place, count) && insider.isAboutFew().test(place.spot(), count)) {
                    cells.add(cell(place, count, words));
                }
            }
            if (insider.equals(Insider.NONE)) {
                addDifferences(place, words, cells);
            }
        }
        return cells;
    }

    private boolean isHidden(Place place, Count count) {
        return figures.value(place, count.measure().value())
                .filter(CellValue.Suppressed.class::isInstance)
                .isPresent();
    }

    /** Adds the counts that are proven to be all but few of others: persons in parts of a spot, and of larger counts. */
    private void addDifferences(Place whole, DerivationText words, List<AttackCheck.Cell> cells) {
        List<Count> counts = numbers.counts(whole.part());
        for (Count count : counts) {
            LocalizedText text = words.of(numbers.number(whole.spot(), count));
            figures.parts(whole.spot()).stream()
                    .flatMap(List::stream)
                    .filter(part -> count.isPersons()
                            && (leavesFew(whole.spot(), part, count) || isEveryone(whole.spot(), part, count)))
                    .flatMap(part -> figures.places(part)
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
        if (at < 0 || whole.codes().get(at).equals(part.codes().get(at)) || !plan.isGuarded(part.codes().get(at))) {
            return false;
        }
        int all = numbers.number(whole, count);
        int some = numbers.number(part, count);
        boolean nobodyElse = figures.parts(whole).stream()
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

    private AttackCheck.Cell cell(Place place, Count count, DerivationText words) {
        int number = numbers.number(place.spot(), count);
        long upper = system.upper(number);
        long own = numbers.own(place.spot(), count);
        long enough = own + enough(place.spot(), count);
        boolean exposed = !isSafe(count, number, enough);
        boolean proven = system.lower(number) == upper || upper < enough;
        return cell(place, count, number, exposed, exposed && !proven ? UNDECIDED : words.of(number));
    }

    private AttackCheck.Cell cell(Place place, Count count, int number, boolean exposed, LocalizedText derivation) {
        long upper = system.upper(number);
        return new AttackCheck.Cell(
                place.part().id(),
                figures.key(place),
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
     * @param enough what the count must not be proven to be below: the threshold, besides what is the attacker's own
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
