package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidationException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import org.hibernate.validator.messageinterpolation.AbstractMessageInterpolator;
import org.hibernate.validator.messageinterpolation.HibernateMessageInterpolatorContext;
import org.hibernate.validator.messageinterpolation.MessageParameterEscaping;
import org.hibernate.validator.resourceloading.PlatformResourceBundleLocator;
import org.hibernate.validator.spi.resourceloading.ResourceBundleLocator;
import org.jspecify.annotations.Nullable;

/**
 * Messages from the catalogue for constraints of ours, unless the annotation words its own; for others the texts of
 * their bundles. A locale that a caller asks for counts when it is one of the two languages. There is no expression
 * language: of its expressions only those are understood that occur in the messages of the standard constraints.
 */
public final class CatalogueInterpolator extends AbstractMessageInterpolator {

    private static final String OURS = "{nl.betekenisvolmeten.indicators.validation.constraints.";
    private static final Pattern INCLUSIVE = Pattern.compile("\\$\\{inclusive == true \\? '([^']*)' : '([^']*)'}");
    private static final String VALUE = "${validatedValue}";

    private final Language language;
    private final Audience audience;
    private final MessageCatalogue catalogue;

    /**
     * Creates an interpolator.
     *
     * @param language the language when no other is asked for
     * @param audience the reader
     * @param catalogue the texts
     */
    public CatalogueInterpolator(Language language, Audience audience, MessageCatalogue catalogue) {
        super(
                withoutFallback(USER_VALIDATION_MESSAGES, false),
                withoutFallback(CONTRIBUTOR_VALIDATION_MESSAGES, true),
                Set.of(Language.NL.locale(), Language.EN.locale()),
                language.locale(),
                context -> language.locale(),
                false);
        this.language = language;
        this.audience = audience;
        this.catalogue = catalogue;
    }

    /**
     * Returns a locator that prefers the bundle without a locale to that of the machine's locale; Java's own order is
     * the opposite.
     */
    private static ResourceBundleLocator withoutFallback(String name, boolean aggregate) {
        ResourceBundleLocator locator = new PlatformResourceBundleLocator(name, Set.of(), null, aggregate);
        return locale -> {
            ResourceBundle bundle = locator.getResourceBundle(locale);
            if (bundle == null || bundle.getLocale().getLanguage().equals(locale.getLanguage())) {
                return bundle;
            }
            ResourceBundle root = locator.getResourceBundle(Locale.ROOT);
            return root != null && root.getLocale().equals(Locale.ROOT) ? root : null;
        };
    }

    @Override
    public String interpolate(String template, MessageInterpolator.Context context) {
        return interpolate(template, context, language.locale());
    }

    @Override
    public String interpolate(String template, MessageInterpolator.Context context, Locale locale) {
        Language reader = Language.parse(locale.getLanguage()).orElse(language);
        return Optional.of(template)
                .filter(text -> text.startsWith(OURS))
                .flatMap(text -> hibernate(context))
                .flatMap(details -> catalogueText(details, reader))
                .orElseGet(() -> super.interpolate(template, context, reader.locale()));
    }

    private Optional<String> catalogueText(HibernateMessageInterpolatorContext context, Language reader) {
        Optional<Finding> finding = ViolationReport.finding(context).map(found -> withColumn(found, context));
        // without a text of its own a code is shorter, and says as much next to the property
        return finding.filter(found -> catalogue.knows(found.code(), reader))
                .map(found -> catalogue.message(found, reader, audience).text());
    }

    private static Finding withColumn(Finding finding, HibernateMessageInterpolatorContext context) {
        Map<String, String> arguments = new HashMap<>(finding.arguments());
        Paths.column(context.getPropertyPath(), context.getRootBeanType())
                .ifPresent(column -> arguments.putIfAbsent("column", column));
        return new Finding(finding.code(), finding.severity(), finding.location(), arguments, finding.suggestions());
    }

    /** Returns the text of a term in braces, with or without a dollar sign before it. */
    @Override
    protected String interpolate(MessageInterpolator.Context context, Locale locale, String term) {
        Map<String, Object> attributes = context.getConstraintDescriptor().getAttributes();
        if (!term.startsWith("$")) {
            String name = term.substring(1, term.length() - 1);
            Object parameter = hibernate(context)
                    .map(details -> details.getMessageParameters().get(name))
                    .orElse(null);
            return parameter != null ? parameter.toString() : escaped(attributes.get(name), term);
        }
        Matcher inclusive = INCLUSIVE.matcher(term);
        if (inclusive.matches()) {
            return inclusive.group(Boolean.TRUE.equals(attributes.get("inclusive")) ? 1 : 2);
        }
        return term.equals(VALUE) ? PersonalData.mask(String.valueOf(context.getValidatedValue())) : term;
    }

    private static String escaped(@Nullable Object attribute, String otherwise) {
        if (attribute == null) {
            return otherwise;
        }
        return MessageParameterEscaping.ESCAPE.apply(attribute).toString();
    }

    private static Optional<HibernateMessageInterpolatorContext> hibernate(MessageInterpolator.Context context) {
        try {
            return Optional.of(context.unwrap(HibernateMessageInterpolatorContext.class));
        } catch (ValidationException e) {
            return Optional.empty();
        }
    }
}
