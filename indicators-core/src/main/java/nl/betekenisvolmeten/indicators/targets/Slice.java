package nl.betekenisvolmeten.indicators.targets;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Target;

/** What totals are made by for a target: areas of a level, periods of a length. */
record Slice(AreaLevel level, PeriodKind length) {

    private static final Comparator<Slice> ORDER =
            Comparator.comparing(Slice::level).thenComparing(Slice::length);

    /** Those that a target needs. */
    static Set<Slice> of(Target target) {
        AreaLevel level = target.aim() instanceof Target.InEveryArea every
                ? every.level()
                : target.area().level();
        Set<Slice> slices = new TreeSet<>(ORDER);
        slices.add(new Slice(level, target.period().kind()));
        if (target.aim() instanceof Target.Path path) {
            path.points().keySet().stream().map(Period::kind).forEach(length -> slices.add(new Slice(level, length)));
        }
        return slices;
    }
}
