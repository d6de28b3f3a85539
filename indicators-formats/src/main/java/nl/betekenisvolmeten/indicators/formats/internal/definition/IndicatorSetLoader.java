package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;

/** Reads a set of indicators. */
public final class IndicatorSetLoader {

    private enum Way {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER,
        WITHIN_BAND,
        NO_JUDGEMENT
    }

    private IndicatorSetLoader() {}

    /** Reads a set. */
    public static Optional<IndicatorSet> read(ObjectReader in) {
        DefinitionHeader head = DefinitionHeader.of(in);
        Optional<Validity> validity = Values.validity(in);
        KnownCodes sources = DefinitionHeader.sourceIds(in);
        Set<String> ids = new HashSet<>();
        List<Indicator> indicators = in.each("indicators", item -> indicator(item, sources, ids));
        KnownCodes present = KnownCodes.of(Set.copyOf(ids));
        List<IndicatorSet.Retired> retired = in.ifGiven().each("retired", item -> retired(item, present, ids));
        List<ColumnName> crossTables =
                in.ifGiven().each("crossTables", item -> item.parsed("column", ColumnName::of, "a-z 0-9 _"));
        return in.build(() -> new IndicatorSet(
                head.id().name(),
                head.id().version(),
                head.title(),
                validity.orElseThrow(),
                head.provenance(),
                indicators,
                retired,
                crossTables));
    }

    private static Optional<Indicator> indicator(ObjectReader in, KnownCodes sources, Set<String> ids) {
        Optional<IndicatorId> id = in.parsed("id", IndicatorId::of, "a-z 0-9 -");
        in.mustDiffer("id", ids);
        LocalizedText name =
                Values.localizedOr(in, "name", id.map(IndicatorId::value).orElse(Values.NAMELESS));
        LocalizedText definition = Values.localizedOr(in, "definition", name);
        Optional<String> ambition = in.ifGiven().text("ambition");
        Indicator.Kind kind = in.choiceOr(Indicator.Kind.PERFORMANCE_INDICATOR, "kind");
        Indicator.Aspect aspect = in.choiceOr(Indicator.Aspect.OUTPUT, "aspect");
        LocalizedText unit = Values.localizedOr(in, "unit", LocalizedText.of("aantal", "number"));
        Optional<Formula> formula = in.object("measure").flatMap(FormulaLoader::read);
        Optional<Indicator.Direction> direction = direction(in);
        Set<AreaLevel> levels =
                in.or(Set.of(AreaLevel.values()), "levels", any -> Optional.of(in.choices(any, AreaLevel.class)));
        PeriodKind periodicity = in.choiceOr(PeriodKind.QUARTER, "periodicity");
        Indicator.Counting counting = in.or(
                new Indicator.Counting(definition, List.of(), List.of()),
                "counting",
                any -> in.object(any).flatMap(IndicatorSetLoader::counting));
        List<Indicator.Basis> basis = in.ifGiven().each("restsOn", item -> basis(item, sources));
        Indicator.Use use = use(in);
        return in.build(() -> new Indicator(
                id.orElseThrow(),
                name,
                definition,
                ambition,
                kind,
                aspect,
                unit,
                formula.orElseThrow(),
                direction.orElseThrow(),
                levels,
                periodicity,
                counting,
                basis,
                use));
    }

    private static Indicator.Use use(ObjectReader in) {
        Optional<Indicator.Level> level =
                in.has("level") ? in.choice("level", Indicator.Level.class) : Optional.empty();
        BigDecimal margin = in.ifGiven()
                .whole("relevanceMarginPercent", 0, 1000)
                .map(percent -> BigDecimal.valueOf(percent, 2))
                .orElse(Indicator.Use.withDefaults().relevanceMargin());
        return new Indicator.Use(level, margin);
    }

    private static Optional<IndicatorSet.Retired> retired(ObjectReader in, KnownCodes present, Set<String> ids) {
        Optional<IndicatorId> id = in.parsed("id", IndicatorId::of, "a-z 0-9 -");
        in.mustDiffer("id", ids);
        Optional<IndicatorId> successor =
                present.text(in, "successor").flatMap(any -> in.parsed("successor", IndicatorId::of, "a-z 0-9 -"));
        Map<ColumnName, Set<String>> where =
                in.has("where") ? in.object("where").map(Values::codesByColumn).orElse(Map.of()) : Map.of();
        Optional<LocalizedText> reason = Values.localized(in, "reason");
        return in.build(
                () -> new IndicatorSet.Retired(id.orElseThrow(), successor.orElseThrow(), where, reason.orElseThrow()));
    }

    static Optional<Indicator.Direction> direction(ObjectReader in) {
        return switch (in.choiceOr(Way.NO_JUDGEMENT, "direction")) {
            case HIGHER_IS_BETTER -> Optional.of(new Indicator.Direction.HigherIsBetter());
            case LOWER_IS_BETTER -> Optional.of(new Indicator.Direction.LowerIsBetter());
            case WITHIN_BAND -> in.object("band").flatMap(IndicatorSetLoader::band);
            case NO_JUDGEMENT -> Optional.of(new Indicator.Direction.NoJudgement());
        };
    }

    private static Optional<Indicator.Direction> band(ObjectReader in) {
        Optional<BigDecimal> from = in.decimal("from");
        Optional<BigDecimal> to = in.decimal("to");
        return in.build(() -> new Indicator.Direction.WithinBand(from.orElseThrow(), to.orElseThrow()));
    }

    private static Optional<Indicator.Counting> counting(ObjectReader in) {
        Optional<LocalizedText> instruction = Values.localized(in, "instruction");
        List<LocalizedText> inclusions = in.ifGiven().each("inclusions", Values::localized);
        List<LocalizedText> exclusions = in.ifGiven().each("exclusions", Values::localized);
        return in.build(() -> new Indicator.Counting(instruction.orElseThrow(), inclusions, exclusions));
    }

    static Optional<Indicator.Basis> basis(ObjectReader in, KnownCodes sources) {
        Optional<String> source = sources.text(in, "source");
        List<String> inventory = in.ifGiven().texts("inventory");
        Optional<LocalizedText> passage = Values.localized(in, "passage");
        return in.build(() -> new Indicator.Basis(source.orElseThrow(), inventory, passage.orElseThrow()));
    }
}
