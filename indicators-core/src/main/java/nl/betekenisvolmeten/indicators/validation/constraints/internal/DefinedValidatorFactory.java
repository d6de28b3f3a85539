package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import nl.betekenisvolmeten.indicators.validation.constraints.DefinitionProvider;

/** Hands a provider of definitions to the constraints that need one. */
public final class DefinedValidatorFactory implements ConstraintValidatorFactory {

    private final DefinitionProvider definitions;
    private final ConstraintValidatorFactory maker;

    /**
     * A factory.
     *
     * @param definitions what is handed over
     * @param maker makes the validators
     */
    public DefinedValidatorFactory(DefinitionProvider definitions, ConstraintValidatorFactory maker) {
        this.definitions = definitions;
        this.maker = maker;
    }

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
