package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/**
 * The codes that texts of a definition may be. Where these are not known, any text will do: what keeps them from being
 * known is an error of its own.
 *
 * @param codes the codes
 * @param any whether any text will do
 */
public record KnownCodes(Set<String> codes, boolean any) {

    /** Any text. */
    public static final KnownCodes ANY = new KnownCodes(Set.of(), true);

    /** Returns the codes that texts are limited to. */
    public static KnownCodes of(Collection<String> codes) {
        return new KnownCodes(new LinkedHashSet<>(codes), false);
    }

    /** Returns the codes of a column; any text where it has none. */
    public static KnownCodes of(ColumnType type) {
        return type instanceof ColumnType.Code code ? of(code.codes().codes()) : ANY;
    }

    private boolean allows(String text) {
        return any || codes.contains(text);
    }

    /** Reads a required text that is one of the codes. */
    public Optional<String> text(ObjectReader in, String property) {
        Optional<Json.Text> text = in.requiredText(property);
        text.filter(code -> !allows(code.value()))
                .ifPresent(code -> in.fail().notFound(code.spot(), property, code.value(), codes));
        return text.map(Json.Text::value).filter(this::allows);
    }

    /** Reads a required list of different texts that are codes. */
    public List<String> texts(ObjectReader in, String property) {
        List<String> checked = new ArrayList<>();
        for (Json.Text text : in.differentTexts(property)) {
            if (allows(text.value())) {
                checked.add(text.value());
            } else {
                in.fail().notFound(text.spot(), property, text.value(), codes);
            }
        }
        return checked;
    }

    /** Reports the name of a property, which is data, if it is none of the codes. */
    public void checkName(ObjectReader in, String name) {
        if (!allows(name)) {
            in.fail().notFound(in.spot(name), name, name, codes);
        }
    }
}
