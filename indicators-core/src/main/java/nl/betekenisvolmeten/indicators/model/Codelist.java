package nl.betekenisvolmeten.indicators.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The codes that a dimension may have, in the order in which they were given. A text stands for one code at most. */
public final class Codelist {

    private final String id;
    private final LocalizedText title;
    private final List<CodelistItem> items;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, CodelistItem> byNotation = new HashMap<>();
    private final Map<String, CodelistItem> byName = new HashMap<>();

    private Codelist(String id, LocalizedText title, List<CodelistItem> items) {
        this.id = id;
        this.title = title;
        this.items = List.copyOf(items);
        for (CodelistItem item : this.items) {
            addCode(item);
        }
        for (CodelistItem item : this.items) {
            item.names().forEach(name -> addName(item, name));
        }
    }

    private void addCode(CodelistItem item) {
        CodelistItem known = byNotation.putIfAbsent(Texts.codeKey(item.code()), item);
        if (known != null) {
            throw new IllegalArgumentException(
                    "in " + id + " two codes with one notation: '" + known.code() + "', '" + item.code() + "'");
        }
        positions.put(item.code(), positions.size());
    }

    private void addName(CodelistItem item, String name) {
        refuseOther(item, name, byName.putIfAbsent(Texts.nameKey(name), item));
        refuseOther(item, name, byNotation.get(Texts.codeKey(name)));
    }

    private void refuseOther(CodelistItem item, String name, @Nullable CodelistItem known) {
        if (known != null && !known.code().equals(item.code())) {
            throw new IllegalArgumentException(
                    "in " + id + " '" + name + "' stands for both " + known.code() + " and " + item.code());
        }
    }

    /**
     * A code list.
     *
     * @param id its name in definitions, such as {@code doelgroep}
     * @param title its name for people
     * @param items the codes, at least one
     * @return the list
     * @throws IllegalArgumentException if the id is blank, there is no code, two codes differ in notation only, two
     *     codes share a name or alias, or a name of one is the code of another; the message names them
     */
    public static Codelist of(String id, LocalizedText title, List<CodelistItem> items) {
        if (id.isBlank() || items.isEmpty()) {
            throw new IllegalArgumentException("a code list has a name and codes: '" + id + "', " + items);
        }
        return new Codelist(id, title, items);
    }

    /**
     * Its name in definitions.
     *
     * @return such as {@code doelgroep}
     */
    public String id() {
        return id;
    }

    /**
     * Its name for people.
     *
     * @return the title
     */
    public LocalizedText title() {
        return title;
    }

    /**
     * The codes.
     *
     * @return the items, in the order given
     */
    public List<CodelistItem> items() {
        return items;
    }

    /**
     * Returns the codes by themselves.
     *
     * @return the codes, in the order given
     */
    public List<String> codes() {
        return items.stream().map(CodelistItem::code).toList();
    }

    /**
     * How many codes there are.
     *
     * @return at least 1
     */
    public int size() {
        return items.size();
    }

    /**
     * Whether a text is exactly a code of the list.
     *
     * @param code any text
     * @return true when it is
     */
    public boolean contains(String code) {
        return positions.containsKey(code);
    }

    /**
     * The place of a code, for tables that keep numbers in place of codes.
     *
     * @param code any text
     * @return from 0 to {@link #size()} - 1 in the order given, or -1 when the text is not a code of the list
     */
    public int index(String code) {
        return positions.getOrDefault(code, -1);
    }

    /**
     * The item with exactly this code.
     *
     * @param code any text
     * @return the item, or empty when the text is not a code of the list
     */
    public Optional<CodelistItem> find(String code) {
        return Optional.ofNullable(positions.get(code)).map(items::get);
    }

    /**
     * The item whose code is this text but for case, blanks and the kind of dash: {@code 12 – 17} is {@code 12-17}.
     *
     * @param text any text
     * @return the item, or empty when there is none
     */
    public Optional<CodelistItem> findIgnoringNotation(String text) {
        return Optional.ofNullable(byNotation.get(Texts.codeKey(text)));
    }

    /**
     * The item with a name, in either language, or an alias. Case, accents and blanks don't matter, nor whether words
     * are joined by a blank, a hyphen, a slash, {@code en}, {@code and} or {@code &}. Codes are not looked at.
     *
     * @param text any text
     * @return the item, or empty when there is none
     */
    public Optional<CodelistItem> findByNameOrAlias(String text) {
        return Optional.ofNullable(byName.get(Texts.nameKey(text)));
    }

    /**
     * The items whose code, name or alias is nearest to a text.
     *
     * @param text what was written
     * @param max how many at most, at least 1; never more than {@link Suggestions#MAX}
     * @return the nearest, best first; may be empty
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    public List<CodelistItem> nearest(String text, int max) {
        return Suggestions.nearest(
                text,
                items,
                item -> Stream.concat(Stream.of(item.code()), item.names().stream())
                        .toList(),
                max);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Codelist that
                && id.equals(that.id)
                && title.equals(that.title)
                && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * id.hashCode() + title.hashCode()) + items.hashCode();
    }

    @Override
    public String toString() {
        return id + " (" + items.size() + " codes)";
    }
}
