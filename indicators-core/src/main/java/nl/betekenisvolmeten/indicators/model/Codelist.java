package nl.betekenisvolmeten.indicators.model;

import java.util.Collection;
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
    private final List<Item> items;
    private final boolean ofAreas;
    private final Map<String, Item> byCode = new HashMap<>();
    private final Map<String, Item> byNotation = new HashMap<>();
    private final Map<String, Item> byName = new HashMap<>();

    private Codelist(String id, LocalizedText title, List<Item> items, boolean ofAreas) {
        this.ofAreas = ofAreas;
        this.id = id;
        this.title = title;
        this.items = List.copyOf(items);
        for (Item item : this.items) {
            addCode(item);
        }
        for (Item item : this.items) {
            item.names().forEach(name -> addName(item, name));
        }
    }

    private void addCode(Item item) {
        Item known = byNotation.putIfAbsent(Texts.codeKey(item.code()), item);
        if (known != null) {
            throw new IllegalArgumentException(
                    "in " + id + " two codes with one notation: '" + known.code() + "', '" + item.code() + "'");
        }
        byCode.put(item.code(), item);
    }

    private void addName(Item item, String name) {
        refuseOther(item, name, byName.putIfAbsent(Texts.nameKey(name), item));
        refuseOther(item, name, byNotation.get(Texts.codeKey(name)));
    }

    private void refuseOther(Item item, String name, @Nullable Item known) {
        if (known != null && !known.code().equals(item.code())) {
            throw new IllegalArgumentException(
                    "in " + id + " '" + name + "' is a name of both " + known.code() + " and " + item.code());
        }
    }

    /**
     * Returns a code list.
     *
     * @param id its name in definitions, such as {@code doelgroep}
     * @param title its name for people
     * @param items the codes, at least one
     * @return the list
     * @throws IllegalArgumentException if the id is blank, there is no code, two codes differ in notation only, two
     *     codes share a name or alias, or a name of one is the code of another; the message names them
     */
    public static Codelist of(String id, LocalizedText title, List<Item> items) {
        if (id.isBlank() || items.isEmpty()) {
            throw new IllegalArgumentException("a code list must have a name and codes: '" + id + "', " + items);
        }
        return new Codelist(id, title, items, false);
    }

    /**
     * Returns the list of all known areas, by their codes. Where areas share a name, the first of them keeps it, in
     * order of size; the others are named with their level or municipality as well.
     *
     * @param id the name of the list
     * @param title what it holds
     * @param areas the areas
     * @return the list; without codes if no areas are known
     */
    public static Codelist ofAreas(String id, LocalizedText title, Collection<AreaHierarchy> areas) {
        return new Codelist(id, title, AreaItems.of(areas), true);
    }

    /**
     * Returns whether this is a list of all known areas.
     *
     * @return true for one {@linkplain #ofAreas of areas}
     */
    public boolean isOfAreas() {
        return ofAreas;
    }

    /**
     * Returns this list with other areas.
     *
     * @param areas the known areas
     * @return the list; this list if it is not one {@linkplain #ofAreas of areas}
     */
    public Codelist withAreas(Collection<AreaHierarchy> areas) {
        return ofAreas ? ofAreas(id, title, areas) : this;
    }

    /**
     * Returns its name in definitions.
     *
     * @return such as {@code doelgroep}
     */
    public String id() {
        return id;
    }

    /**
     * Returns its name for people.
     *
     * @return the title
     */
    public LocalizedText title() {
        return title;
    }

    /**
     * Returns the codes.
     *
     * @return the items, in the order given
     */
    public List<Item> items() {
        return items;
    }

    /**
     * Returns the codes by themselves.
     *
     * @return the codes, in the order given
     */
    public List<String> codes() {
        return items.stream().map(Codelist.Item::code).toList();
    }

    /**
     * Returns how many codes there are.
     *
     * @return at least 1
     */
    public int size() {
        return items.size();
    }

    /**
     * Returns whether a text is exactly a code of the list.
     *
     * @param code any text
     * @return true when it is
     */
    public boolean contains(String code) {
        return byCode.containsKey(code);
    }

    /**
     * Returns the item with exactly this code.
     *
     * @param code any text
     * @return the item, or empty when the text is not a code of the list
     */
    public Optional<Item> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * Returns the item whose code is this text but for case, blanks and the kind of dash: {@code 12 – 17} is
     * {@code 12-17}.
     *
     * @param text any text
     * @return the item, or empty when there is none
     */
    public Optional<Item> findIgnoringNotation(String text) {
        return Optional.ofNullable(byNotation.get(Texts.codeKey(text)));
    }

    /**
     * Returns the item with a name, in either language, or an alias. Case, accents and blanks don't matter, nor whether
     * words are joined by a blank, a hyphen, a slash, {@code en}, {@code and} or {@code &}. Codes are not looked at.
     *
     * @param text any text
     * @return the item, or empty when there is none
     */
    public Optional<Item> findByNameOrAlias(String text) {
        return Optional.ofNullable(byName.get(Texts.nameKey(text)));
    }

    /**
     * Returns the items whose code, name or alias is nearest to a text.
     *
     * @param text what was written
     * @param max how many at most, at least 1; never more than {@link Suggestions#MAX}
     * @return the nearest, best first; may be empty
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    public List<Item> nearest(String text, int max) {
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

    /**
     * A code of a code list.
     *
     * @param code the code as written in files; not empty, no blanks around it
     * @param name what it stands for
     * @param aliases other names that are read as this code; may be empty
     */
    public record Item(String code, LocalizedText name, List<String> aliases) {

        /** @throws IllegalArgumentException if {@code code} is empty or has blanks around it, or an alias is blank */
        public Item {
            aliases = List.copyOf(aliases);
            if (code.isEmpty() || !code.equals(Texts.strip(code))) {
                throw new IllegalArgumentException("a code must not be empty or have blanks around it: '" + code + "'");
            }
            if (aliases.stream().anyMatch(Texts::isBlank)) {
                throw new IllegalArgumentException("a blank alias of " + code + ": " + aliases);
            }
        }

        /**
         * Returns a code without aliases.
         *
         * @param code the code
         * @param name what it stands for
         * @return the item
         * @throws IllegalArgumentException if the code is empty or has blanks around it
         */
        public static Item of(String code, LocalizedText name) {
            return new Item(code, name, List.of());
        }

        /** Returns the names in both languages and the aliases. */
        List<String> names() {
            return Stream.concat(Stream.of(name.nl(), name.en()), aliases.stream())
                    .toList();
        }
    }
}
