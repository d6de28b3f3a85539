package nl.betekenisvolmeten.indicators.validation.constraints;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that has not added Hibernate Validator is told what to add. */
class WithoutHibernateTest {

    private static URLClassLoader loader(Class<?>... onClassPath) {
        URL[] places = Stream.of(onClassPath)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
    }

    @ParameterizedTest
    @ValueSource(strings = {"factory", "validator"})
    void factory_withoutHibernate_saysWhatToAdd(String method) throws Exception {
        try (URLClassLoader loader = loader(BeanValidation.class, Validation.class)) {
            Class<?> type = loader.loadClass(BeanValidation.class.getName());
            Object settings = type.getMethod("installed").invoke(null);
            assertThatThrownBy(() -> type.getMethod(method).invoke(settings))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.hibernate.validator:hibernate-validator");
        }
    }

    @Test
    void constraint_underAnotherValidator_saysWhatToAdd() throws Exception {
        try (URLClassLoader loader = loader(BeanValidation.class, Validation.class)) {
            Class<?> type = loader.loadClass(BeanValidation.class.getPackageName() + ".internal.KvkNumberValidator");
            Class<?> context = loader.loadClass("jakarta.validation.ConstraintValidatorContext");
            Object validator = type.getConstructor().newInstance();
            assertThatThrownBy(() ->
                            type.getMethod("isValid", Object.class, context).invoke(validator, "x", null))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.hibernate.validator:hibernate-validator");
        }
    }
}
