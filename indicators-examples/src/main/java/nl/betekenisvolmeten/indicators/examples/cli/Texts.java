package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.ResourceBundle;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.model.Suggestions;

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

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** Returns the cause of a fault, which the library words in English, or in Dutch how to see it. */
    String cause(RuntimeException fault) {
        return language == Language.EN ? String.valueOf(fault.getMessage()) : of("fault.english");
    }

    /**
     * Returns a text with its arguments in place: {0}, {1}. Arguments are made printable, because they may come from a
     * file.
     */
    String of(String key, Object... arguments) {
        Object[] shown = Arrays.stream(arguments)
                .map(one -> one instanceof Number ? one : PrintableText.text(String.valueOf(one)))
                .toArray();
        return new MessageFormat(bundle.getString(key), language.locale()).format(shown);
    }

    /** Returns a number as people write it, with up to two decimals. */
    String number(BigDecimal value) {
        return number(value, Math.min(2, Math.max(0, value.stripTrailingZeros().scale())));
    }

    /** Returns a number as people write it. */
    String number(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** Returns the exception for wrong usage. */
    CommandException wrong(String key, Object... arguments) {
        return CommandException.usage(of(key, arguments));
    }

    /**
     * Returns the exception for a word that does not exist, which is wrong usage. The text names the word as {0}, the
     * existing ones as {1} and the further arguments from {2} on; the word that was probably meant follows it.
     */
    CommandException unknown(String key, String word, Collection<?> known, Object... more) {
        List<String> words = known.stream().map(Object::toString).distinct().toList();
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = word;
        arguments[1] = String.join(", ", words);
        System.arraycopy(more, 0, arguments, 2, more.length);
        return CommandException.usage(of(key, arguments) + meant(word, words));
    }

    /**
     * Returns a text that asks whether the nearest of some words was meant, or the last that begins in the same way;
     * empty if there is none.
     */
    String meant(String word, List<String> words) {
        return Suggestions.nearest(word, words, 1).stream()
                .findFirst()
                .or(() -> words.stream()
                        .filter(one -> word.length() > 2 && one.startsWith(word))
                        .reduce((one, next) -> next))
                .map(near -> " " + of("usage.meant", near))
                .orElse("");
    }
}
