package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** Reads which codes become which: each earlier code must be spoken of, once. */
final class CodeMapLoader {

    private final ObjectReader item;
    private final Codelist earlier;
    private final Codelist later;

    private CodeMapLoader(ObjectReader item, Codelist earlier, Codelist later) {
        this.item = item;
        this.earlier = earlier;
        this.later = later;
    }

    static Optional<MigrationStep> read(ObjectReader item, ColumnName column, Codelist earlier, Codelist later) {
        return new CodeMapLoader(item, earlier, later).read(column);
    }

    private Optional<MigrationStep> read(ColumnName column) {
        Map<String, String> codes = new TreeMap<>();
        item.object("codes").ifPresent(inner -> codes.putAll(codes(inner)));
        Map<String, Set<String>> split = new TreeMap<>();
        Optional<String> splitTo = Optional.empty();
        if (item.has("split")) {
            item.object("split").ifPresent(inner -> split.putAll(split(inner)));
            splitTo = item.reference("splitTo", byName(later));
        }
        Optional<String> to = splitTo;
        return item.build(() -> {
            Set<String> silent = new TreeSet<>(RuleLoader.codes(earlier));
            silent.removeAll(codes.keySet());
            silent.removeAll(split.keySet());
            if (!silent.isEmpty()) {
                throw new IllegalArgumentException("nothing is said of codes " + silent + " of column " + column);
            }
            return new MigrationStep.MapCodes(column, codes, split, to);
        });
    }

    /** The codes of a list by themselves, to look up what a definition refers to. */
    static Map<String, String> byName(Codelist list) {
        Map<String, String> byName = new LinkedHashMap<>();
        RuleLoader.codes(list).forEach(code -> byName.put(code, code));
        return byName;
    }

    private Map<String, String> codes(ObjectReader in) {
        Map<String, String> codes = new TreeMap<>();
        for (String code : in.names()) {
            checkEarlier(in, code);
            in.reference(code, byName(later)).ifPresent(image -> codes.put(code, image));
        }
        return codes;
    }

    private Map<String, Set<String>> split(ObjectReader in) {
        List<String> known = RuleLoader.codes(later);
        Map<String, Set<String>> split = new TreeMap<>();
        for (String code : in.names()) {
            checkEarlier(in, code);
            List<Json.Text> parts = in.differentTexts(code);
            parts.stream()
                    .filter(part -> !later.contains(part.value()))
                    .forEach(part -> in.scope().notFound(part, code, known));
            split.put(code, new TreeSet<>(Values.strings(parts)));
        }
        return split;
    }

    private void checkEarlier(ObjectReader in, String code) {
        if (!earlier.contains(code)) {
            in.scope().nameNotFound(code, RuleLoader.codes(earlier));
        }
    }
}
