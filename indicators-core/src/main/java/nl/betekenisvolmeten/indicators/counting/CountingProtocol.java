package nl.betekenisvolmeten.indicators.counting;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Provenance;

/**
 * How records become the rows of a counting format, as data.
 *
 * @param id by which it is known
 * @param version its version; a count is comparable with another of the same version only
 * @param dimensions what each dimension of the format is filled with
 * @param measures what each measure of the format counts; a measure that is not among them stays empty
 * @param rules the choices
 * @param provenance what it rests on
 */
public record CountingProtocol(
        String id,
        String version,
        Map<ColumnName, DimensionSource> dimensions,
        Map<ColumnName, Counted> measures,
        CountingRules rules,
        Provenance provenance) {

    public CountingProtocol {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
    }

    /**
     * This protocol with other choices, such as to see what a choice does to the figures. Give it another version.
     *
     * @param newVersion the version of the changed protocol
     * @param newRules the choices
     * @return the protocol
     */
    public CountingProtocol withRules(String newVersion, CountingRules newRules) {
        return new CountingProtocol(id, newVersion, dimensions, measures, newRules, provenance);
    }
}
