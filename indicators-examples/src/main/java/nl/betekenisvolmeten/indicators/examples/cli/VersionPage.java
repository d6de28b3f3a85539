package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;

/** How a version of a format came from the one before it: the declared steps, and all that changed. */
final class VersionPage {

    private final Texts texts;
    private final PrintWriter out;

    VersionPage(Texts texts, PrintWriter out) {
        this.texts = texts;
        this.out = out;
    }

    void write(FormatDefinition format) {
        format.migration().ifPresent(migration -> {
            out.println();
            out.println(texts.of("formats.migration", migration.from().id().version()));
            migration.steps().forEach(this::write);
            changes(format, migration);
        });
    }

    private void changes(FormatDefinition format, Migration migration) {
        DefinitionDiff diff = DefinitionDiff.between(migration.from(), format, List.of());
        diff.level().ifPresent(level -> {
            out.println();
            out.println(texts.of("formats.changes", migration.from().id().version(), texts.of("diff.level." + level)));
            new DiffPage(texts, out).changes(diff);
        });
    }

    private void write(Migration.Step step) {
        if (step instanceof Migration.Step.Rename rename) {
            line("RENAME", rename.column(), rename.to());
        } else if (step instanceof Migration.Step.Add add) {
            line(
                    add.value().isPresent() ? "ADD" : "ADD_EMPTY",
                    add.column(),
                    add.value().orElse(""));
        } else if (step instanceof Migration.Step.Drop drop) {
            line("DROP", drop.column());
        } else if (step instanceof Migration.Step.MapCodes map) {
            codes(map);
        } else {
            line("NOTATION", step.column());
        }
    }

    /** The codes that change; those that become themselves need no words. */
    private void codes(Migration.Step.MapCodes map) {
        Map<String, String> changed = new TreeMap<>(map.codes());
        changed.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        if (!changed.isEmpty()) {
            line(
                    "CODES",
                    map.column(),
                    changed.entrySet().stream()
                            .map(entry -> entry.getKey() + " → " + entry.getValue())
                            .collect(Collectors.joining(", ")));
        }
        map.split()
                .forEach((code, parts) -> line(
                        "SPLIT",
                        map.column(),
                        code,
                        String.join(", ", new TreeSet<>(parts)),
                        map.splitTo().orElse("")));
    }

    private void line(String step, Object... arguments) {
        out.println("  " + texts.of("formats.step." + step, arguments));
    }
}
