package nl.betekenisvolmeten.indicators.examples.cli;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import nl.betekenisvolmeten.indicators.finding.Language;

/** The command's own words, in the language asked for. The machine's locale plays no part. */
final class Texts {

    private final Language language;
    private final ResourceBundle bundle;

    Texts(Language language) {
        this.language = language;
        bundle = ResourceBundle.getBundle("nl.betekenisvolmeten.indicators.examples.cli.texts", language.locale());
    }

    Language language() {
        return language;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** A text with its arguments in place: {0}, {1}. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }
}
