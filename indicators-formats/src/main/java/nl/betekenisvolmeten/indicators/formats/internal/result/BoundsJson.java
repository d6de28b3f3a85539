package nl.betekenisvolmeten.indicators.formats.internal.result;

import nl.betekenisvolmeten.indicators.model.CellValue;

/** A figure in JSON. */
public final class BoundsJson {

    private BoundsJson() {}

    /**
     * Returns a figure for JSON: {@code value}, the number if exact, or the delivered number if part was not delivered; its
     * bounds {@code lower} and {@code upper}; {@code status}, the kind of answer; and the {@code reason} why it is refused.
     *
     * @param value the figure
     * @return the same
     */
    public static JsonObject of(CellValue value) {
        return JsonObject.of("value", Numbers.number(value))
                .with("lower", Numbers.lower(value))
                .with("upper", Numbers.upper(value))
                .with("status", value.status().code())
                .with("reason", value.refusal().map(CellValue.Reason::code));
    }
}
