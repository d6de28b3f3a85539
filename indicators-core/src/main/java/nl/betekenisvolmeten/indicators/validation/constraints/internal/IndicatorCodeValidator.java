package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Suggestions;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.constraints.IndicatorCode;

/**
 * Whether a value is the code of an indicator.
 *
 * @param <T> the values
 */
public abstract class IndicatorCodeValidator<T> extends CellConstraint<IndicatorCode, T> {

    private Optional<List<String>> known = Optional.empty();

    IndicatorCodeValidator() {}

    /** For texts. */
    public static final class OfText extends IndicatorCodeValidator<CharSequence> {
        /** Creates a validator; called by Bean Validation. */
        public OfText() {}
    }

    /** For ids whose shape is known to be right. */
    public static final class OfId extends IndicatorCodeValidator<IndicatorId> {
        /** Creates a validator; called by Bean Validation. */
        public OfId() {}
    }

    @Override
    public void initialize(IndicatorCode annotation) {
        known = indicators(annotation.set())
                .map(set -> set.indicators().stream()
                        .map(indicator -> indicator.id().value())
                        .toList());
    }

    @Override
    CellResult read(String text) {
        Optional<String> stripped = CellFindings.stripped(text);
        if (stripped.isEmpty()) {
            return CellResult.empty();
        }
        String code = stripped.get();
        if (known.map(codes -> codes.contains(code)).orElseGet(() -> IndicatorId.isValid(code))) {
            CellResult.Notation notation = code.equals(text) ? CellResult.Notation.AGREED : CellResult.Notation.OTHER;
            return new CellResult.Value(code, 0, notation);
        }
        List<String> suggestions = Suggestions.nearest(code, known.orElse(List.of()), Suggestions.MAX);
        return new CellResult.Failure(RuleSet.CellCheck.KNOWN_CODE, Map.of(), suggestions);
    }
}
