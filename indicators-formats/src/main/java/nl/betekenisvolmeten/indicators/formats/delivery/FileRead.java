package nl.betekenisvolmeten.indicators.formats.delivery;

import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * What became of a file of a set.
 *
 * @param source the file
 * @param way how its rows got among those of the others
 * @param report what its check gave, with what was found when its rows were carried over. Its rows are accepted when they
 *     were good and are rows of the other version too
 * @param carried what was found when its rows were carried over, such as losses; part of the findings of the report
 */
public record FileRead(DeliverySource source, FileMapping way, DeliveryReport report, Findings carried) {

    static FileRead of(DeliverySource source, FileMapping way, DeliveryReport report) {
        return new FileRead(source, way, report, Findings.none());
    }
}
