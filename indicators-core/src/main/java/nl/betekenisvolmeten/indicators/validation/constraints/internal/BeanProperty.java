package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ValidationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A property that can be read.
 *
 * @param name the property
 * @param column its column
 * @param named whether an annotation names the column
 * @param getter reads it
 */
record BeanProperty(String name, String column, boolean named, Method getter) {

    @Nullable Object read(Object bean) {
        try {
            return getter.invoke(bean);
        } catch (IllegalAccessException e) {
            throw new ConstraintDeclarationException(
                    getter.getName() + " cannot be called: its package is not open", e);
        } catch (InvocationTargetException e) {
            throw new ValidationException(getter + " failed", e.getCause());
        }
    }
}
