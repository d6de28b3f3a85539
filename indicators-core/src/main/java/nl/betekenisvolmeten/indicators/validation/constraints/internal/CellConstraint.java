package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import org.jspecify.annotations.Nullable;

/**
 * A constraint on a value that would be one cell of a row.
 *
 * @param <A> the annotation
 * @param <T> the values; their text is the cell
 */
public abstract class CellConstraint<A extends Annotation, T> extends DefinedConstraint<A, T> {

    CellConstraint() {}

    /** Reads a cell's text. */
    abstract CellResult read(String text);

    @Override
    public final boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        String text = value.toString();
        Optional<Finding> finding = CellFindings.of(read(text), text);
        finding.ifPresent(found -> ViolationReport.of(context, List.of(found), column -> Optional.empty()));
        return finding.isEmpty();
    }
}
