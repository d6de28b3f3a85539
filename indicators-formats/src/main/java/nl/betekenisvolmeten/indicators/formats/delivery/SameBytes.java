package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two files that hold the same to the byte, so that together they count everything twice.
 *
 * @param first the name of the file that came first
 * @param second the name of the other
 */
public record SameBytes(String first, String second) {

    /**
     * Finds them.
     *
     * @param reports of the files, in their order
     * @return each file that was there before, with the first that it is the same as. Files of which no row was accepted
     *     count nothing and are no matter; those without a hash cannot be compared
     */
    public static List<SameBytes> among(List<DeliveryReport> reports) {
        Map<String, String> names = new HashMap<>();
        List<SameBytes> same = new ArrayList<>();
        for (DeliveryReport report : reports) {
            if (report.rowsAccepted() > 0 && report.sha256().isPresent()) {
                Optional.ofNullable(names.putIfAbsent(report.sha256().get(), report.source()))
                        .ifPresent(first -> same.add(new SameBytes(first, report.source())));
            }
        }
        return same;
    }
}
