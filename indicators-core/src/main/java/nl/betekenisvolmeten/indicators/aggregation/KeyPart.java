package nl.betekenisvolmeten.indicators.aggregation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** One part of a group's key, worked out once for each distinct code. */
final class KeyPart {

    private final int dimension;
    private final Function<String, String> rollUp;
    private final Map<String, String> known = new HashMap<>();

    private KeyPart(int dimension, Function<String, String> rollUp) {
        this.dimension = dimension;
        this.rollUp = rollUp;
    }

    static KeyPart of(Grouping grouping, TableStructure structure) {
        int index = structure
                .dimensionIndex(grouping.column())
                .orElseThrow(() -> new IllegalArgumentException("no dimension " + grouping.column()));
        Dimension dimension = structure.dimensions().get(index);
        if (grouping instanceof Grouping.ByArea byArea) {
            if (!(dimension instanceof Dimension.Place place) || byArea.level().compareTo(place.level()) < 0) {
                throw new IllegalArgumentException(
                        "no areas to roll up to " + byArea.level() + " in " + grouping.column());
            }
            return new KeyPart(index, code -> area(place, code, byArea));
        }
        if (grouping instanceof Grouping.ByPeriod byPeriod) {
            if (!(dimension instanceof Dimension.Time)) {
                throw new IllegalArgumentException("no periods in " + grouping.column());
            }
            return new KeyPart(
                    index, code -> period(code).rollUp(byPeriod.kind()).code());
        }
        return new KeyPart(index, Function.identity());
    }

    private static String area(Dimension.Place place, String code, Grouping.ByArea byArea) {
        return place.area(code, byArea.level())
                .map(AreaCode::value)
                .or(() -> place.residuals().find(code).map(Residual::code))
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + code + "' has no area of level " + byArea.level()));
    }

    static Period period(String code) {
        return Period.parseCode(code)
                .orElseThrow(() -> new IllegalArgumentException("not a CBS period code: '" + code + "'"));
    }

    int dimension() {
        return dimension;
    }

    String of(Observation observation) {
        return of(observation.code(dimension));
    }

    String of(String code) {
        return known.computeIfAbsent(code, rollUp);
    }
}
