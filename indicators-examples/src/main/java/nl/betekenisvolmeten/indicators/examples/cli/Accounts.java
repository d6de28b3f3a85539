package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.AccountReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.PartedSource;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.Leniency;

/** Folders, zips and workbooks of several parts among the files of a command line: accounts. */
final class Accounts {

    private static final String WORKBOOK = ".xlsx";

    private final Definitions definitions;
    private final List<ReportingAgreement> agreements;

    Accounts(Lookup lookup, List<ReportingAgreement> agreements) {
        this.agreements = agreements;
        definitions = lookup.definitions();
    }

    private AccountReader reader() {
        List<AccountDefinition> known = definitions.accounts().all();
        return AccountReader.of(known.get(known.size() - 1))
                .withLaterVersions(definitions)
                .withAgreements(agreements);
    }

    /**
     * Returns the paths that are an account, in order; workbooks only if asked for. A folder without files is not an
     * account, but a mistake.
     */
    Map<Path, PartedSource> among(List<Path> paths, boolean workbooks) {
        Map<Path, PartedSource> accounts = new LinkedHashMap<>();
        for (Path path : paths) {
            if (Files.isReadable(path)
                    && (!Files.isDirectory(path) || !inside(path).isEmpty())) {
                PartedSource.of(path, PartedSource.Limits.withDefaults())
                        .ifPresent(source -> accounts.put(path, source));
                if (workbooks) {
                    workbook(path).ifPresent(source -> accounts.put(path, source));
                }
            }
        }
        return accounts;
    }

    /**
     * Returns a workbook with the headers of several parts as an account; empty for any other, which is a delivery of
     * one format.
     */
    private Optional<PartedSource> workbook(Path path) {
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(WORKBOOK) || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        DeliverySource source = DeliverySource.of(path);
        return reader().recognises(source, definitions)
                ? Optional.of(Explanations.nextTo(path)
                        .map(explanations -> PartedSource.ofWorkbook(source, DeliverySource.of(explanations)))
                        .orElseGet(() -> PartedSource.ofWorkbook(source)))
                : Optional.empty();
    }

    /** Returns the files that are read for accounts: no output may be one of them. */
    static List<Path> inputs(Collection<Path> accounts) {
        List<Path> inputs = new ArrayList<>(accounts);
        accounts.stream().filter(Files::isDirectory).forEach(folder -> inputs.addAll(inside(folder)));
        accounts.forEach(account -> Explanations.nextTo(account).ifPresent(inputs::add));
        return inputs;
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Returns a report for each part, with its explanations, followed by one for the whole if there are several parts.
     */
    List<CheckedDelivery> read(Map<Path, PartedSource> accounts, Leniency leniency, int maxFindings) {
        List<CheckedDelivery> checked = new ArrayList<>();
        if (accounts.isEmpty()) {
            return checked;
        }
        AccountReader reader = reader().withLeniency(leniency)
                .withLimits(ReadLimits.withDefaults().withFindings(maxFindings));
        accounts.values().forEach(source -> {
            AccountReader.Report account = reader.read(source);
            for (AccountReader.Report.Part part : account.parts()) {
                checked.add(part.explanations()
                        .map(explanations -> CheckedDelivery.of(part.report(), definitions, explanations))
                        .orElseGet(() -> CheckedDelivery.of(part.report(), definitions)));
            }
            if (!account.isOneDelivery()) {
                checked.add(CheckedDelivery.of(whole(account), definitions));
            }
        });
        return checked;
    }

    private static DeliveryReport whole(AccountReader.Report account) {
        long rows =
                account.parts().stream().mapToLong(part -> part.report().rows()).sum();
        long accepted = account.parts().stream()
                .mapToLong(part -> part.report().rowsAccepted())
                .sum();
        return new DeliveryReport(
                account.source(), Optional.empty(), Optional.of(account.format()), rows, accepted, account.findings());
    }
}
