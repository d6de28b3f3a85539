package nl.betekenisvolmeten.indicators.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of findings: for each code a title, a text and what to do, in Dutch and English, worded for each audience.
 *
 * <p>A key is a code and a part: {@code TF-V02.title}, {@code TF-V02.text}, {@code TF-V02.action}. A part may have a
 * wording of its own for a {@code reason} that the finding has, for an {@link Audience} (in lower case), or for both in
 * this order: {@code TF-S08.text.rows}, {@code TF-V02.text.it}. A template names its arguments in braces:
 * {@code {value}}; {@code {limit,number}} shows a whole number with its thousands separated. An argument that a finding
 * does not have is shown as {@code ?}. An argument may come from a file, so it is made {@linkplain PrintableText safe to
 * show}. The machine's locale plays no part.
 *
 * <p>The values of {@code kinds}, {@code reason}, {@code group}, {@code expected} and {@code unit} are names with a text of
 * their own where there is one: {@code
 * TF-P01.kinds.EMAIL}. Several names are separated by a comma and a blank. A name without a text is shown as it is.
 *
 * <p>A code without texts of its own, such as that of a rule in a definition of one's own, gets a text that gives the code
 * and the arguments of the finding.
 */
public final class MessageCatalogue {

    private static final String BUNDLE = "nl.betekenisvolmeten.indicators.finding.messages";
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-zA-Z_]+)(,number)?}");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");
    private static final Pattern KEY = Pattern.compile(
            "(OWN|[A-Z]{2,3}-[A-Z][0-9]{2})\\.(title|text|action|kinds|reason|group|expected|unit)(?:\\.([^.]+))?(?:\\.([^.]+))?");
    private static final String ACTION = "action";
    private static final Set<String> NAMED = Set.of("kinds", "reason", "group", "expected", "unit");
    private static final Set<String> AUDIENCES =
            Stream.of(Audience.values()).map(Audience::key).collect(Collectors.toUnmodifiableSet());
    private static final String SEPARATOR = ", ";
    private static final String FOREIGN = "OWN";
    private static final String ALL = "all_arguments";
    private static final String VALUE_OF = "_value";
    private static final MessageCatalogue BUNDLED = new MessageCatalogue(Map.of());

    private final Map<Language, Map<String, String>> templates;

    private MessageCatalogue(Map<Language, Map<String, String>> templates) {
        this.templates = new ConcurrentHashMap<>(templates);
    }

    /** Returns the texts in a language; the bundled ones are read when they are first asked for. */
    private Map<String, String> texts(Language language) {
        return templates.computeIfAbsent(language, MessageCatalogue::load);
    }

    private static Map<String, String> load(Language language) {
        // there is a bundle for each language, so the machine's locale is never fallen back on
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language.locale());
        Map<String, String> texts = new HashMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    /**
     * Returns the catalogue that comes with the library.
     *
     * @return the catalogue
     */
    public static MessageCatalogue bundled() {
        return BUNDLED;
    }

    /**
     * Returns a copy of this catalogue with texts replaced, or with further ones for rules of one's own. A code that this
     * catalogue does not have is taken for that of such a rule.
     *
     * @param language the language of the texts
     * @param texts templates by key, as the class describes
     * @return the catalogue
     * @throws IllegalArgumentException if a key has another form, or names a reason or value that its code does not have
     */
    public MessageCatalogue with(Language language, Map<String, String> texts) {
        texts.keySet().forEach(this::check);
        Map<Language, Map<String, String>> all = new HashMap<>(templates);
        Map<String, String> merged = new HashMap<>(texts(language));
        merged.putAll(texts);
        all.put(language, merged);
        return new MessageCatalogue(all);
    }

    private void check(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches() || !isKnown(parts)) {
            throw new IllegalArgumentException(
                    "unknown key of a text: '" + key
                            + "'; expected a code of a finding and title, text or action, such as TF-V02.text or TF-V02.text.it");
        }
    }

    /** Returns whether what follows the code means anything; of a code that has no texts here, only the form is known. */
    private boolean isKnown(Matcher parts) {
        boolean named = NAMED.contains(parts.group(2));
        List<String> rest = Stream.of(parts.group(3), parts.group(4))
                .filter(Objects::nonNull)
                .toList();
        if (!named && !rest.isEmpty() && AUDIENCES.contains(rest.get(rest.size() - 1))) {
            rest = rest.subList(0, rest.size() - 1);
        }
        if (rest.size() > 1 || (named && rest.isEmpty())) {
            return false;
        }
        String code = parts.group(1) + ".";
        Set<String> keys = texts(Language.NL).keySet();
        List<String> like = named ? List.of(parts.group(2)) : List.of("text", ACTION, "reason");
        return rest.stream()
                .allMatch(name -> !AUDIENCES.contains(name)
                        && (keys.stream().noneMatch(key -> key.startsWith(code))
                                || like.stream().anyMatch(part -> keys.contains(code + part + "." + name))));
    }

    /**
     * Returns the text of a finding.
     *
     * @param finding the finding
     * @param language the reader's language
     * @param audience the reader
     * @return the text
     */
    public Message message(Finding finding, Language language, Audience audience) {
        return new Message(
                part(finding, "title", language, audience),
                part(finding, "text", language, audience),
                part(finding, ACTION, language, audience));
    }

    /**
     * Returns a finding on one line, for logs and lists: code, row and column, text.
     *
     * @param finding the finding
     * @param language the reader's language
     * @param audience the reader
     * @return such as {@code TF-V02 (12, wijk): ...}
     */
    public String line(Finding finding, Language language, Audience audience) {
        Location location = finding.location();
        List<String> place = new ArrayList<>();
        location.row().ifPresent(row -> place.add(Long.toString(row)));
        location.column().or(location::path).map(PrintableText::text).ifPresent(place::add);
        String where = place.isEmpty() ? "" : " (" + String.join(SEPARATOR, place) + ")";
        return finding.code() + where + ": " + part(finding, "text", language, audience);
    }

    /**
     * Returns the title of a rule.
     *
     * @param code the rule's code
     * @param language the reader's language
     * @return what the rule is about, in a few words
     */
    public String title(FindingCode code, Language language) {
        return template(code, "title", language, Audience.FILLER);
    }

    /**
     * Returns the text of a rule apart from any finding: what a finding would name is an ellipsis.
     *
     * @param code the rule's code
     * @param language the reader's language
     * @param audience the reader
     * @return the text
     */
    public Message general(FindingCode code, Language language, Audience audience) {
        return new Message(
                title(code, language),
                unnamed(code, "text", language, audience),
                unnamed(code, "action", language, audience));
    }

    private String unnamed(FindingCode code, String part, Language language, Audience audience) {
        return ARGUMENT.matcher(template(code, part, language, audience)).replaceAll("…");
    }

    /**
     * Returns the codes that have a text in a language.
     *
     * @param language the language
     * @return the codes, in order
     */
    public Set<FindingCode> codes(Language language) {
        Set<FindingCode> codes = texts(language).keySet().stream()
                .filter(key -> !key.startsWith(FOREIGN))
                .map(key -> FindingCode.of(key.substring(0, key.indexOf('.'))))
                .collect(Collectors.toCollection(TreeSet::new));
        return Collections.unmodifiableSet(codes);
    }

    /**
     * Returns whether a code has texts of its own in a language.
     *
     * @param code a code
     * @param language the language
     * @return false when its text gives the code and the arguments only
     */
    public boolean knows(FindingCode code, Language language) {
        return texts(language).containsKey(code + ".text");
    }

    private String part(Finding finding, String part, Language language, Audience audience) {
        String code = finding.code().value();
        // the advice depends on the reader first, then on the reason
        String own = texts(language).get(code + "." + part + "." + audience.key());
        String template = Optional.ofNullable(own)
                .filter(any -> part.equals(ACTION))
                .or(() -> Optional.ofNullable(finding.arguments().get("reason"))
                        .flatMap(reason -> text(code, part + "." + reason, language, audience)))
                .orElseGet(() -> template(finding.code(), part, language, audience));
        return ARGUMENT.matcher(template).replaceAll(match -> {
            String argument = argument(finding, match.group(1), language);
            return Matcher.quoteReplacement(match.group(2) == null ? argument : grouped(argument, language));
        });
    }

    private String argument(Finding finding, String name, Language language) {
        if (name.equals(ALL)) {
            return PrintableText.text(all(finding.arguments()));
        }
        String value = PrintableText.text(finding.arguments().getOrDefault(name, "?"));
        if (!NAMED.contains(name)) {
            return value;
        }
        Map<String, String> texts = texts(language);
        String key = finding.code() + "." + name + ".";
        return Stream.of(value.split(SEPARATOR, -1))
                .map(part -> texts.getOrDefault(key + part, part))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Returns a whole number with its thousands separated; anything else as it is. */
    private static String grouped(String number, Language language) {
        return number.matches("\\d+")
                ? THOUSANDS.matcher(number).replaceAll(language == Language.NL ? "." : ",")
                : number;
    }

    /** Returns all arguments of a finding as text: a column with its value if there is one, others with their name. */
    private static String all(Map<String, String> arguments) {
        Map<String, String> sorted = new TreeMap<>(arguments);
        String all = sorted.entrySet().stream()
                .filter(one -> !one.getKey().endsWith(VALUE_OF))
                .map(one -> sorted.containsKey(one.getKey() + VALUE_OF)
                        ? one.getValue() + ": " + sorted.get(one.getKey() + VALUE_OF)
                        : one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining(SEPARATOR));
        return all.isEmpty() ? "-" : all;
    }

    private String template(FindingCode code, String part, Language language, Audience audience) {
        return text(code.value(), part, language, audience)
                .or(() -> text(FOREIGN, part, language, audience).map(text -> text.replace("{code}", code.value())))
                .orElseThrow();
    }

    private Optional<String> text(String code, String part, Language language, Audience audience) {
        Map<String, String> texts = texts(language);
        String key = code + "." + part;
        String own = texts.get(key + "." + audience.key());
        return Optional.ofNullable(own != null ? own : texts.get(key));
    }

    /**
     * The text of a finding for one reader.
     *
     * @param title what the rule is about, in a few words
     * @param text what was found here
     * @param action what to do about it
     */
    public record Message(String title, String text, String action) {}

    /** Who reads a message: the same finding is worded for each. */
    public enum Audience {
        /** The colleague who filled in the form, no programmer. */
        FILLER,
        /** Who made the export or runs the check. */
        IT,
        /** The municipality's clerk who receives the delivery. */
        CLERK;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
