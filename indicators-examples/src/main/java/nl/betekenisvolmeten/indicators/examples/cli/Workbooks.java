package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import nl.betekenisvolmeten.indicators.formats.form.DeliveryWorkbook;
import org.jspecify.annotations.Nullable;

/** Returns a checked delivery as a workbook: with its faults marked, or repaired. */
record Workbooks(Terminal terminal, Output output) {

    /**
     * Writes the requested workbooks. A delivery with personal data is not repaired: the data must be removed first.
     */
    void write(
            @Nullable Path marked,
            @Nullable Path repaired,
            DeliveryWorkbook found,
            Supplier<DeliveryWorkbook> allFindings) {
        Texts texts = terminal.texts();
        if (marked != null) {
            output.writeBytes(marked, out -> found.writeMarked(texts.language(), out));
            terminal.say("validate.markedWritten", marked);
        }
        if (repaired == null) {
            return;
        }
        DeliveryWorkbook workbook = allFindings.get();
        if (workbook.isRepairable()) {
            output.writeBytes(repaired, out -> workbook.writeRepaired(texts.language(), out));
            terminal.say("validate.repaired", workbook.changes().size(), repaired);
        } else {
            terminal.say("validate.notRepaired");
        }
    }
}
