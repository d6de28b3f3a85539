package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import org.jspecify.annotations.Nullable;

/** Where the rows of all files come together: past what was agreed, with an eye on files about the same. */
final class MergedRows {

    private final Function<FormatDefinition, RowTaker> start;
    private final Optional<ReportingContext> context;
    private final OverlapWatch overlaps = new OverlapWatch();
    private @Nullable Sink sink;

    private record Sink(FormatDefinition format, RowTaker to, Optional<AgreedRows> agreed) {}

    MergedRows(Function<FormatDefinition, RowTaker> start, Optional<ReportingContext> context) {
        this.start = start;
        this.context = context;
    }

    /** Takes the rows of a file that is written in one format and read as another. */
    RowTaker of(DeliverySource source, FormatDefinition written, FormatDefinition readAs) {
        Sink all = sink(source, readAs);
        RowTaker to =
                all.agreed().map(agreed -> agreed.of(file(source, written))).orElse(all.to());
        // a ledger says which of two files counts
        boolean isLedger =
                context.filter(known -> !known.deliveries().isEmpty()).isPresent();
        return isLedger ? to : overlaps.watch(source, readAs.ruleSet().structure(), to);
    }

    private Sink sink(DeliverySource source, FormatDefinition format) {
        Sink known = sink;
        if (known == null) {
            RowTaker to = start.apply(format);
            known = new Sink(format, to, context.map(agreed -> AgreedRows.of(agreed, format, to)));
            sink = known;
        } else if (!known.format().id().equals(format.id())) {
            throw new IndicatorsException(source.name() + " became another form while it was read: " + format.id());
        }
        return known;
    }

    private static DeliveryFile file(DeliverySource source, FormatDefinition written) {
        try {
            return DeliveryFile.of(source, written.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of it, when all files were read. */
    SetReport finish(List<FileRead> files) {
        Sink known = sink;
        return new SetReport(
                files,
                overlaps.overlaps(),
                known == null ? Optional.empty() : known.agreed().map(AgreedRows::finish));
    }
}
