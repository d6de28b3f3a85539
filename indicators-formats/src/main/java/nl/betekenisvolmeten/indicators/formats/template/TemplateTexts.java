package nl.betekenisvolmeten.indicators.formats.template;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/** The form's own words, in one language. */
final class TemplateTexts {

    private final Language language;
    private final ResourceBundle bundle;

    TemplateTexts(Language language) {
        this.language = language;
        // there is a bundle for each language, so the machine's locale is never fallen back on
        bundle = ResourceBundle.getBundle("nl.betekenisvolmeten.indicators.formats.template.texts", language.locale());
    }

    Language language() {
        return language;
    }

    /** A text with its arguments in place: {0}, {1}. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    String of(LocalizedText text) {
        return text.in(language);
    }
}
