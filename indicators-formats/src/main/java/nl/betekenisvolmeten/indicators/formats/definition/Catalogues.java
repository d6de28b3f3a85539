package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashMap;
import java.util.Map;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Catalogues of all kinds of definitions. Immutable: each {@code with} returns a copy.
 *
 * @param byKind the catalogue of each kind that has definitions; each is of the types of its kind
 * @param outlines what identifies each format by its header
 * @param documents definitions as written in files, by kind and id
 */
record Catalogues(
        Map<DefinitionKind<?, ?>, Catalogue<?, ?>> byKind,
        Catalogue<FormatId, FormatDefinition.Outline> outlines,
        Catalogue<String, DefinitionDocument> documents) {

    static final Catalogues EMPTY =
            new Catalogues(Map.of(DefinitionKind.FORMATS, Catalogue.sorted()), Catalogue.sorted(), Catalogue.empty());

    /** Returns the catalogue of a kind; empty without any definition of it. */
    @SuppressWarnings("unchecked") // only with puts catalogues in, each under its own kind
    <K extends Comparable<K>, T> Catalogue<K, T> of(DefinitionKind<K, T> kind) {
        Catalogue<?, ?> catalogue = byKind.get(kind);
        return catalogue == null ? Catalogue.empty() : (Catalogue<K, T>) catalogue;
    }

    /** Returns a copy with a definition that is in no file. */
    <K extends Comparable<K>, T> Catalogues with(DefinitionKind<K, T> kind, T definition) {
        Catalogues more = with(kind, kind.key(definition), Lazy.of(definition));
        return definition instanceof FormatDefinition format ? more.with(FormatDefinition.Outline.from(format)) : more;
    }

    /** Returns a copy with a definition, without its document. Formats know areas, and get the new ones. */
    <K extends Comparable<K>, T> Catalogues with(DefinitionKind<K, T> kind, K id, Lazy<T> definition) {
        Map<DefinitionKind<?, ?>, Catalogue<?, ?>> more = new HashMap<>(byKind);
        more.put(kind, of(kind).with(id, definition));
        Catalogues all = new Catalogues(more, outlines, documents.without(name(kind, id)));
        if (kind == DefinitionKind.AREAS) {
            Catalogue<String, Definitions.AreaList> areas = all.of(DefinitionKind.AREAS);
            more.put(DefinitionKind.FORMATS, of(DefinitionKind.FORMATS).map(format -> format.withAreas(areas)));
        }
        return all;
    }

    /** Returns a copy with the document of a definition, after those of all others. */
    <K extends Comparable<K>> Catalogues documented(
            DefinitionKind<K, ?> kind, K id, Lazy<DefinitionDocument> document) {
        String name = name(kind, id);
        return new Catalogues(byKind, outlines, documents.without(name).with(name, document));
    }

    /** Returns a copy with the outline of a format. */
    Catalogues with(FormatDefinition.Outline outline) {
        return new Catalogues(byKind, outlines.with(outline.id(), Lazy.of(outline)), documents);
    }

    private static <K> String name(DefinitionKind<?, ?> kind, K id) {
        return kind.word() + ' ' + id;
    }
}
