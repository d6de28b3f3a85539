package nl.betekenisvolmeten.indicators.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A code of a code list.
 *
 * @param code the code as it stands in files; not empty, no blanks around it
 * @param name what it stands for
 * @param aliases other names that are read as this code; may be empty
 */
public record CodelistItem(String code, LocalizedText name, List<String> aliases) {

    /** @throws IllegalArgumentException if the code is empty or has blanks around it, or an alias is blank */
    public CodelistItem {
        aliases = List.copyOf(aliases);
        if (code.isEmpty() || !code.equals(Texts.strip(code))) {
            throw new IllegalArgumentException("a code is not empty and has no blanks around it: '" + code + "'");
        }
        if (aliases.stream().anyMatch(Texts::isBlank)) {
            throw new IllegalArgumentException("a blank alias of " + code + ": " + aliases);
        }
    }

    /**
     * A code without aliases.
     *
     * @param code the code
     * @param name what it stands for
     * @return the item
     * @throws IllegalArgumentException if the code is empty or has blanks around it
     */
    public static CodelistItem of(String code, LocalizedText name) {
        return new CodelistItem(code, name, List.of());
    }

    /** The names in both languages and the aliases. */
    List<String> names() {
        return Stream.concat(Stream.of(name.nl(), name.en()), aliases.stream()).toList();
    }
}
