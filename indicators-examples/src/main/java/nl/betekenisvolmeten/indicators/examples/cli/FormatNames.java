package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Finds formats by what people type: {@code ID} for the latest version, or {@code ID@VERSION}. */
final class FormatNames {

    private FormatNames() {}

    /**
     * The format, a bundled one.
     *
     * @throws UsageException if there is none
     */
    static FormatDefinition find(String wanted, Texts texts) {
        return find(wanted, Definitions.bundled(), texts);
    }

    /**
     * The format, one of the definitions at hand.
     *
     * @throws UsageException if there is none
     */
    static FormatDefinition find(String wanted, Definitions definitions, Texts texts) {
        Optional<FormatDefinition> found = wanted.contains("@")
                ? FormatId.parse(wanted).flatMap(definitions.formats()::find)
                : definitions.formats().latest(wanted);
        return found.orElseThrow(() -> UsageException.noFormat(wanted, definitions, texts));
    }
}
