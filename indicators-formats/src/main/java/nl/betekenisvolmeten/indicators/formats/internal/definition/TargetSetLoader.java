package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.model.TargetSet;

/** Reads targets. */
public final class TargetSetLoader {

    private enum Comparison {
        EXACT,
        ONGEVEER,
        MINSTENS,
        HOOGSTENS,
        MEER_DAN,
        TUSSEN,
        RICHTING,
        ELK_GEBIED,
        PAD
    }

    private TargetSetLoader() {}

    /** Reads a set of targets. */
    public static Optional<TargetSet> read(ObjectReader in) {
        DefinitionHeader head = DefinitionHeader.of(in);
        KnownCodes sources = DefinitionHeader.sourceIds(in);
        List<TargetSet.Entry> entries = in.each("targets", item -> entry(item, sources));
        return in.build(
                () -> new TargetSet(head.id().name(), head.id().version(), head.title(), head.provenance(), entries));
    }

    private static Optional<TargetSet.Entry> entry(ObjectReader in, KnownCodes sources) {
        Optional<IndicatorId> indicator = in.parsed("indicator", IndicatorId::of, "a-z 0-9 -");
        LocalizedText name =
                Values.localizedOr(in, "name", indicator.map(IndicatorId::value).orElse(Values.NAMELESS));
        LocalizedText unit = Values.localizedOr(in, "unit", LocalizedText.of("aantal", "number"));
        Optional<AreaCode> area = in.parsed("area", AreaCode::of, Values.AREAS);
        Optional<Period> period = Values.period(in, "period");
        Optional<Target.Aim> aim = in.choice("comparison", Comparison.class).flatMap(known -> aim(in, known));
        Optional<BigDecimal> baseline = in.has("baseline") ? in.decimal("baseline") : Optional.empty();
        Optional<Indicator.Direction> direction = IndicatorSetLoader.direction(in);
        Optional<Indicator.Basis> basis = in.object("restsOn").flatMap(item -> IndicatorSetLoader.basis(item, sources));
        return in.build(() -> new TargetSet.Entry(
                new Target(
                        indicator.orElseThrow(),
                        area.orElseThrow(),
                        period.orElseThrow(),
                        aim.orElseThrow(),
                        baseline,
                        basis.orElseThrow().source()),
                name,
                unit,
                direction.orElseThrow(),
                basis.orElseThrow()));
    }

    private static Optional<Target.Aim> aim(ObjectReader in, Comparison comparison) {
        return switch (comparison) {
            case EXACT, ONGEVEER, MINSTENS, HOOGSTENS, MEER_DAN -> {
                Target.Relation relation =
                        Target.Relation.parse(comparison.name()).orElseThrow();
                Optional<BigDecimal> value = in.decimal("value");
                Optional<BigDecimal> tolerance = in.has("tolerance") ? in.decimal("tolerance") : Optional.empty();
                yield in.attempt(() -> new Target.Value(relation, value.orElseThrow(), tolerance));
            }
            case TUSSEN -> between(in);
            case RICHTING -> in.choice("way", Target.Way.class).map(Target.Towards::new);
            case ELK_GEBIED -> inEveryArea(in);
            case PAD -> path(in);
        };
    }

    private static Optional<Target.Aim> between(ObjectReader in) {
        Optional<BigDecimal> from = in.decimal("value");
        Optional<BigDecimal> to = in.decimal("valueTo");
        return in.attempt(() -> new Target.Between(from.orElseThrow(), to.orElseThrow()));
    }

    private static Optional<Target.Aim> inEveryArea(ObjectReader in) {
        Optional<AreaLevel> level = in.choice("level", AreaLevel.class);
        Optional<BigDecimal> value = in.decimal("value");
        return in.attempt(() -> new Target.InEveryArea(level.orElseThrow(), value.orElseThrow()));
    }

    private static Optional<Target.Aim> path(ObjectReader in) {
        Map<Period, BigDecimal> points = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (ObjectReader item : in.objects("path")) {
            item.mustDiffer("period", seen);
            Optional<Period> period = Values.period(item, "period");
            Optional<BigDecimal> value = item.decimal("value");
            item.build(() -> points.put(period.orElseThrow(), value.orElseThrow()) == null);
        }
        return in.attempt(() -> Target.Path.of(points));
    }
}
