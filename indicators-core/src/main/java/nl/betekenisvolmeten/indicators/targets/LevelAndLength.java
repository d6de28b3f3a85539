package nl.betekenisvolmeten.indicators.targets;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Target;

/** What totals are made by for a target: areas of a level, periods of a length. */
record LevelAndLength(AreaLevel level, PeriodKind length) {

    private static final Comparator<LevelAndLength> ORDER =
            Comparator.comparing(LevelAndLength::level).thenComparing(LevelAndLength::length);

    /** Returns the levels and lengths that a target needs. */
    static Set<LevelAndLength> of(Target target) {
        AreaLevel level = target.aim() instanceof Target.InEveryArea every
                ? every.level()
                : target.area().level();
        Set<LevelAndLength> slices = new TreeSet<>(ORDER);
        slices.add(new LevelAndLength(level, target.period().kind()));
        if (target.aim() instanceof Target.Path path) {
            path.points().keySet().stream()
                    .map(Period::kind)
                    .forEach(length -> slices.add(new LevelAndLength(level, length)));
        }
        return slices;
    }
}
