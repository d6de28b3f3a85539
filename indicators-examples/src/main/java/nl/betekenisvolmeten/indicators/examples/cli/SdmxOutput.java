package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.output.SdmxCsv;
import org.jspecify.annotations.Nullable;

/** Totals as SDMX-CSV: asked for by the name of the file, headed by the concepts of the format. */
final class SdmxOutput {

    private static final String AGENCY = "BETEKENISVOLMETEN";

    private static final String TIME = "TIME_PERIOD";
    private static final List<String> LONGER = List.of("halfjaar", "jaar");

    private SdmxOutput() {}

    static boolean isAsked(@Nullable Path output) {
        return output != null && output.toString().toLowerCase(Locale.ROOT).endsWith(".sdmx.csv");
    }

    /** What the columns are called; of several periods that totals are by, the shortest is the time period. */
    static SdmxCsv.Dataflow dataflow(FormatDefinition format, List<String> by) {
        Map<String, String> concepts = new HashMap<>();
        format.columns().forEach(column -> concepts.put(column.name().value(), column.concept()));
        boolean timed = by.stream().anyMatch(name -> TIME.equals(concepts.get(name)));
        if (!timed) {
            LONGER.stream().filter(by::contains).findFirst().ifPresent(name -> concepts.put(name, TIME));
        }
        return new SdmxCsv.Dataflow(
                AGENCY,
                format.id().name().toUpperCase(Locale.ROOT).replace('-', '_'),
                format.id().version(),
                concepts);
    }
}
