package nl.betekenisvolmeten.indicators.formats.internal.definition;

import org.jspecify.annotations.Nullable;

/** A place in a definition file. The path is only made when asked for: keeping one for every value could take gigabytes. */
public final class DefinitionPosition {

    private final @Nullable DefinitionPosition parent;
    private final String segment;
    private final int line;
    private final int character;

    private DefinitionPosition(@Nullable DefinitionPosition parent, String segment, int line, int character) {
        this.parent = parent;
        this.segment = segment;
        this.line = Math.max(1, line);
        this.character = Math.max(1, character);
    }

    /** The whole document, or a place in it that has no path. */
    static DefinitionPosition root(int line, int character) {
        return new DefinitionPosition(null, "", line, character);
    }

    /** A property of an object. */
    DefinitionPosition child(String name, int childLine, int childCharacter) {
        return new DefinitionPosition(this, name.replace("~", "~0").replace("/", "~1"), childLine, childCharacter);
    }

    /** An item of a list. */
    DefinitionPosition child(int index, int childLine, int childCharacter) {
        return new DefinitionPosition(this, Integer.toString(index), childLine, childCharacter);
    }

    /** The same path, elsewhere in the file. */
    DefinitionPosition at(int otherLine, int otherCharacter) {
        return new DefinitionPosition(parent, segment, otherLine, otherCharacter);
    }

    /** The line, from 1. */
    int line() {
        return line;
    }

    /** The place on the line, from 1. */
    int character() {
        return character;
    }

    /** The place as a JSON pointer (RFC 6901), such as {@code /columns/3/type}; empty for the whole document. */
    String path() {
        StringBuilder path = new StringBuilder();
        append(path);
        return path.toString();
    }

    private void append(StringBuilder path) {
        if (parent != null) {
            parent.append(path);
            path.append('/').append(segment);
        }
    }

    @Override
    public String toString() {
        return path() + " on line " + line;
    }
}
