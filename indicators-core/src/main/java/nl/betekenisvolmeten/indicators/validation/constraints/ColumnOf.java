package nl.betekenisvolmeten.indicators.validation.constraints;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the column of a property, where it is not the property's own name in snake case. Stands on a component of a
 * record, on a field that has a getter, or on a public method without parameters. Where two properties have one column,
 * the one with this annotation counts.
 */
@Documented
@Target({FIELD, METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ColumnOf {

    /**
     * Returns the column.
     *
     * @return such as {@code unieke_deelnemers}
     */
    String value();
}
