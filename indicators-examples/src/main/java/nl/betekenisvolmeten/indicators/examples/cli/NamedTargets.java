package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.form.TargetReader;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import org.jspecify.annotations.Nullable;

/**
 * Targets, with the names of what they are about.
 *
 * @param targets the targets
 * @param names of their indicators, where known
 */
record NamedTargets(List<Target> targets, Map<IndicatorId, LocalizedText> names) {

    /** Reads the targets of a file; without a file, returns those of the definitions. */
    static NamedTargets read(@Nullable Path file, Lookup lookup, FormFiles forms) {
        Map<IndicatorId, LocalizedText> names = new HashMap<>();
        lookup.indicators().forEach(indicator -> names.put(indicator.id(), indicator.name()));
        List<TargetSet> sets = lookup.definitions().targetSets().all();
        sets.stream()
                .flatMap(set -> set.entries().stream())
                .forEach(entry -> names.put(entry.target().indicator(), entry.name()));
        List<Target> targets = file == null
                ? sets.stream().flatMap(set -> set.targets().stream()).toList()
                : forms.read(file, TargetReader.of(lookup.definitions())::read);
        return new NamedTargets(targets, names);
    }

    String name(IndicatorId id, Language language) {
        LocalizedText name = names.get(id);
        return name == null ? id.value() : name.in(language);
    }

    /** Returns the targets that concern a period. */
    List<Target> within(Period period) {
        return targets.stream().filter(target -> touches(target, period)).toList();
    }

    private static boolean touches(Target target, Period period) {
        if (target.aim() instanceof Target.Path path) {
            return !period.lastDayInclusive().isBefore(path.points().firstKey().firstDay())
                    && !period.firstDay().isAfter(target.period().lastDayInclusive());
        }
        return period.contains(target.period()) || target.period().contains(period);
    }
}
