package nl.betekenisvolmeten.indicators.validation.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.constraints.internal.ConformsToValidator;

/**
 * A bean that is a good row of a format: the rules that check a file check the bean. Null passes.
 *
 * <p>The cells of the row are the components of a record or the public getters of a class. A property belongs to the
 * column of its name in snake case ({@code uniekeDeelnemers} to {@code unieke_deelnemers}) or to the one that
 * {@link ColumnOf} names; properties of neither kind are left alone, and columns without a property are empty cells.
 *
 * <table>
 *   <caption>How a value is written as a cell</caption>
 *   <tr><th>value</th><th>cell</th></tr>
 *   <tr><td>null, an empty Optional</td><td>empty</td></tr>
 *   <tr><td>a text</td><td>the text</td></tr>
 *   <tr><td>a whole number</td><td>its digits</td></tr>
 *   <tr><td>any other number</td><td>with a comma and no zeros at the end</td></tr>
 *   <tr><td>a boolean</td><td>{@code ja} or {@code nee}</td></tr>
 *   <tr><td>an enum</td><td>its name</td></tr>
 *   <tr><td>a period, area, KvK number, indicator, age band or item of a code list</td><td>its code; for an area in a
 *       column of names, its name</td></tr>
 *   <tr><td>a date</td><td>{@code 2026-03-31}</td></tr>
 * </table>
 *
 * <p>Each finding is a violation of the property of its column, or of the bean when there is none. What a format or
 * bean declares wrongly, such as an id that no {@link DefinitionProvider} knows, throws a
 * {@link jakarta.validation.ConstraintDeclarationException}.
 */
@SuppressWarnings("exports") // the validators are named by no caller
@Documented
@Constraint(validatedBy = ConformsToValidator.class)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ConformsTo.List.class)
public @interface ConformsTo {

    /**
     * Returns the format and its version.
     *
     * @return such as {@code telformat-gebiedsgericht@2026.1}
     */
    String value();

    /**
     * Returns how strictly notations are judged.
     *
     * @return the setting
     */
    Leniency leniency() default Leniency.STANDARD;

    /**
     * Returns the severity from which a finding is a violation.
     *
     * @return the lightest one
     */
    Severity atLeast() default Severity.NOTE;

    /**
     * Returns the message, which a host may replace by its own.
     *
     * @return a template; {code} and the finding's arguments can be named in braces
     */
    String message() default "{nl.betekenisvolmeten.indicators.validation.constraints.ConformsTo.message}";

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
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /**
         * Returns the constraints.
         *
         * @return at least one
         */
        ConformsTo[] value();
    }
}
