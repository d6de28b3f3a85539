package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.validation.constraints.NoPersonalData;
import org.jspecify.annotations.Nullable;

/** Whether a text is free of personal data. */
public final class NoPersonalDataValidator implements ConstraintValidator<NoPersonalData, CharSequence> {

    /** Creates a validator; called by Bean Validation. */
    public NoPersonalDataValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        Optional<Finding> finding = value == null ? Optional.empty() : CellFindings.personalData(value.toString());
        finding.ifPresent(found -> ViolationReport.of(context, List.of(found), column -> Optional.empty()));
        return finding.isEmpty();
    }
}
