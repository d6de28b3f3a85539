package nl.betekenisvolmeten.indicators.examples.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One delivery as text, JSON Lines and workbook, read and checked in turn with bare readers that give every cell as a
 * text, in one JVM: peers share its warmth and what else the machine does. Figures are processor time of the reading
 * thread, medians over the rounds after the first half.
 */
@Command(name = "carriers", mixinStandardHelpOptions = true, description = "Times carriers beside bare readers.")
final class CarrierRun implements Callable<Integer> {

    static final String JSON_BARE = "JSON Lines, Jackson bare";
    static final String JSON_CHECKED = "JSON Lines, read and checked";
    static final String WORKBOOK_BARE = "workbook, fastexcel bare";
    static final String WORKBOOK_CHECKED = "workbook, read and checked";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Option(names = "--rows", defaultValue = "100000", description = "Rows (${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--rounds", defaultValue = "20", description = "How often each is run (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--no-workbook", description = "Leaves workbooks out, which are made in memory.")
    private boolean noWorkbook;

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
    private final JsonFactory json = new JsonFactory();

    static void main(String[] args) {
        System.exit(new CommandLine(new CarrierRun()).execute(args));
    }

    /** Reads a delivery; gives something that shows that it did. */
    private interface Variant {
        long run() throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        print(times());
        return 0;
    }

    /** Returns the processor milliseconds of each round, by the name of the variant. */
    Map<String, double[]> times() throws IOException {
        CarrierData data = new CarrierData(rows, 0);
        byte[] csv = data.csv();
        byte[] jsonLines = data.jsonLines();
        byte[] workbook = noWorkbook ? new byte[0] : data.workbook();
        Map<String, Variant> variants = new LinkedHashMap<>();
        variants.put("CSV, read and checked", () -> checked("delivery.csv", csv, true));
        variants.put("the same without hash", () -> checked("delivery.csv", csv, false));
        variants.put(JSON_BARE, () -> jsonBare(jsonLines));
        variants.put(JSON_CHECKED, () -> checked("delivery.jsonl", jsonLines, true));
        variants.put("the same without hash ", () -> checked("delivery.jsonl", jsonLines, false));
        if (!noWorkbook) {
            variants.put(WORKBOOK_BARE, () -> workbookBare(workbook));
            variants.put(WORKBOOK_CHECKED, () -> checked("delivery.xlsx", workbook, true));
        }
        return times(variants);
    }

    private Map<String, double[]> times(Map<String, Variant> variants) throws IOException {
        Map<String, double[]> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Variant> variant : variants.entrySet()) {
                long start = THREADS.getCurrentThreadCpuTime();
                if (variant.getValue().run() <= 0) {
                    throw new IllegalStateException(variant.getKey() + " read nothing");
                }
                times.computeIfAbsent(variant.getKey(), any -> new double[rounds])[round] =
                        (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }
        return times;
    }

    private void print(Map<String, double[]> times) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.out.printf(
                Locale.ROOT,
                "%d rows, last %d of %d rounds, load %.1f%n",
                rows,
                (rounds + 1) / 2,
                rounds,
                system.getSystemLoadAverage());
        System.out.println("| variant | processor ms, median | least |");
        System.out.println("|---|---|---|");
        times.forEach((name, all) -> {
            double[] last = warm(all);
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f |%n", name.strip(), last[last.length / 2], last[0]);
        });
    }

    /** Returns the figures of the second half of the rounds, the least one first. */
    private static double[] warm(double[] all) {
        double[] last = Arrays.copyOfRange(all, all.length / 2, all.length);
        Arrays.sort(last);
        return last;
    }

    /** Returns the median of the second half of the rounds. */
    static double median(double[] all) {
        double[] last = warm(all);
        return last[last.length / 2];
    }

    private long checked(String name, byte[] bytes, boolean hashed) {
        long accepted =
                reader.withHash(hashed).validate(DeliverySource.of(name, bytes)).rowsAccepted();
        if (accepted != rows) {
            throw new IllegalStateException(name + ": accepted " + accepted);
        }
        return accepted;
    }

    private long jsonBare(byte[] lines) throws IOException {
        long letters = 0;
        try (JsonParser parser = json.createParser(lines)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                letters += parser.getText().length();
            }
        }
        return letters;
    }

    private static long workbookBare(byte[] workbook) throws IOException {
        long letters = 0;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<Row> all = book.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) all::iterator) {
                for (int i = 0; i < row.getCellCount(); i++) {
                    letters += row.getCellText(i).length();
                }
            }
        }
        return letters;
    }
}
