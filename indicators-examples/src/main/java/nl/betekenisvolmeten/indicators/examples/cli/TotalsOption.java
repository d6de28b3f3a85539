package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.form.CsvTotals;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The option for totals in addition to deliveries: totals that organisations counted themselves, or totals that are
 * only compared.
 */
final class TotalsOption {

    @Option(names = "--totals", descriptionKey = "totals", paramLabel = "FILE")
    private @Nullable Path file;

    private final Texts texts;
    private final Inputs inputs;
    private Optional<Path> compared = Optional.empty();

    TotalsOption(Subcommand command) {
        texts = command.texts;
        inputs = command.inputs;
    }

    /**
     * Returns the deliveries with the totals that organisations counted themselves; a file with another layout, by its
     * header, is wrong usage.
     */
    Deliveries with(Deliveries deliveries, Lookup lookup) {
        Deliveries all = withOrCompared(deliveries, lookup);
        compared.ifPresent(other -> {
            throw texts.wrong("totals.layout", other.getFileName());
        });
        return all;
    }

    /** Returns the same, but keeps a file with another layout for comparison. */
    Deliveries withOrCompared(Deliveries deliveries, Lookup lookup) {
        Path totals = file;
        if (totals == null) {
            return deliveries;
        }
        boolean own = deliveries
                .reader(lookup)
                .recognise(inputs.source(totals))
                .flatMap(FormatDefinition::ownTotals)
                .isPresent();
        compared = Optional.of(totals).filter(any -> !own);
        return own ? deliveries.and(totals) : deliveries;
    }

    /** Compares computed totals with those that are only compared, if any. */
    TotalsComparison compare(ResultTable result, AggregationPlan plan, RuleSet rules) {
        if (compared.isEmpty()) {
            return new TotalsComparison(List.of(), Findings.none());
        }
        Path totals = compared.get();
        Checked<List<TotalsComparison.Delivered>> read = CsvTotals.read(inputs.source(totals), plan, rules);
        if (read.findings().hasErrors()) {
            Finding first = read.findings().kept().get(0);
            throw CommandException.usage(totals.getFileName() + ": " + first.code() + ": "
                    + MessageCatalogue.bundled()
                            .message(first, texts.language(), Audience.IT)
                            .text());
        }
        return TotalsComparison.of(result, read.orThrow());
    }
}
