package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionHeader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionLimits;
import nl.betekenisvolmeten.indicators.formats.internal.definition.KnownCodes;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.formats.internal.definition.VerdictLoader;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Validity;

/** Reads an account of several parts. */
final class AccountLoader {

    private enum Kind {
        SAME,
        OCCURS
    }

    private AccountLoader() {}

    static Optional<AccountDefinition> read(ObjectReader in, Definitions definitions) {
        DefinitionHeader head = DefinitionHeader.of(in);
        Optional<Validity> validity = Values.validity(in);
        Set<String> names = new HashSet<>();
        List<AccountDefinition.Part> parts = in.objects("parts", DefinitionLimits.COLUMNS).stream()
                .flatMap(item -> part(item, names, definitions).stream())
                .toList();
        KnownCodes known = KnownCodes.of(in.peekObjects("parts").stream()
                .flatMap(item -> item.peek("name").stream())
                .toList());
        List<AccountDefinition.Rule> rules = in.ifGiven().objects("rules", DefinitionLimits.RULES).stream()
                .flatMap(item -> rule(item, known).stream())
                .toList();
        return in.build(() -> new AccountDefinition(
                head.id(), head.title(), validity.orElseThrow(), head.provenance(), parts, rules));
    }

    private static Optional<AccountDefinition.Part> part(ObjectReader in, Set<String> names, Definitions definitions) {
        Optional<String> name = Values.name(in, "name");
        in.mustDiffer("name", names);
        Optional<FormatDefinition> format = definitions.formats().named(in, "format");
        LocalizedText title = Values.localizedOr(in, "title", name.orElse(Values.NAMELESS));
        boolean required = in.or(true, "required", in::flag);
        return in.build(() -> new AccountDefinition.Part(name.orElseThrow(), format.orElseThrow(), title, required));
    }

    private static Optional<AccountDefinition.Rule> rule(ObjectReader in, KnownCodes parts) {
        return VerdictLoader.rule(in, Kind.class, kind -> switch (kind) {
            case SAME -> {
                Optional<ColumnName> column = Values.column(in, "column");
                yield verdict -> new AccountDefinition.Rule.Same(verdict, column.orElseThrow());
            }
            case OCCURS -> {
                Optional<String> from = parts.text(in, "from");
                Optional<String> to = parts.text(in, "to");
                List<ColumnName> columns = Values.columns(in, "columns");
                yield verdict ->
                        new AccountDefinition.Rule.Occurs(verdict, from.orElseThrow(), to.orElseThrow(), columns);
            }
        });
    }
}
