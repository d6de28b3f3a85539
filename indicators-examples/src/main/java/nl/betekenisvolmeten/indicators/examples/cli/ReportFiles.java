package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.report.ReportSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where reports go. One report goes to the screen, or to the file that is named. Several go to files of one name, each with
 * the end of its kind; a folder gets {@code bevindingen.json} and so on.
 */
final class ReportFiles {

    private static final String NAME = "bevindingen";

    private final Map<ReportKind, @Nullable Path> targets = new LinkedHashMap<>();

    private ReportFiles() {}

    static ReportFiles of(List<ReportKind> kinds, @Nullable Path output, Texts texts) {
        if (output == null && kinds.size() > 1) {
            throw new UsageException(texts.of("validate.report.several"));
        }
        ReportFiles files = new ReportFiles();
        for (ReportKind kind : kinds) {
            files.targets.put(kind, output == null ? null : target(kind, output, kinds.size() == 1));
        }
        return files;
    }

    private static Path target(ReportKind kind, Path output, boolean only) {
        if (Files.isDirectory(output)) {
            return output.resolve(NAME + "." + kind.extension());
        }
        return only ? output : output.resolveSibling(output.getFileName() + "." + kind.extension());
    }

    /** A report never takes the place of a file that it was made from. */
    void check(List<Path> inputs, Texts texts) {
        targets.values().forEach(target -> Output.check(target, inputs, texts));
    }

    void write(List<CheckedDelivery> files, ReportSettings settings, Terminal terminal) {
        targets.forEach((kind, target) -> Output.write(target, terminal, out -> kind.write(files, settings, out)));
    }
}
