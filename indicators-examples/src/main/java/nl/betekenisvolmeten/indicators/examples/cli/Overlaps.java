package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Notices that two files are about the same organisation and period. That is right when an organisation delivers in
 * parts, and counts double when one file corrects the other; only people can tell, so they are told.
 */
final class Overlaps {

    private record Report(String reporter, String period) {}

    private final Map<Report, String> firstFile = new HashMap<>();
    private final Map<Report, String> secondFile = new LinkedHashMap<>();

    /** Looks at the rows of a file on their way to where they are counted. */
    Consumer<Observation> watch(String file, TableStructure structure, Consumer<Observation> to) {
        OptionalInt reporter = structure.reporterIndex();
        OptionalInt time = structure.timeIndex();
        if (reporter.isEmpty() || time.isEmpty()) {
            return to;
        }
        return row -> {
            see(file, new Report(row.code(reporter.getAsInt()), row.code(time.getAsInt())));
            to.accept(row);
        };
    }

    private void see(String file, Report report) {
        String first = firstFile.computeIfAbsent(report, any -> file);
        if (!first.equals(file)) {
            secondFile.putIfAbsent(report, file);
        }
    }

    /** Tells what was noticed, once for each organisation and period. */
    void tell(Terminal terminal) {
        secondFile.forEach((report, second) -> terminal.err()
                .println(terminal.texts()
                        .of(
                                "deliveries.overlap",
                                firstFile.getOrDefault(report, second),
                                second,
                                report.reporter(),
                                report.period())));
    }
}
