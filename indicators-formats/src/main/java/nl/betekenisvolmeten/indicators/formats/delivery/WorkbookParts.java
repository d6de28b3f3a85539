package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** The sheets of a workbook, in their order. What is blank, and what our own forms explain, is no part. */
record WorkbookParts(DeliverySource workbook, Map<String, DeliverySource> explanations) implements PartedSource {

    static WorkbookParts of(DeliverySource workbook, DeliverySource explanations) {
        return new WorkbookParts(workbook, Map.of(workbook.name(), explanations));
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
