package nl.betekenisvolmeten.indicators.formats.internal.result;

import nl.betekenisvolmeten.indicators.finding.Finding;

/** A finding in JSON. */
public final class FindingJson {

    private FindingJson() {}

    /**
     * Returns a finding for JSON: where it is, what the cell contains, masked, what is wrong, and what was probably meant.
     *
     * @param finding the finding
     * @param message what it says, in words
     * @return the same
     */
    public static JsonObject of(Finding finding, String message) {
        return JsonObject.of("code", finding.code())
                .with("severity", finding.severity())
                .with("row", finding.location().row().stream().boxed().findFirst())
                .with("column", finding.location().column())
                .with("value", finding.value())
                .with("message", message)
                .with("suggestions", finding.suggestions());
    }
}
