package nl.betekenisvolmeten.indicators.examples.cli;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.PrintableText;

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

    /** A text with its arguments in place: {0}, {1}. An argument may come from a file, so it is made safe to show. */
    String of(String key, Object... arguments) {
        Object[] shown = Arrays.stream(arguments)
                .map(one -> one instanceof Number ? one : PrintableText.text(String.valueOf(one)))
                .toArray();
        return new MessageFormat(bundle.getString(key), language.locale()).format(shown);
    }
}
