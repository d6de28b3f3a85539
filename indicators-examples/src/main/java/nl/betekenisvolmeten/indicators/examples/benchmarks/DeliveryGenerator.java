package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes one large delivery of organisations that do not exist, with faults that are known. */
@Command(
        name = "DeliveryGenerator",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3,
        description = "Writes a large telformat delivery with faults of twelve kinds in turn.")
public final class DeliveryGenerator implements Callable<Integer> {

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows below the header (${DEFAULT-VALUE}).")
    private long rows;

    @Option(
            names = "--faults-every",
            defaultValue = "500",
            description = "One row in so many has a fault; 0 for none (${DEFAULT-VALUE}).")
    private int faultsEvery;

    @Option(names = "--seed", defaultValue = "1", description = "Which figures (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "-o", required = true, description = "The delivery.")
    private Path output = Path.of("");

    @Option(names = "--planted", description = "The faults: row, code and column of each.")
    private @Nullable Path planted;

    /** A generator with the defaults; options are set from the command line. */
    public DeliveryGenerator() {}

    /**
     * Runs the generator.
     *
     * @param args the options; {@code --help} explains them
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new DeliveryGenerator()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        LargeDelivery delivery = new LargeDelivery(rows, faultsEvery, seed);
        try (OutputStream out = new FileOutputStream(output.toFile());
                PrintWriter faults = new PrintWriter(plantedWriter())) {
            faults.print(Planted.HEADER + "\n");
            delivery.writeTo(out, fault -> faults.print(fault.line() + "\n"));
            if (faults.checkError()) {
                throw new IOException("cannot write " + planted);
            }
        }
        return 0;
    }

    private Writer plantedWriter() throws IOException {
        return planted == null ? Writer.nullWriter() : Files.newBufferedWriter(planted);
    }
}
