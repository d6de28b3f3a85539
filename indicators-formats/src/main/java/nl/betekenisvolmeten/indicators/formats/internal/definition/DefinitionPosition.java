package nl.betekenisvolmeten.indicators.formats.internal.definition;

import org.jspecify.annotations.Nullable;

/**
 * A place in a definition file. The path is only made when asked for: keeping one for every value could take gigabytes.
 *
 * @param parent the object or list around it; null for the whole document
 * @param segment the name of the property, or the index in the list
 * @param line the line, from 1
 * @param character the place on the line, from 1
 */
public record DefinitionPosition(@Nullable DefinitionPosition parent, String segment, int line, int character) {

    public DefinitionPosition {
        line = Math.max(1, line);
        character = Math.max(1, character);
    }

    /** Returns the position of the whole document, or of a place in it that has no path. */
    static DefinitionPosition root(int line, int character) {
        return new DefinitionPosition(null, "", line, character);
    }

    /** Returns the position of a property of an object, or of an item of a list. */
    DefinitionPosition child(String name, int childLine, int childCharacter) {
        return new DefinitionPosition(this, name, childLine, childCharacter);
    }

    /** Returns a position with the same path at another place in the file. */
    DefinitionPosition at(int otherLine, int otherCharacter) {
        return new DefinitionPosition(parent, segment, otherLine, otherCharacter);
    }

    /** Returns the path as a JSON pointer (RFC 6901), such as {@code /columns/3/type}; empty for the whole document. */
    String path() {
        StringBuilder path = new StringBuilder();
        append(path);
        return path.toString();
    }

    private void append(StringBuilder path) {
        if (parent != null) {
            parent.append(path);
            path.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
    }

    @Override
    public String toString() {
        return path() + " on line " + line;
    }
}
