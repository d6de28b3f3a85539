package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Reads an account of several parts. */
final class AccountLoader {

    private static final String NAME = "a-z 0-9 _";

    private enum Kind {
        SAME,
        OCCURS
    }

    private AccountLoader() {}

    static Optional<AccountDefinition> read(ObjectReader in, Definitions definitions) {
        Optional<DefinitionHeader> head = DefinitionHeader.read(in);
        Optional<Validity> validity = DefinitionHeader.validity(in);
        Map<String, FormatDefinition> formats = new LinkedHashMap<>();
        definitions.formats().forEach(format -> formats.put(format.id().toString(), format));
        Set<String> names = new HashSet<>();
        List<AccountDefinition.Part> parts = FormatLoader.atMost(in, "parts", DefinitionLimits.COLUMNS).stream()
                .flatMap(item -> part(item, names, formats).stream())
                .toList();
        Map<String, String> known = new LinkedHashMap<>();
        in.peekObjects("parts").forEach(item -> item.peek("name").ifPresent(name -> known.put(name, name)));
        List<AccountRule> rules = FormatLoader.atMost(in, "rules", DefinitionLimits.RULES).stream()
                .flatMap(item -> rule(item, known).stream())
                .toList();
        return in.build(() -> {
            DefinitionHeader found = head.orElseThrow();
            return new AccountDefinition(
                    found.id(), found.title(), validity.orElseThrow(), found.provenance(), parts, rules);
        });
    }

    private static Optional<AccountDefinition.Part> part(
            ObjectReader in, Set<String> names, Map<String, FormatDefinition> formats) {
        Optional<String> name = in.parsed("name", DefinitionHeader::name, "a-z 0-9 -");
        in.mustDiffer("name", names);
        Optional<FormatDefinition> format = in.reference("format", formats);
        Optional<LocalizedText> title = Values.localized(in, "title");
        Optional<Boolean> required = in.flag("required");
        return in.build(() -> new AccountDefinition.Part(
                name.orElseThrow(), format.orElseThrow(), title.orElseThrow(), required.orElseThrow()));
    }

    private static Optional<AccountRule> rule(ObjectReader in, Map<String, String> parts) {
        Optional<Verdict> verdict = VerdictLoader.part(in);
        return in.choice("kind", Kind.class).flatMap(kind -> switch (kind) {
            case SAME -> same(in, verdict);
            case OCCURS -> occurs(in, verdict, parts);
        });
    }

    private static Optional<AccountRule> same(ObjectReader in, Optional<Verdict> verdict) {
        Optional<ColumnName> column = in.parsed("column", ColumnName::of, NAME);
        return in.build(() -> new AccountRule.Same(verdict.orElseThrow(), column.orElseThrow()));
    }

    private static Optional<AccountRule> occurs(ObjectReader in, Optional<Verdict> verdict, Map<String, String> parts) {
        Optional<String> from = in.reference("from", parts);
        Optional<String> to = in.reference("to", parts);
        List<Json.Text> columns = in.differentTexts("columns");
        columns.stream()
                .filter(column -> !ColumnName.isValid(column.value()))
                .forEach(column -> in.scope().notAllowed(column, "columns", column.value(), NAME));
        return in.build(() -> new AccountRule.Occurs(
                verdict.orElseThrow(),
                from.orElseThrow(),
                to.orElseThrow(),
                Values.strings(columns).stream().map(ColumnName::of).toList()));
    }
}
