package nl.betekenisvolmeten.indicators.examples.sample;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles.SampleFile;

/** Writes the files that {@link SampleFiles} has, for when the maker of deliveries or the format changes. */
public final class SampleWriter {

    private SampleWriter() {}

    /**
     * Writes all deliveries, the totals that an organisation counted itself, and an index.
     *
     * @param args the folder to write to
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("one argument: the folder to write to");
            System.exit(2);
        }
        write(Path.of(args[0]));
    }

    /** Writes all deliveries, totals and an index into a folder. */
    static void write(Path folder) throws IOException {
        SampleDeliveries deliveries = SampleDeliveries.create();
        List<String> index = new ArrayList<>(List.of("periode\torganisatie"));
        for (SampleFile file : files(deliveries)) {
            Path path = folder.resolve(file.quarter().code()).resolve(file.name());
            Files.createDirectories(folder.resolve(file.quarter().code()));
            try (Writer out = Files.newBufferedWriter(path)) {
                deliveries.write(file.kvk(), file.quarter(), out);
            }
            index.add(file.quarter() + "\t" + file.kvk());
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve(SampleFiles.TOTALS))) {
            deliveries.writeTotals(SampleFiles.COUNTED, SampleFiles.HALF_YEAR, out);
        }
        Files.writeString(folder.resolve(SampleFiles.INDEX), String.join("\n", index) + "\n");
    }

    private static List<SampleFile> files(SampleDeliveries deliveries) {
        return SampleFiles.QUARTERS.stream()
                .flatMap(quarter -> deliveries.organisations().stream()
                        .filter(organisation -> !organisation.silent().contains(quarter))
                        .map(organisation -> new SampleFile(quarter, organisation.kvk())))
                .toList();
    }
}
