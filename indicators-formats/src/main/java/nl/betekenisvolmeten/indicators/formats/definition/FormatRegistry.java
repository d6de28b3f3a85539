package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Formats by name, then by version. Of each the outline is known; a format itself may not have been read yet.
 *
 * @param outlines the outlines
 * @param formats the formats, with the same keys
 */
record FormatRegistry(Map<FormatId, FormatOutline> outlines, Map<FormatId, FormatDefinition> formats) {

    static final FormatRegistry EMPTY = new FormatRegistry(Map.of(), Map.of());

    FormatRegistry with(FormatOutline outline, Lazy<FormatDefinition> format) {
        Map<FormatId, FormatOutline> more = new TreeMap<>(outlines);
        more.put(outline.id(), outline);
        return new FormatRegistry(Collections.unmodifiableMap(more), LazyMap.plus(formats, outline.id(), format));
    }

    Optional<FormatDefinition> find(FormatId id) {
        return Optional.ofNullable(formats.get(id));
    }

    List<FormatDefinition> all() {
        return outlines.keySet().stream().map(this::get).toList();
    }

    Optional<FormatDefinition> latest(String name) {
        return outlines.keySet().stream()
                .filter(id -> id.name().equals(name))
                .max(Comparator.naturalOrder())
                .map(this::get);
    }

    /** The other versions of a format, by version; they are read when one is asked for. */
    Map<String, FormatDefinition> otherVersions(FormatId format) {
        Map<String, FormatDefinition> others = Map.of();
        for (FormatId id : outlines.keySet()) {
            if (id.name().equals(format.name()) && !id.equals(format)) {
                others = LazyMap.plus(others, id.version(), new Lazy<>(() -> get(id)));
            }
        }
        return others;
    }

    private FormatDefinition get(FormatId id) {
        return Objects.requireNonNull(formats.get(id));
    }
}
