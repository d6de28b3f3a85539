package nl.betekenisvolmeten.indicators.formats.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.zip.StableZip;
import nl.betekenisvolmeten.indicators.plot.Plots;

/**
 * A comparison as a Data Package (version 2): {@code datapackage.json}, {@code comparison.csv} with a row for each area,
 * indicator and period, {@code statistics.csv} with a row for each statistic, and {@code plots.json}. The schemas are made
 * from the columns that the files are written from. The same comparison gives the same bytes.
 */
public final class ComparisonPackage {

    /** The names of the files. */
    public static final List<String> FILES =
            List.of("datapackage.json", Descriptor.COMPARISON, Descriptor.STATISTICS, Descriptor.PLOTS);

    private interface Body {
        void write(Writer out) throws IOException;
    }

    private ComparisonPackage() {}

    private static Map<String, Body> files(InternalUse<Comparison> result) {
        Map<String, Body> files = new LinkedHashMap<>();
        files.put(
                "datapackage.json",
                out -> JsonFiles.write(Descriptor.ofComparison(result.table().rows()), out));
        files.put(Descriptor.COMPARISON, out -> CsvResults.writeComparison(result, out));
        files.put(Descriptor.STATISTICS, out -> CsvResults.writeTidy(result, out));
        files.put(
                Descriptor.PLOTS,
                out -> JsonResults.writePlots(InternalUse.of(Plots.all(result.table()), result.purpose()), out));
        return files;
    }

    /**
     * Writes the files into a folder, which is made where it isn't there.
     *
     * @param result the comparison
     * @param folder where to; files of the same names are replaced
     * @throws IOException if writing fails
     */
    public static void writeFolder(InternalUse<Comparison> result, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Body> file : files(result).entrySet()) {
            try (Writer out = Files.newBufferedWriter(folder.resolve(file.getKey()), StandardCharsets.UTF_8)) {
                file.getValue().write(out);
            }
        }
    }

    /**
     * Writes the files as a zip.
     *
     * @param result the comparison
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeZip(InternalUse<Comparison> result, OutputStream out) throws IOException {
        StableZip zip = StableZip.of(out);
        for (Map.Entry<String, Body> file : files(result).entrySet()) {
            Writer writer = new OutputStreamWriter(zip.next(file.getKey()), StandardCharsets.UTF_8);
            file.getValue().write(writer);
            writer.flush();
        }
        zip.finish();
    }
}
