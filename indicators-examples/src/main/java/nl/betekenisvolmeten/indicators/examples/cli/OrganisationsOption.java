package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for attributes of organisations, by which rows are added up and compared. */
final class OrganisationsOption {

    private static final FormatId FORM = FormatId.of("organisaties", "2026.1");

    @Option(names = "--organisations", descriptionKey = "organisations", paramLabel = "FILE")
    private @Nullable Path file;

    private final Subcommand command;

    OrganisationsOption(Subcommand command) {
        this.command = command;
    }

    /** Returns the organisations of the file; none without a file. */
    Organisations read(Lookup lookup) {
        if (file == null) {
            return Organisations.NONE;
        }
        FormFiles forms = new FormFiles(command);
        Organisations organisations = new Organisations(forms.read(file, source -> {
            List<CheckedRow> rows = new ArrayList<>();
            DeliveryReport report = DeliveryReader.of(lookup.definitions())
                    .withFormat(FORM)
                    .open(source)
                    .readRows(rows::add);
            return new Checked<>(report.format().map(any -> List.copyOf(rows)), report.findings());
        }));
        if (forms.errors()) {
            throw CommandException.badData(file.toString());
        }
        return organisations;
    }
}
