package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A small delivery that a text alone does not make: carried in another way, or read together with the one before it.
 *
 * @param format the format it is a delivery of
 * @param file the delivery
 * @param previous the delivery before it, with which it must be compared; empty when there is none
 * @param expected all that must be found; empty for a delivery that keeps the rule
 * @param accepted the number of rows without an error
 */
public record KitDelivery(
        FormatId format, KitFile file, Optional<KitFile> previous, List<KitCase.Expected> expected, int accepted) {

    public KitDelivery {
        expected = List.copyOf(expected);
    }
}
