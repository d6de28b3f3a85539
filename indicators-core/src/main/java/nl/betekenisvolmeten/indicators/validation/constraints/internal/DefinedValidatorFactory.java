package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import nl.betekenisvolmeten.indicators.validation.constraints.DefinitionProvider;

/** Hands a provider of definitions to the constraints that need one. */
public record DefinedValidatorFactory(DefinitionProvider definitions, ConstraintValidatorFactory maker)
        implements ConstraintValidatorFactory {

    @Override
    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> key) {
        T instance = maker.getInstance(key);
        if (instance instanceof DefinedConstraint<?, ?> constraint) {
            constraint.use(definitions);
        }
        return instance;
    }

    @Override
    public void releaseInstance(ConstraintValidator<?, ?> instance) {
        maker.releaseInstance(instance);
    }
}
