package nl.betekenisvolmeten.indicators.validation.constraints;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Collection;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.validation.constraints.internal.HibernateSetup;

/**
 * Bean Validation set up for the constraints of this package: with definitions of one's own, and with messages from the
 * catalogue in a language of choice. The machine's locale plays no part, and no expression language is needed.
 *
 * <p>The constraints work under any other Hibernate Validator too, with the installed {@link DefinitionProvider}s and with
 * short messages from its message bundles.
 *
 * @param definitions where formats, areas and indicators come from, before the installed ones
 * @param language the language of messages
 * @param audience the reader
 * @param catalogue the texts; a code without a text in it gets a short message
 */
@SuppressWarnings("exports") // only hosts that use the constraints need the module of Bean Validation
public record BeanValidation(
        DefinitionProvider definitions, Language language, Audience audience, MessageCatalogue catalogue) {

    /**
     * Returns a validation with definitions of one's own, with messages in Dutch for the person who filled in the form.
     *
     * @param definitions where formats, areas and indicators come from, before the installed ones
     * @return the settings
     */
    public static BeanValidation of(DefinitionProvider definitions) {
        return new BeanValidation(definitions, Language.NL, Audience.FILLER, MessageCatalogue.bundled());
    }

    /**
     * Returns a validation with the installed definitions only, with messages in Dutch for the person who filled in the
     * form.
     *
     * @return the settings
     */
    public static BeanValidation installed() {
        return of(DefinitionProvider.of(List.of(), List.of(), List.of()));
    }

    /**
     * Returns a copy of these settings in another language.
     *
     * @param newLanguage the language of messages
     * @return the settings
     */
    public BeanValidation withLanguage(Language newLanguage) {
        return new BeanValidation(definitions, newLanguage, audience, catalogue);
    }

    /**
     * Returns a copy of these settings for another reader.
     *
     * @param newAudience the reader
     * @return the settings
     */
    public BeanValidation withAudience(Audience newAudience) {
        return new BeanValidation(definitions, language, newAudience, catalogue);
    }

    /**
     * Returns a copy of these settings with other texts.
     *
     * @param newCatalogue the texts
     * @return the settings
     */
    public BeanValidation withCatalogue(MessageCatalogue newCatalogue) {
        return new BeanValidation(definitions, language, audience, newCatalogue);
    }

    /**
     * Creates a factory with these settings. It costs far more than a validation, so make it once. A
     * {@code META-INF/validation.xml} is not read.
     *
     * @return a factory, to be closed by the caller; its validators are thread-safe
     * @throws IllegalStateException if Hibernate Validator is not on the class path
     */
    public ValidatorFactory factory() {
        try {
            return HibernateSetup.factory(this);
        } catch (NoClassDefFoundError e) {
            throw HibernateSetup.missing(e);
        }
    }

    /**
     * Returns violations as findings. A violation of this package's constraints gives the code, severity and arguments
     * that the check of a file gives; any other gives {@code BM-B01} with its message as {@code reason}. The place is the
     * column, where the property has one, and the path of the property in the bean.
     *
     * @param violations what a validator found, in one bean or several
     * @return the findings, all kept, in the order of paths, columns, codes and arguments
     */
    public static Findings findings(Collection<? extends ConstraintViolation<?>> violations) {
        return Violations.toFindings(violations);
    }

    /**
     * Creates a validator with these settings, for as long as the program runs.
     *
     * @return a thread-safe validator
     * @throws IllegalStateException if Hibernate Validator is not on the class path
     */
    public Validator validator() {
        return factory().getValidator();
    }
}
