package nl.betekenisvolmeten.indicators.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Areas by name: within a level a name or alias belongs to one area. */
final class AreaNames {

    /** CBS puts the number before the name: Wijk 05 Archipelbuurt. */
    private static final Pattern NUMBERED = Pattern.compile("wijk ([0-9]{1,2}) (.+)");

    private final Map<AreaLevel, Map<String, Area>> byLevel = new EnumMap<>(AreaLevel.class);

    /** Names as they are written in the list: the usual case, found without folding. */
    private final Map<AreaLevel, Map<String, Area>> exact = new EnumMap<>(AreaLevel.class);

    AreaNames(Collection<Area> areas) {
        for (Area area : areas) {
            exact.computeIfAbsent(area.code().level(), level -> new HashMap<>()).put(area.name(), area);
            Stream.concat(Stream.of(area.name()), area.aliases().stream()).forEach(name -> add(area, name));
        }
    }

    private void add(Area area, String name) {
        String key = Texts.nameKey(name);
        put(area, name, key);
        Matcher numbered = NUMBERED.matcher(key);
        if (area.code().level() == AreaLevel.WIJK && numbered.matches()) {
            put(area, name, numbered.group(2));
        }
    }

    private void put(Area area, String name, String key) {
        Area known = byLevel.computeIfAbsent(area.code().level(), level -> new HashMap<>())
                .putIfAbsent(key, area);
        if (known != null && !known.code().equals(area.code())) {
            throw new IllegalArgumentException(
                    "two areas with the same name '" + name + "': " + known.code() + " and " + area.code());
        }
    }

    Optional<Area> find(AreaLevel level, String name) {
        Area asListed = exact.getOrDefault(level, Map.of()).get(name);
        if (asListed != null) {
            return Optional.of(asListed);
        }
        Map<String, Area> areas = byLevel.getOrDefault(level, Map.of());
        String key = Texts.nameKey(name);
        Area area = areas.get(key);
        Matcher numbered = NUMBERED.matcher(key);
        if (area != null || level != AreaLevel.WIJK || !numbered.matches()) {
            return Optional.ofNullable(area);
        }
        int number = Integer.parseInt(numbered.group(1));
        return Optional.ofNullable(areas.get(numbered.group(2))).filter(found -> number(found) == number);
    }

    private static int number(Area wijk) {
        return Integer.parseInt(wijk.code().value().substring(6));
    }
}
