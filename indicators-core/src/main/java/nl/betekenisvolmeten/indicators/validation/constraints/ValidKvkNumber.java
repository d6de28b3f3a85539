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
import nl.betekenisvolmeten.indicators.validation.constraints.internal.KvkNumberValidator;

/**
 * The number of an organisation in the Dutch trade register (KvK): eight digits in a text. Null passes.
 *
 * <p>Eight digits with blanks between them give {@code TF-W02}, a blank text {@code TF-V01}, anything else
 * {@code TF-V06}, and personal data {@code TF-P01}.
 */
@SuppressWarnings("exports") // the validators are named by no caller
@Documented
@Constraint(validatedBy = KvkNumberValidator.class)
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ValidKvkNumber.List.class)
public @interface ValidKvkNumber {

    /**
     * Returns the message, which a host may replace by its own.
     *
     * @return a template; {code} and the finding's arguments can be named in braces
     */
    String message() default "{nl.betekenisvolmeten.indicators.validation.constraints.ValidKvkNumber.message}";

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
        ValidKvkNumber[] value();
    }
}
