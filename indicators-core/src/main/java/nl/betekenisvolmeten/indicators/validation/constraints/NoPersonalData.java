package nl.betekenisvolmeten.indicators.validation.constraints;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.betekenisvolmeten.indicators.validation.constraints.internal.NoPersonalDataValidator;

/**
 * A text without personal data, as {@link nl.betekenisvolmeten.indicators.finding.PersonalData} finds them; else
 * {@code TF-P01}. Null passes. The message never holds the data.
 */
@SuppressWarnings("exports") // the validators are named by no caller
@Documented
@Constraint(validatedBy = NoPersonalDataValidator.class)
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(NoPersonalData.List.class)
public @interface NoPersonalData {

    /**
     * Returns the message, which a host may replace by its own.
     *
     * @return a template; {code} and the finding's arguments can be named in braces
     */
    String message() default "{nl.betekenisvolmeten.indicators.validation.constraints.NoPersonalData.message}";

    /**
     * Returns the groups, as Bean Validation defines them.
     *
     * @return none for the default group
     */
    Class<?>[] groups() default {};

    /**
     * Returns the payload, as Bean Validation defines it.
     *
     * @return none unless given
     */
    Class<? extends Payload>[] payload() default {};

    /** Several of these on one element. */
    @Documented
    @Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /**
         * Returns the constraints.
         *
         * @return at least one
         */
        NoPersonalData[] value();
    }
}
