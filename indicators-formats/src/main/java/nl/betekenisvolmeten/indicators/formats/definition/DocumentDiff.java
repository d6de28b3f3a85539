package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Comparability;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Comparability.Cause;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Json;
import nl.betekenisvolmeten.indicators.formats.internal.definition.JsonTreeWriter;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import org.jspecify.annotations.Nullable;

/** The differences between two definition files of a kind, value by value. List items are matched by their names. */
final class DocumentDiff {

    /** Properties that name an item; the first one present counts. */
    private static final List<String> NAMES = List.of("id", "code", "name", "indicator", "area", "period", "measure");

    /** Properties that are words only. */
    private static final Set<String> WORDS =
            Set.of("title", "name", "label", "note", "aliases", "reference", "reason", "inventory");

    /** Properties that change agreements or descriptions, but no figure. */
    private static final Set<String> AGREED = Set.of(
            "definition",
            "agreement",
            "counting",
            "unit",
            "restsOn",
            "provenance",
            "status",
            "validFrom",
            "validTo",
            "level",
            "direction",
            "ambition",
            "relevanceMarginPercent",
            "retired",
            "crossTables");

    private static final String INDICATORS = "indicators";
    private static final String FORMULA = "measure";

    private final DefinitionDocument from;
    private final DefinitionDocument to;
    private final List<Change> changes = new ArrayList<>();

    DocumentDiff(DefinitionDocument from, DefinitionDocument to) {
        this.from = from;
        this.to = to;
    }

    DefinitionDiff diff() {
        compare("", from.root(), to.root());
        changes.removeIf(change -> Set.of("/id", "/version").contains(change.subject()));
        return new DefinitionDiff(from.id(), to.id(), changes, comparabilities());
    }

    private void compare(String path, @Nullable Json before, @Nullable Json after) {
        if (before == null || after == null) {
            changed(before == null ? Change.Kind.VALUE_ADDED : Change.Kind.VALUE_REMOVED, path, before, after);
        } else if (before instanceof Json.Members left && after instanceof Json.Members right) {
            compare(path, left.members(), right.members());
        } else if (before instanceof Json.Items left && after instanceof Json.Items right && isNamed(left, right)) {
            compare(path, byName(left), byName(right));
        } else if (!JsonTreeWriter.compact(before).equals(JsonTreeWriter.compact(after))) {
            changed(Change.Kind.VALUE_CHANGED, path, before, after);
        }
    }

    private void compare(String path, Map<String, Json> before, Map<String, Json> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> compare(path + "/" + name, before.get(name), after.get(name)));
    }

    private static boolean isNamed(Json.Items left, Json.Items right) {
        return Stream.concat(left.items().stream(), right.items().stream()).allMatch(Json.Members.class::isInstance);
    }

    /** Returns items by their names; items without a name, or with that of another, by their numbers. */
    private static Map<String, Json> byName(Json.Items items) {
        Map<String, Json> byName = new LinkedHashMap<>();
        for (Json item : items.items()) {
            String name = NAMES.stream()
                    .flatMap(property ->
                            Stream.ofNullable(((Json.Members) item).members().get(property)))
                    .filter(Json.Text.class::isInstance)
                    .map(text -> ((Json.Text) text).value())
                    .findFirst()
                    .filter(text -> !byName.containsKey(text))
                    .orElse(Integer.toString(byName.size()));
            byName.put(name, item);
        }
        return byName;
    }

    private void changed(Change.Kind kind, String path, @Nullable Json before, @Nullable Json after) {
        changes.add(new Change(kind, level(kind, path), path, shown(before), shown(after)));
    }

    private static Change.Level level(Change.Kind kind, String path) {
        List<String> parts = List.of(path.split("/", -1));
        if (parts.stream().anyMatch(WORDS::contains)) {
            return Change.Level.PATCH;
        }
        return kind == Change.Kind.VALUE_ADDED || parts.stream().anyMatch(AGREED::contains)
                ? Change.Level.MINOR
                : Change.Level.MAJOR;
    }

    /** Returns a value on one line; an object as its name. */
    private static String shown(@Nullable Json value) {
        if (value == null) {
            return "";
        }
        return value instanceof Json.Members object
                ? Stream.of("nl", "name", "title", "label")
                        .filter(object.members()::containsKey)
                        .map(name -> shown(object.members().get(name)))
                        .findFirst()
                        .orElseGet(() -> object.members().keySet().stream().collect(Collectors.joining(", ")))
                : JsonTreeWriter.compact(value);
    }

    private List<Comparability> comparabilities() {
        Map<String, Json> before = indicators(from.root());
        Map<String, Json> after = indicators(to.root());
        Set<String> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .filter(IndicatorId::isValid)
                .map(id -> comparability(id, before, after))
                .toList();
    }

    private static Map<String, Json> indicators(Json.Members set) {
        return set.members().get(INDICATORS) instanceof Json.Items items && isNamed(items, items)
                ? byName(items)
                : Map.of();
    }

    private Comparability comparability(String id, Map<String, Json> before, Map<String, Json> after) {
        List<Comparability.Reason> reasons = before.containsKey(id) && after.containsKey(id)
                ? reasons("/" + INDICATORS + "/" + id + "/")
                : List.of(new Comparability.Reason(Cause.ABSENT, id, ""));
        Comparability.Verdict verdict = reasons.stream()
                .map(reason -> reason.cause().verdict())
                .max(Comparability.Verdict::compareTo)
                .orElse(Comparability.Verdict.COMPARABLE);
        return new Comparability(
                IndicatorId.of(id), verdict, reasons, from.validity(), verdict != Comparability.Verdict.NOT_COMPARABLE);
    }

    /** Returns the relevant changes of an indicator: how it is computed, and what was agreed about it. */
    private List<Comparability.Reason> reasons(String path) {
        return changes.stream()
                .filter(change -> change.subject().startsWith(path) && change.level() != Change.Level.PATCH)
                .map(change -> change.subject().substring(path.length()))
                .map(name -> new Comparability.Reason(
                        name.toLowerCase(Locale.ROOT).startsWith(FORMULA) ? Cause.FORMULA : Cause.AGREEMENT, name, ""))
                .distinct()
                .toList();
    }
}
