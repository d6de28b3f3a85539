package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionHeader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;

/** Reads inhabitants of areas. */
final class PopulationLoader {

    /** More than mankind: no sum of such numbers overflows. */
    private static final long MAX_COUNT = 10_000_000_000L;

    private PopulationLoader() {}

    private record AreaFigures(AreaCode area, Population.Figures figures) {}

    static Optional<Definitions.PopulationList> read(ObjectReader in, Definitions definitions) {
        DefinitionHeader head = DefinitionHeader.of(in);
        Optional<Definitions.AreaList> areas = definitions.areas().named(in, "areas");
        Map<String, AreaCode> codes = areas.map(list -> codes(list.hierarchy())).orElse(Map.of());
        Set<String> seen = new HashSet<>();
        Map<AreaCode, Population.Figures> figures = new TreeMap<>();
        for (ObjectReader item : in.objects("figures")) {
            figures(item, areas.isPresent(), codes, seen).ifPresent(read -> figures.put(read.area(), read.figures()));
        }
        return in.build(() -> {
            Population population = new Population(head.id().name(), figures);
            return new Definitions.PopulationList(population, head.id().version(), head.title(), head.provenance());
        });
    }

    private static Map<String, AreaCode> codes(AreaHierarchy areas) {
        Map<String, AreaCode> codes = new LinkedHashMap<>();
        Arrays.stream(AreaLevel.values())
                .flatMap(level -> areas.areas(level).stream())
                .forEach(area -> codes.put(area.code().value(), area.code()));
        return codes;
    }

    /**
     * Reads the figures of an area. The status and the date of the bands are checked but not kept: {@link
     * Population.Figures} has no place for them.
     */
    private static Optional<AreaFigures> figures(
            ObjectReader in, boolean areasKnown, Map<String, AreaCode> codes, Set<String> seen) {
        Optional<AreaCode> area =
                areasKnown ? in.reference("area", codes) : in.parsed("area", AreaCode::of, Values.AREAS);
        in.mustDiffer("area", seen);
        Optional<String> date = in.text("date");
        Optional<Long> total = in.ifGiven().whole("total", 0, MAX_COUNT);
        List<Population.Band> bands = in.ifGiven().each("bands", PopulationLoader::band);
        in.ifGiven().text("bandsDate");
        if (in.has("status")) {
            in.choice("status", DefinitionHeader.STATUSES);
        }
        OptionalLong all = total.map(OptionalLong::of).orElse(OptionalLong.empty());
        return in.build(
                () -> new AreaFigures(area.orElseThrow(), new Population.Figures(date.orElseThrow(), all, bands)));
    }

    private static Optional<Population.Band> band(ObjectReader in) {
        Optional<AgeBand> age = in.parsed("age", Values::age, "0-14, 65+");
        Optional<Long> count = in.whole("count", 0, MAX_COUNT);
        return in.build(() -> new Population.Band(age.orElseThrow(), count.orElseThrow()));
    }
}
