package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ValidationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Finding;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.hibernate.validator.messageinterpolation.HibernateMessageInterpolatorContext;
import org.hibernate.validator.messageinterpolation.MessageParameterEscaping;

/**
 * Findings as violations, and back. A finding travels as a whole, along with the message: as the violation's payload, and
 * for whoever words the message as a parameter, with its arguments as further ones.
 */
public final class ViolationReport {

    private static final String FINDING = "nl.betekenisvolmeten.indicators.finding";
    private static final String ABSENT = "?";

    private ViolationReport() {}

    /**
     * Reports findings on the properties of their columns, or on what is validated where there is none.
     *
     * @throws IllegalStateException if Hibernate Validator is not on the class path
     */
    static void of(
            ConstraintValidatorContext context,
            List<Finding> findings,
            Function<String, Optional<String>> propertyOfColumn) {
        try {
            report(context, findings, propertyOfColumn);
        } catch (NoClassDefFoundError e) {
            throw HibernateSetup.missing(e);
        }
    }

    private static void report(
            ConstraintValidatorContext context,
            List<Finding> findings,
            Function<String, Optional<String>> propertyOfColumn) {
        HibernateConstraintValidatorContext hibernate = context.unwrap(HibernateConstraintValidatorContext.class);
        hibernate.disableDefaultConstraintViolation();
        // Parameters stay from one violation to the next, so each finding says something of all names.
        Set<String> names = new TreeSet<>();
        findings.forEach(finding -> names.addAll(finding.arguments().keySet()));
        for (Finding finding : findings) {
            parameters(finding, names)
                    .forEach(
                            (name, text) -> hibernate.addMessageParameter(name, text, MessageParameterEscaping.ESCAPE));
            hibernate.addMessageParameter(FINDING, finding, MessageParameterEscaping.NONE);
            hibernate.withDynamicPayload(finding);
            var builder = hibernate.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate());
            Optional<String> property = finding.location().column().flatMap(propertyOfColumn);
            if (property.isPresent()) {
                builder.addPropertyNode(property.get()).addConstraintViolation();
            } else {
                builder.addConstraintViolation();
            }
        }
    }

    private static Map<String, String> parameters(Finding finding, Set<String> names) {
        Map<String, String> parameters = new HashMap<>();
        names.forEach(name -> parameters.put(name, finding.arguments().getOrDefault(name, ABSENT)));
        parameters.put("code", finding.code().value());
        return parameters;
    }

    /** Returns the finding that a message is made of; empty for a constraint from elsewhere. */
    static Optional<Finding> finding(HibernateMessageInterpolatorContext context) {
        return context.getMessageParameters().get(FINDING) instanceof Finding finding
                ? Optional.of(finding)
                : Optional.empty();
    }

    /**
     * Returns the finding that a violation was made of.
     *
     * @param violation a violation of any constraint
     * @return the finding, or empty when the constraint is not ours
     */
    public static Optional<Finding> finding(ConstraintViolation<?> violation) {
        try {
            HibernateConstraintViolation<?> hibernate = violation.unwrap(HibernateConstraintViolation.class);
            return Optional.ofNullable(hibernate.getDynamicPayload(Finding.class));
        } catch (ValidationException | NoClassDefFoundError e) {
            // Another implementation of Bean Validation, so the constraint is not ours.
            return Optional.empty();
        }
    }
}
