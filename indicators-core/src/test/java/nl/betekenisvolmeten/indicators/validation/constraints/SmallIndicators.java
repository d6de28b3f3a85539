package nl.betekenisvolmeten.indicators.validation.constraints;

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
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Validity;

/** A set of one indicator: {@code klein@1} has {@code bezoeken}. */
final class SmallIndicators {

    private static final LocalizedText TEXT = LocalizedText.of("tekst", "text");

    private SmallIndicators() {}

    static IndicatorSet set() {
        Provenance provenance = new Provenance(
                Provenance.Status.DRAFT,
                TEXT,
                List.of(new Provenance.Source("S1", "titel", "nummer", Optional.empty(), Optional.empty())));
        Indicator visits = new Indicator(
                IndicatorId.of("bezoeken"),
                TEXT,
                TEXT,
                Optional.empty(),
                Indicator.Kind.KEY_FIGURE,
                Indicator.Aspect.OUTPUT,
                TEXT,
                new Formula.Total("telformat-klein", new Formula.Part(ColumnName.of("bezoeken"), Map.of())),
                new Indicator.Direction.HigherIsBetter(),
                Set.of(AreaLevel.WIJK),
                PeriodKind.QUARTER,
                new Indicator.Counting(TEXT, List.of(), List.of()),
                List.of(new Indicator.Basis("S1", List.of(), TEXT)),
                Indicator.Use.withDefaults());
        return new IndicatorSet(
                "klein", "1", TEXT, Validity.always(), provenance, List.of(visits), List.of(), List.of());
    }
}
