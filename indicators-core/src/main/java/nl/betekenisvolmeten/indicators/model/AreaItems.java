package nl.betekenisvolmeten.indicators.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The areas of several hierarchies as codes, each with a name that no other area has. */
final class AreaItems {

    private final Map<AreaCode, String> municipalities = new HashMap<>();
    /** Each name of an area, and the place of that area. */
    private final Map<String, String> taken = new HashMap<>();

    private AreaItems(Collection<Area> areas) {
        areas.stream()
                .filter(area -> area.code().level() == AreaLevel.GEMEENTE)
                .forEach(area -> municipalities.put(area.code(), area.name()));
    }

    /** Returns the areas as codes, largest first; an area in several hierarchies is taken from the first. */
    static List<Codelist.Item> of(Collection<AreaHierarchy> hierarchies) {
        Map<AreaCode, Area> areas = new LinkedHashMap<>();
        List<AreaLevel> levels = new ArrayList<>(List.of(AreaLevel.values()));
        Collections.reverse(levels);
        for (AreaLevel level : levels) {
            hierarchies.forEach(
                    hierarchy -> hierarchy.areas(level).forEach(area -> areas.putIfAbsent(area.code(), area)));
        }
        AreaItems items = new AreaItems(areas.values());
        return areas.values().stream()
                .map(area -> Codelist.Item.of(area.code().value(), items.name(area)))
                .toList();
    }

    /** Returns the place of an area; empty for a municipality or a region, whose name suffices. */
    private String place(AreaCode code) {
        return code.level().compareTo(AreaLevel.GEMEENTE) < 0
                ? municipalities.getOrDefault(code.gemeente(), code.gemeente().value())
                : "";
    }

    /**
     * Returns the name of an area. The first area with a name keeps it; others in that municipality are distinguished
     * by their level.
     */
    private LocalizedText name(Area area) {
        String place = place(area.code());
        String level = area.code().level().name().toLowerCase(Locale.ROOT);
        boolean same = place.equals(taken.get(Texts.nameKey(area.name())));
        String name = Stream.of(named(area), named(area, same ? level : place), named(area, level, place))
                .filter(one -> taken.putIfAbsent(Texts.nameKey(one), place) == null)
                .findFirst()
                .orElseGet(() -> area.code().value());
        return LocalizedText.of(name, name);
    }

    private static String named(Area area, String... parts) {
        String told = Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return told.isEmpty() ? area.name() : area.name() + " (" + told + ")";
    }
}
