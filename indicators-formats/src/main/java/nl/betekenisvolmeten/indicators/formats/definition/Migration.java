package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.List;

/**
 * How rows of an earlier version of a format become rows of the version that declares this. A definition can say nothing
 * else than these steps: it cannot run code.
 *
 * @param from the earlier version, as it was when this was read
 * @param steps what changes, in order
 */
public record Migration(FormatDefinition from, List<MigrationStep> steps) {

    public Migration {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return "from " + from.id() + ": " + steps;
    }
}
