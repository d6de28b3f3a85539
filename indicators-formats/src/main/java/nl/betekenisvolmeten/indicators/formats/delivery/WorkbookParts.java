package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** The sheets of a workbook, in their order. What is blank, and what our own forms explain, is no part. */
final class WorkbookParts implements PartedSource {

    private final DeliverySource workbook;
    private final Optional<DeliverySource> explanations;

    WorkbookParts(DeliverySource workbook, Optional<DeliverySource> explanations) {
        this.workbook = workbook;
        this.explanations = explanations;
    }

    @Override
    public Map<String, DeliverySource> explanations() {
        return explanations.map(file -> Map.of(name(), file)).orElse(Map.of());
    }

    @Override
    public String name() {
        return workbook.name();
    }

    @Override
    public Checked<List<DeliverySource>> parts() {
        List<DeliverySheet> sheets = DeliveryReader.of(Definitions.empty()).sheets(workbook);
        if (sheets.isEmpty()) {
            return AccountCodes.unreadable(name(), AccountCodes.Reason.MALFORMED);
        }
        List<DeliverySource> parts = sheets.stream()
                .filter(sheet -> !sheet.blank() && !AccountDefinition.isExplanationSheet(sheet.name()))
                .map(DeliverySheet::source)
                .toList();
        return Checked.of(parts, Findings.of(List.of()));
    }
}
