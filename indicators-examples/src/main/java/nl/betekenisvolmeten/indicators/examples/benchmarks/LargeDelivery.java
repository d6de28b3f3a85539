package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.examples.sample.Noise;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A delivery of any length with known faults. Nothing of it is held.
 *
 * @param rows how many rows, 0 or more
 * @param faultsEvery one row in so many has a fault, the twelve kinds in turn; 0 for none, never 1
 * @param seed which figures
 */
record LargeDelivery(long rows, int faultsEvery, long seed) {

    /** The format of the delivery. */
    static final FormatId FORMAT = FormatId.of("telformat-gebiedsgericht", "2026.1");

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ROW = 2_000;
    private static final List<Fault> FAULTS = List.of(Fault.values());

    LargeDelivery {
        if (rows < 0 || faultsEvery < 0 || faultsEvery == 1) {
            throw new IllegalArgumentException("rows and faultsEvery out of range: " + rows + ", " + faultsEvery);
        }
    }

    /**
     * Writes the delivery.
     *
     * @param out the destination; not closed
     * @param planted is given each fault, in the order of rows
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if there are not enough different rows
     */
    void writeTo(OutputStream out, Consumer<Planted> planted) throws IOException {
        FormatDefinition format = Definitions.bundled().formats().get(FORMAT);
        GeneratedRow row = new GeneratedRow(format, seed);
        if (rows > row.upper()) {
            throw new IllegalArgumentException("rows must be at most " + row.upper() + ": " + rows);
        }
        out.write(header(format));
        byte[] buffer = new byte[BUFFER];
        int used = 0;
        for (long i = 0; i < rows; i++) {
            make(i, row, planted);
            used = row.writeTo(buffer, used);
            if (used > BUFFER - LONGEST_ROW) {
                out.write(buffer, 0, used);
                used = 0;
            }
        }
        out.write(buffer, 0, used);
        out.flush();
    }

    private static byte[] header(FormatDefinition format) {
        String names =
                format.columns().stream().map(column -> column.name().value()).collect(Collectors.joining(";"));
        return (names + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void make(long number, GeneratedRow row, Consumer<Planted> planted) {
        if (!isFaulty(number)) {
            row.become(number);
            return;
        }
        Fault fault = FAULTS.get((int) (number / faultsEvery % FAULTS.size()));
        row.become(fault == Fault.DUPLICATE_KEY ? earlier(number) : number);
        fault.plant(row);
        // The header is row 1.
        planted.accept(fault.at(number + 2));
    }

    private boolean isFaulty(long number) {
        return faultsEvery > 0 && number % faultsEvery == faultsEvery - 1;
    }

    /** Returns the number of a random earlier row without a fault. */
    private long earlier(long number) {
        int back = Noise.of(seed, number, 1).between(1, (int) Math.min(number, Integer.MAX_VALUE - 1));
        long chosen = number - back;
        return isFaulty(chosen) ? chosen - 1 : chosen;
    }
}
