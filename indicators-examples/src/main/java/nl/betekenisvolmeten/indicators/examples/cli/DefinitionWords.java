package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;

/** The words of definition files as a colleague knows them. Programs get the words themselves, in JSON. */
final class DefinitionWords {

    private static final Pattern WORD = Pattern.compile(
            "Stock, at the start|Distinct, not partitioned|Distinct, new to|Flow, shared over|[A-Za-z_]+");

    private final Texts texts;

    DefinitionWords(Texts texts) {
        this.texts = texts;
    }

    /** Returns what a column holds, or its role, in words: such as {@code PERIOD QUARTER DASHED} or {@code Flow}. */
    String kind(String words) {
        return WORD.matcher(words).replaceAll(found -> Matcher.quoteReplacement(word(found.group())));
    }

    private String word(String word) {
        String key = "diff.word." + word.replace(", ", "_").replace(' ', '_').toUpperCase(Locale.ROOT);
        return texts.bundle().containsKey(key) ? texts.of(key) : word;
    }

    /** Returns the code of a rule with its title; only the code if the rule is not one of the library. */
    String rule(String code) {
        try {
            return code + " (" + MessageCatalogue.bundled().title(FindingCode.of(code), texts.language()) + ")";
        } catch (MissingResourceException | IllegalArgumentException e) {
            return code;
        }
    }

    String severity(String name) {
        return texts.of("severity." + name.toLowerCase(Locale.ROOT));
    }
}
