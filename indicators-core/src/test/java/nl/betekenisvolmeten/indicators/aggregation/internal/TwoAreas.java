package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;

/** A city with two stadsdelen, each with one wijk. */
final class TwoAreas {

    static final String NOORD = "SD0518-NOORD";
    static final String ZUID = "SD0518-ZUID";
    static final String HAVEN = "WK051801";
    static final String MARKT = "WK051803";

    private static final AreaCode CITY = AreaCode.of("GM0518");

    static final AreaHierarchy AREAS = AreaHierarchy.of(
            "test",
            2026,
            List.of(
                    Area.of(CITY, "Stad"),
                    Area.of(AreaCode.of(NOORD), "Noord", CITY),
                    Area.of(AreaCode.of(ZUID), "Zuid", CITY),
                    Area.of(AreaCode.of(HAVEN), "Haven", AreaCode.of(NOORD)),
                    Area.of(AreaCode.of(MARKT), "Markt", AreaCode.of(ZUID))));

    private TwoAreas() {}
}
