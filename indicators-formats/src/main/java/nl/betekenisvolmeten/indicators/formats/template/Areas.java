package nl.betekenisvolmeten.indicators.formats.template;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Areas as the texts of a column. */
final class Areas {

    private Areas() {}

    static List<Area> all(ColumnType.Place place) {
        return place.areas().areas(place.level());
    }

    static String text(Area area, ColumnType.Place place) {
        return place.byName() ? area.name() : area.code().value();
    }

    static AreaCode code(ColumnType.Place place, String text) {
        return all(place).stream()
                .filter(area -> text(area, place).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no area '" + text + "'"))
                .code();
    }
}
