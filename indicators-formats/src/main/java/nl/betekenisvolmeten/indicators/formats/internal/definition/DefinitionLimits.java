package nl.betekenisvolmeten.indicators.formats.internal.definition;

/**
 * What a definition file may be at most. The largest bundled one has 145 kB, 6 levels and some 3,000 values, so an honest
 * file stays far below; a hostile one is refused before it costs time or memory.
 */
public final class DefinitionLimits {

    /** The size of a file, in bytes. No more than one byte beyond it is ever read. */
    static final int BYTES = 8 * 1024 * 1024;

    /** How deep objects and lists may lie in each other; a file that is one object without lists has depth 1. */
    static final int DEPTH = 32;

    /** The length of a text, in UTF-16 units. */
    static final int TEXT_LENGTH = 20_000;

    /** The length of a property's name, in UTF-16 units. It bounds the length of paths in findings. */
    static final int NAME_LENGTH = 200;

    /** The length of a number as written, in characters. */
    static final int NUMBER_LENGTH = 30;

    /** How many values there may be in all: texts, numbers and so on, and the objects and lists around them. */
    static final int VALUES = 100_000;

    /** The columns of a format. */
    public static final int COLUMNS = 500;

    /** The rules of a format. */
    public static final int RULES = 500;

    /** The steps of a migration. */
    public static final int STEPS = 500;

    private DefinitionLimits() {}
}
