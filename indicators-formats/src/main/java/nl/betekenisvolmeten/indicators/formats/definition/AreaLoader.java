package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionHeader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;

/** Reads the areas of a year. */
final class AreaLoader {

    private AreaLoader() {}

    static Optional<Definitions.AreaList> read(ObjectReader in) {
        DefinitionHeader head = DefinitionHeader.of(in);
        Optional<Long> year = in.whole("year", 1900, 2999);
        Map<String, AreaCode> codes = new LinkedHashMap<>();
        in.peekObjects("areas")
                .forEach(item ->
                        item.peek("code").flatMap(AreaCode::parse).ifPresent(code -> codes.put(code.value(), code)));
        Set<String> seen = new HashSet<>();
        List<Area> areas = in.each("areas", item -> area(item, codes, seen));
        return in.build(() -> {
            AreaHierarchy hierarchy =
                    AreaHierarchy.of(head.id().name(), year.orElseThrow().intValue(), areas);
            return new Definitions.AreaList(hierarchy, head.id().version(), head.title(), head.provenance());
        });
    }

    private static Optional<Area> area(ObjectReader in, Map<String, AreaCode> codes, Set<String> seen) {
        Optional<AreaCode> code = in.parsed("code", AreaCode::of, Values.AREAS);
        in.mustDiffer("code", seen);
        Optional<String> name = in.text("name");
        List<String> aliases = in.ifGiven().texts("aliases");
        Optional<AreaCode> parent = in.ifGiven().reference("parent", codes);
        return in.build(() -> new Area(code.orElseThrow(), name.orElseThrow(), aliases, parent));
    }
}
