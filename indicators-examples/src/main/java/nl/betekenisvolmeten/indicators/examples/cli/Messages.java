package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.report.ReportSettings;

/** Tells on the terminal what was found in deliveries, beside the result of a command. */
final class Messages {

    private Messages() {}

    static void findings(List<DeliveryReport> reports, Audience audience, Terminal terminal) {
        findings(reports, Definitions.bundled(), audience, terminal);
    }

    static void findings(List<DeliveryReport> reports, Definitions definitions, Audience audience, Terminal terminal) {
        ReportSettings settings =
                ReportSettings.of(Version.text(), terminal.texts().language(), audience);
        List<CheckedDelivery> checked = reports.stream()
                .map(report -> CheckedDelivery.of(report, definitions))
                .toList();
        try {
            ReportKind.TEXT.write(checked, settings, terminal.err());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.err().flush();
    }
}
