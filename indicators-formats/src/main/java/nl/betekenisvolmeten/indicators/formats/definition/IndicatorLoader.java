package nl.betekenisvolmeten.indicators.formats.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Direction;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.PeriodKind;

/** Reads an indicator. */
final class IndicatorLoader {

    private enum Way {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER,
        WITHIN_BAND,
        NO_JUDGEMENT
    }

    private IndicatorLoader() {}

    static Optional<Indicator> read(ObjectReader in, Map<String, String> sources, Set<String> ids) {
        Optional<IndicatorId> id = in.parsed("id", IndicatorId::of, "a-z 0-9 -");
        in.mustDiffer("id", ids);
        Optional<LocalizedText> name = Values.localized(in, "name");
        Optional<LocalizedText> definition = Values.localized(in, "definition");
        Optional<String> ambition = in.textIfGiven("ambition");
        Optional<Indicator.Kind> kind = in.choice("kind", Indicator.Kind.class);
        Optional<Indicator.Aspect> aspect = in.choice("aspect", Indicator.Aspect.class);
        Optional<LocalizedText> unit = Values.localized(in, "unit");
        Optional<Formula> formula = in.object("measure").flatMap(FormulaLoader::read);
        Optional<Direction> direction = direction(in);
        Set<AreaLevel> levels = in.choices("levels", AreaLevel.class);
        Optional<PeriodKind> periodicity = in.choice("periodicity", PeriodKind.class);
        Optional<Indicator.Counting> counting = in.object("counting").flatMap(IndicatorLoader::counting);
        List<Indicator.Basis> basis = in.objects("restsOn").stream()
                .flatMap(item -> basis(item, sources).stream())
                .toList();
        return in.build(() -> new Indicator(
                id.orElseThrow(),
                name.orElseThrow(),
                definition.orElseThrow(),
                ambition,
                kind.orElseThrow(),
                aspect.orElseThrow(),
                unit.orElseThrow(),
                formula.orElseThrow(),
                direction.orElseThrow(),
                levels,
                periodicity.orElseThrow(),
                counting.orElseThrow(),
                basis));
    }

    private static Optional<Direction> direction(ObjectReader in) {
        return in.choice("direction", Way.class).flatMap(way -> switch (way) {
            case HIGHER_IS_BETTER -> Optional.of(new Direction.HigherIsBetter());
            case LOWER_IS_BETTER -> Optional.of(new Direction.LowerIsBetter());
            case WITHIN_BAND -> in.object("band").flatMap(IndicatorLoader::band);
            case NO_JUDGEMENT -> Optional.of(new Direction.NoJudgement());
        });
    }

    private static Optional<Direction> band(ObjectReader in) {
        Optional<BigDecimal> from = in.decimal("from");
        Optional<BigDecimal> to = in.decimal("to");
        return in.build(() -> new Direction.WithinBand(from.orElseThrow(), to.orElseThrow()));
    }

    private static Optional<Indicator.Counting> counting(ObjectReader in) {
        Optional<LocalizedText> instruction = Values.localized(in, "instruction");
        List<LocalizedText> inclusions = Values.localizedTexts(in, "inclusions");
        List<LocalizedText> exclusions = Values.localizedTexts(in, "exclusions");
        return in.build(() -> new Indicator.Counting(instruction.orElseThrow(), inclusions, exclusions));
    }

    static Optional<Indicator.Basis> basis(ObjectReader in, Map<String, String> sources) {
        Optional<String> source = in.reference("source", sources);
        List<String> inventory = Values.strings(in.differentTexts("inventory"));
        Optional<LocalizedText> passage = Values.localized(in, "passage");
        return in.build(() -> new Indicator.Basis(source.orElseThrow(), inventory, passage.orElseThrow()));
    }
}
