package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.constraints.ValidAreaCode;

/**
 * Whether a value is the code of an area.
 *
 * @param <T> the values
 */
public abstract class AreaCodeValidator<T> extends CellConstraint<ValidAreaCode, T> {

    private List<AreaLevel> levels = List.of();
    private List<ColumnType.Place> places = List.of();

    AreaCodeValidator() {}

    /** For texts. */
    public static final class OfText extends AreaCodeValidator<CharSequence> {
        /** Creates a validator; called by Bean Validation. */
        public OfText() {}
    }

    /** For codes whose shape is known to be right. */
    public static final class OfCode extends AreaCodeValidator<nl.betekenisvolmeten.indicators.model.AreaCode> {
        /** Creates a validator; called by Bean Validation. */
        public OfCode() {}
    }

    @Override
    public void initialize(ValidAreaCode annotation) {
        levels = List.of(annotation.levels().length == 0 ? AreaLevel.values() : annotation.levels());
        Optional<AreaHierarchy> areas = areas(annotation.areas());
        places = levels.stream()
                .flatMap(level -> areas.map(known -> new ColumnType.Place(known, level, false)).stream())
                .toList();
    }

    @Override
    CellResult read(String text) {
        return places.isEmpty() ? shape(text) : CellFindings.read(places, text);
    }

    private CellResult shape(String text) {
        Optional<String> stripped = CellFindings.stripped(text);
        if (stripped.isEmpty()) {
            return CellResult.empty();
        }
        return nl.betekenisvolmeten.indicators.model.AreaCode.parse(
                        stripped.get().toUpperCase(Locale.ROOT))
                .filter(code -> levels.contains(code.level()))
                .<CellResult>map(code -> new CellResult.Value(code.value(), 0, notation(code.value(), text)))
                .orElseGet(() -> new CellResult.Failure(RuleSet.CellCheck.KNOWN_CODE, Map.of(), List.of()));
    }

    private static CellResult.Notation notation(String code, String text) {
        return code.equals(text) ? CellResult.Notation.AGREED : CellResult.Notation.OTHER;
    }
}
