package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/** Reads a code list. */
public final class CodelistLoader {

    private enum Areas {
        ALL
    }

    private CodelistLoader() {}

    /** Reads a code list that is a definition of its own. */
    public static Optional<Codelist> read(ObjectReader in) {
        return DefinitionHeader.read(in).flatMap(head -> read(in, head.id().name(), head.title()));
    }

    static Optional<Codelist> read(ObjectReader in, Set<String> ids) {
        Optional<String> id = in.text("id");
        in.mustDiffer("id", ids);
        LocalizedText title = Values.localizedOr(in, "title", id.orElse(Values.NAMELESS));
        return id.flatMap(known -> read(in, known, title));
    }

    private static Optional<Codelist> read(ObjectReader in, String id, LocalizedText title) {
        if (in.has("areas")) {
            in.choice("areas", Areas.class);
            return in.build(() -> Codelist.ofAreas(id, title, List.of()));
        }
        Set<String> codes = new HashSet<>();
        List<Codelist.Item> items = in.each("items", item -> item.build(parts(item, codes)));
        return in.build(() -> Codelist.of(id, title, items));
    }

    /** Reads what an item has, to be made once all of its object is read. */
    static Supplier<Codelist.Item> parts(ObjectReader in, Set<String> codes) {
        Optional<String> code = in.text("code");
        in.mustDiffer("code", codes);
        LocalizedText name = Values.localizedOr(in, "name", code.orElse(Values.NAMELESS));
        List<String> aliases = in.ifGiven().texts("aliases");
        return () -> new Codelist.Item(code.orElseThrow(), name, aliases);
    }
}
