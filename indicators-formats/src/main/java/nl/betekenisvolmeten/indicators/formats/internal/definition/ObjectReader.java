package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of one object and notes all that is wrong with them. A loader reads every property first and
 * then makes its value with {@link #build}, which does nothing when the object, or one inside it, has an error: inside
 * {@code build} every required property is there.
 */
public final class ObjectReader {

    private static final String TEXT = "text";

    private final Json.Members object;
    private final Problems problems;
    private final @Nullable ObjectReader outer;
    private final Set<String> asked;
    private final boolean required;
    private boolean failed;

    private ObjectReader(Json.Members object, Problems problems, @Nullable ObjectReader outer) {
        this.object = object;
        this.problems = problems;
        this.outer = outer;
        asked = new LinkedHashSet<>();
        required = true;
    }

    private ObjectReader(ObjectReader same) {
        object = same.object;
        problems = same.problems;
        outer = same;
        asked = same.asked;
        required = false;
    }

    /**
     * Returns a view of this object in which properties may be absent: reading an absent property gives nothing and
     * reports no problem.
     *
     * @return the view
     */
    public ObjectReader ifGiven() {
        return new ObjectReader(this);
    }

    /** Returns the reader of a document, which must be an object. */
    public static Optional<ObjectReader> of(Json document, Problems problems) {
        if (document instanceof Json.Members members) {
            return Optional.of(new ObjectReader(members, problems, null));
        }
        problems.wrongKind(document.spot(), "/", "object");
        return Optional.empty();
    }

    /** Returns whether the file is known to be right, so that what is seldom needed can be read later. */
    public boolean isTrusted() {
        return problems.isTrusted();
    }

    /** Returns the readers of a document that is an object, or an array of objects. */
    public static List<ObjectReader> all(Json document, Problems problems) {
        List<Json> items = document instanceof Json.Items array ? array.items() : List.of(document);
        return items.stream().flatMap(item -> of(item, problems).stream()).toList();
    }

    /** Returns the object itself. */
    public Json.Members json() {
        return object;
    }

    private ObjectReader inner(Json.Members member) {
        return new ObjectReader(member, problems, this);
    }

    /** Gives up on this object and those around it, but not on its siblings; returns where to note why. */
    public Problems fail() {
        for (ObjectReader around = this; around != null; around = around.outer) {
            around.failed = true;
        }
        return problems;
    }

    /** Returns the position of a property, or that of the object if the property is absent. */
    public DefinitionPosition spot(String property) {
        Json value = object.members().get(property);
        return value == null ? object.spot() : value.spot();
    }

    /** Makes the value of this object, and notes the properties that were never asked for. */
    public <T> Optional<T> build(Supplier<T> maker) {
        List<String> absent = asked.stream().filter(name -> !has(name)).toList();
        names().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> problems.unknown(spot(name), name, asked, absent));
        return attempt(maker);
    }

    /** Makes a value, unless there was an error. What a constructor refuses becomes a contradiction at this object. */
    public <T> Optional<T> attempt(Supplier<T> maker) {
        if (failed) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            fail().contradiction(object.spot(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Returns the names of all properties: for objects whose names are data. */
    public Set<String> names() {
        return object.members().keySet();
    }

    /** Returns whether a property is present. */
    public boolean has(String property) {
        return object.members().containsKey(property);
    }

    /** Returns a text, without noting what is wrong with it: for looking ahead. */
    public Optional<String> peek(String property) {
        return object.members().get(property) instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** Returns the object or the objects of a list, without noting what is wrong with them: for looking ahead. */
    public List<ObjectReader> peekObjects(String property) {
        Json value = object.members().get(property);
        List<Json> items = value instanceof Json.Items list
                ? list.items()
                : Stream.ofNullable(value).toList();
        return items.stream()
                .filter(Json.Members.class::isInstance)
                .map(item -> inner((Json.Members) item))
                .toList();
    }

    /** Notes it when a text is in {@code seen}, which holds those of the siblings. */
    public void mustDiffer(String property, Set<String> seen) {
        if (object.members().get(property) instanceof Json.Text text && !seen.add(text.value())) {
            fail().twice(text.spot(), text.value());
        }
    }

    /** Returns a required text that is not blank. */
    public Optional<String> text(String property) {
        return requiredText(property).map(Json.Text::value);
    }

    /** Returns the same as {@link #text}, with its position. */
    Optional<Json.Text> requiredText(String property) {
        return required(property).flatMap(value -> asText(property, value, TEXT));
    }

    /** Returns a required text of a certain shape; the conversion throws {@link IllegalArgumentException} for others. */
    public <T> Optional<T> parsed(String property, Function<String, T> conversion, String expected) {
        return required(property).flatMap(value -> converted(property, value, conversion, expected));
    }

    /** Returns a required text that is the name of a constant. */
    public <E extends Enum<E>> Optional<E> choice(String property, Class<E> constants) {
        return choice(property, Values.byName(constants));
    }

    /** Returns a required text that is one of some words. */
    public <T> Optional<T> choice(String property, Map<String, T> choices) {
        return requiredText(property).flatMap(word -> chosen(property, word, choices));
    }

    /** Returns a required list of different names of constants. */
    public <E extends Enum<E>> Set<E> choices(String property, Class<E> constants) {
        Map<String, E> choices = Values.byName(constants);
        Set<E> chosen = new LinkedHashSet<>();
        for (Json.Text text : differentTexts(property)) {
            chosen(property, text, choices).ifPresent(chosen::add);
        }
        return chosen;
    }

    /** Returns a required text that is the name of something known. */
    public <T> Optional<T> reference(String property, Map<String, T> known) {
        Optional<Json.Text> text = requiredText(property);
        Optional<T> found = text.flatMap(name -> Optional.ofNullable(known.get(name.value())));
        if (text.isPresent() && found.isEmpty()) {
            fail().notFound(text.get().spot(), property, text.get().value(), known.keySet());
        }
        return found;
    }

    /** Returns a required whole number, both bounds included. */
    public Optional<Long> whole(String property, long lower, long upper) {
        return required(property).flatMap(value -> asWhole(property, value, lower, upper));
    }

    /** Returns a required number. */
    public Optional<BigDecimal> decimal(String property) {
        return required(property).flatMap(value -> asDecimal(property, value));
    }

    /** Returns a required true or false. */
    public Optional<Boolean> flag(String property) {
        return required(property)
                .flatMap(value -> as(Json.Flag.class, property, value, "boolean"))
                .map(Json.Flag::value);
    }

    /** Returns a required object. */
    public Optional<ObjectReader> object(String property) {
        return required(property).flatMap(value -> asObject(property, value));
    }

    /** Returns a required object; a text is read as an object with that name as its only property. */
    Optional<ObjectReader> wordOrObject(String property, String name) {
        return required(property)
                .flatMap(value -> asObject(
                        property,
                        value instanceof Json.Text text ? new Json.Members(text.spot(), Map.of(name, text)) : value));
    }

    /** Returns a required list of objects. */
    public List<ObjectReader> objects(String property) {
        return required(property).map(value -> asObjects(property, value)).orElse(List.of());
    }

    /** Returns an object, or each of a list of objects, that may be left out. */
    public List<ObjectReader> oneOrMoreIfGiven(String property) {
        return given(property)
                .map(value -> value instanceof Json.Items list && !list.items().isEmpty()
                        ? asObjects(property, value)
                        : asObject(property, value).stream().toList())
                .orElse(List.of());
    }

    /** Returns a required list of objects; reports those beyond the limit, and leaves them out. */
    public List<ObjectReader> objects(String property, int limit) {
        List<ObjectReader> items = objects(property);
        if (items.size() <= limit) {
            return items;
        }
        fail().beyondLimit(spot(property), limit, property);
        return items.subList(0, limit);
    }

    /** Returns what is made of each object of a required list. */
    public <T> List<T> each(String property, Function<ObjectReader, Optional<T>> loader) {
        return objects(property).stream()
                .flatMap(item -> loader.apply(item).stream())
                .toList();
    }

    /** Returns a required list of different texts. */
    public List<String> texts(String property) {
        return differentTexts(property).stream().map(Json.Text::value).toList();
    }

    /** Returns a required list of different texts, with their places. */
    List<Json.Text> differentTexts(String property) {
        return required(property).map(value -> asTexts(property, value)).orElse(List.of());
    }

    /** Returns the value of a property, or its default if absent or wrong. */
    public <T> T or(T absent, String property, Function<String, Optional<T>> reader) {
        asked.add(property);
        return has(property) ? reader.apply(property).orElse(absent) : absent;
    }

    /** Returns the constant that a property names, or its default if absent or wrong. */
    public <E extends Enum<E>> E choiceOr(E absent, String property) {
        return or(absent, property, name -> choice(name, absent.getDeclaringClass()));
    }

    /** Returns what is made of an object that may be absent. */
    public <T> Optional<T> objectIfGiven(String property, Function<ObjectReader, Optional<T>> loader) {
        return has(property) ? object(property).flatMap(loader) : Optional.empty();
    }

    private Optional<Json> given(String property) {
        asked.add(property);
        return Optional.ofNullable(object.members().get(property));
    }

    private Optional<Json> required(String property) {
        Optional<Json> value = given(property);
        if (value.isEmpty() && required) {
            fail().missing(object.spot(), property);
        }
        return value;
    }

    /** Returns the value if it has the expected JSON type; reports it otherwise. */
    private <J extends Json> Optional<J> as(Class<J> type, String property, Json value, String expected) {
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        fail().wrongKind(value.spot(), property, expected);
        return Optional.empty();
    }

    private Optional<Json.Text> asText(String property, Json value, String expected) {
        Optional<Json.Text> text = as(Json.Text.class, property, value, "string");
        if (text.isPresent() && text.get().value().isBlank()) {
            fail().notAllowed(value.spot(), property, text.get().value(), expected);
            return Optional.empty();
        }
        return text;
    }

    private <T> Optional<T> converted(String property, Json value, Function<String, T> conversion, String expected) {
        Optional<String> text = asText(property, value, expected).map(Json.Text::value);
        try {
            return text.map(conversion);
        } catch (IllegalArgumentException e) {
            fail().notAllowed(value.spot(), property, text.orElse(""), expected);
            return Optional.empty();
        }
    }

    private <T> Optional<T> chosen(String property, Json.Text text, Map<String, T> choices) {
        Optional<T> choice = Optional.ofNullable(choices.get(text.value()));
        if (choice.isEmpty()) {
            fail().notAllowed(text.spot(), property, text.value(), choices.keySet());
        }
        return choice;
    }

    private Optional<Long> asWhole(String property, Json value, long lower, long upper) {
        if (!(value instanceof Json.Numeral number) || !number.whole()) {
            fail().wrongKind(value.spot(), property, "integer");
            return Optional.empty();
        }
        Optional<Long> whole = Values.whole(number.digits()).filter(n -> n >= lower && n <= upper);
        if (whole.isEmpty()) {
            fail().notAllowed(number.spot(), property, number.digits(), lower + ".." + upper);
        }
        return whole;
    }

    private Optional<BigDecimal> asDecimal(String property, Json value) {
        Optional<String> digits =
                as(Json.Numeral.class, property, value, "number").map(Json.Numeral::digits);
        Optional<BigDecimal> decimal = digits.flatMap(Values::decimal);
        if (digits.isPresent() && decimal.isEmpty()) {
            fail().notAllowed(value.spot(), property, digits.get(), Values.DECIMALS);
        }
        return decimal;
    }

    private Optional<ObjectReader> asObject(String property, Json value) {
        return as(Json.Members.class, property, value, "object").map(this::inner);
    }

    private List<Json> asItems(String property, Json value) {
        return as(Json.Items.class, property, value, "array")
                .map(Json.Items::items)
                .orElse(List.of());
    }

    private List<ObjectReader> asObjects(String property, Json value) {
        return asItems(property, value).stream()
                .flatMap(item -> asObject(property, item).stream())
                .toList();
    }

    private List<Json.Text> asTexts(String property, Json value) {
        List<Json.Text> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Json item : asItems(property, value)) {
            asText(property, item, TEXT).ifPresent(text -> {
                texts.add(text);
                if (!seen.add(text.value())) {
                    fail().twice(text.spot(), text.value());
                }
            });
        }
        return texts;
    }
}
