package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.Configuration;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import nl.betekenisvolmeten.indicators.validation.constraints.BeanValidation;
import org.hibernate.validator.HibernateValidator;

/** Sets up Hibernate Validator, which a host brings that uses the constraints. */
public final class HibernateSetup {

    private static final String ARTIFACT = "org.hibernate.validator:hibernate-validator";

    private HibernateSetup() {}

    /**
     * Creates a factory of validators.
     *
     * @param settings its settings
     * @return the factory
     */
    public static ValidatorFactory factory(BeanValidation settings) {
        Configuration<?> configuration =
                Validation.byProvider(HibernateValidator.class).configure().ignoreXmlConfiguration();
        return configuration
                .messageInterpolator(
                        new CatalogueInterpolator(settings.language(), settings.audience(), settings.catalogue()))
                .constraintValidatorFactory(new DefinedValidatorFactory(
                        InstalledDefinitions.after(settings.definitions()),
                        configuration.getDefaultConstraintValidatorFactory()))
                .buildValidatorFactory();
    }

    /**
     * Returns an exception that says which artifact to add.
     *
     * @param missing a class that was not found
     * @return the exception to throw
     */
    public static IllegalStateException missing(NoClassDefFoundError missing) {
        return new IllegalStateException(
                "the constraints need " + ARTIFACT + " on the class path, which lacks " + missing.getMessage(),
                missing);
    }
}
