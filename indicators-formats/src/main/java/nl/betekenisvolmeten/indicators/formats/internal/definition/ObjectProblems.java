package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One object of a definition file while it is read. An error in it, or in an object inside it, means that no value can
 * be made of it, nor of the objects around it; its siblings do not suffer.
 */
public final class ObjectProblems {

    private final Json.Members object;
    private final Problems problems;
    private final @Nullable ObjectProblems outer;
    private boolean failed;

    ObjectProblems(Json.Members object, Problems problems, @Nullable ObjectProblems outer) {
        this.object = object;
        this.problems = problems;
        this.outer = outer;
    }

    /** The scope of an object inside this one. */
    ObjectProblems inner(Json.Members member) {
        return new ObjectProblems(member, problems, this);
    }

    /** Makes a value, unless there was an error. What a constructor refuses becomes a contradiction at this object. */
    <T> Optional<T> attempt(Supplier<T> maker) {
        if (failed) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            fail();
            problems.contradiction(object.spot(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Gives up on this object and those around it, for a cause that was noted elsewhere. */
    public void fail() {
        failed = true;
        if (outer != null && !outer.failed) {
            outer.fail();
        }
    }

    /** A required property is not there. */
    void missing(String property) {
        fail();
        problems.missing(object.spot(), property);
    }

    /** A property is there that nobody asked for; no error. */
    void unknown(String property, Collection<String> known) {
        problems.unknown(spot(property), property, known);
    }

    /** A value is not of the JSON type that is expected. */
    void wrongKind(Json value, String property, String expected) {
        fail();
        problems.wrongKind(value.spot(), property, expected);
    }

    /** A value is out of range or has another shape. */
    void notAllowed(Json value, String property, String text, String expected) {
        fail();
        problems.notAllowed(value.spot(), property, text, expected);
    }

    /** A text is not one of some words. */
    void notAllowed(Json.Text text, String property, Collection<String> allowed) {
        fail();
        problems.notAllowed(text.spot(), property, text.value(), allowed);
    }

    /** Notes that the name of a property, which is data here, has not the right shape. */
    public void nameNotAllowed(String name, String expected) {
        fail();
        problems.notAllowed(spot(name), name, name, expected);
    }

    /** Notes that the name of a property, which is data here, is not one of some words. */
    public void nameNotAllowed(String name, Collection<String> allowed) {
        fail();
        problems.notAllowed(spot(name), name, name, allowed);
    }

    /** A text refers to something that does not exist. */
    void notFound(Json.Text text, String property, Collection<String> known) {
        fail();
        problems.notFound(text.spot(), property, text.value(), known);
    }

    /** The name of a property, which is data here, refers to something that does not exist. */
    void nameNotFound(String name, Collection<String> known) {
        fail();
        problems.notFound(spot(name), name, name, known);
    }

    /** A text stands a second time. */
    void twice(Json.Text text) {
        fail();
        problems.twice(text.spot(), text.value());
    }

    /** Notes that a list is too long. */
    public void beyondLimit(String property, int limit) {
        fail();
        problems.beyondLimit(spot(property), limit, property);
    }

    private DefinitionPosition spot(String property) {
        Json value = object.members().get(property);
        return value == null ? object.spot() : value.spot();
    }
}
