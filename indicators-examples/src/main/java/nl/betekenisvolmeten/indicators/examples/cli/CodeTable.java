package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * The codes of findings with severity, meaning, first version and the definitions that use them. The severity of a rule is
 * that of its definition; {@code codes.properties} has the others.
 */
final class CodeTable {

    /**
     * A code.
     *
     * @param since the version of the program that first had it, empty for a rule of an own definition
     * @param definitions the first version of each definition that gives it
     */
    private record Row(
            String code,
            List<String> severity,
            String since,
            LocalizedText title,
            LocalizedText meaning,
            LocalizedText action,
            List<FormatId> definitions) {}

    /** The severities and the definitions of a code. */
    private record Sources(Set<Severity> severities, Map<String, FormatId> definitions) {

        private static Sources none() {
            return new Sources(EnumSet.noneOf(Severity.class), new TreeMap<>());
        }
    }

    private static final ResourceBundle REGISTER =
            ResourceBundle.getBundle("nl.betekenisvolmeten.indicators.examples.cli.codes", Locale.ROOT);

    private final Map<FindingCode, Sources> sources = new TreeMap<>();

    CodeTable(Definitions definitions) {
        REGISTER.keySet()
                .forEach(code -> register(code)
                        .skip(1)
                        .map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT)))
                        .forEach(of(FindingCode.of(code)).severities()::add));
        definitions.formats().all().forEach(this::add);
        definitions
                .accounts()
                .all()
                .forEach(account -> account.rules().forEach(rule -> add(rule.verdict(), account.id())));
    }

    /** Returns the register's entry for a code: the first version with it, and its severities outside definitions. */
    private static Stream<String> register(String code) {
        return REGISTER.containsKey(code)
                ? Arrays.stream(REGISTER.getString(code).split(" ", -1))
                : Stream.empty();
    }

    private Sources of(FindingCode code) {
        return sources.computeIfAbsent(code, any -> Sources.none());
    }

    private void add(FormatDefinition format) {
        RuleSet rows = format.ruleSet();
        rows.verdicts().values().forEach(verdict -> add(verdict, format.id()));
        if (rows.columns().stream().anyMatch(column -> column.required() && column.mayBeEmpty())) {
            add(rows.verdict(RuleSet.CellCheck.EXPECTED), format.id());
        }
        rows.rules().forEach(rule -> add(rule.verdict(), format.id()));
        format.deliveryRules().rules().forEach(rule -> add(rule.verdict(), format.id()));
    }

    private void add(Verdict verdict, FormatId definition) {
        Sources source = of(verdict.code());
        source.severities().add(verdict.severity());
        source.definitions()
                .merge(definition.name(), definition, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    private List<Row> rows() {
        return sources.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Row row(FindingCode code, Sources source) {
        return new Row(
                code.value(),
                source.severities().stream()
                        .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                        .toList(),
                register(code.value()).findFirst().orElse(""),
                text(code, MessageCatalogue.Message::title),
                text(code, MessageCatalogue.Message::text),
                text(code, MessageCatalogue.Message::action),
                List.copyOf(source.definitions().values()));
    }

    private static LocalizedText text(FindingCode code, Function<MessageCatalogue.Message, String> part) {
        Function<Language, String> in = language ->
                part.apply(MessageCatalogue.bundled().general(code, language, MessageCatalogue.Audience.FILLER));
        return LocalizedText.of(in.apply(Language.NL), in.apply(Language.EN));
    }

    /** Prints a line for each code. */
    void print(Terminal terminal, PrintWriter out) {
        Texts texts = terminal.texts();
        ScreenTable table = new ScreenTable()
                .key(texts.of("formats.rules"))
                .text(texts.of("formats.severity"))
                .text(texts.of("formats.about"))
                .text(texts.of("formats.since"));
        rows().forEach(row -> table.row(
                row.code(),
                row.severity().stream()
                        .map(severity -> texts.of("severity." + severity))
                        .collect(Collectors.joining(", ")),
                row.title().in(texts.language()),
                row.since()));
        table.print(terminal, out);
    }

    /** Returns the table for people, in one language. */
    ResultSheet in(Language language) {
        Texts texts = new Texts(language);
        return sheet(
                List.of(language),
                any -> "",
                row -> row.definitions().stream()
                        .map(id -> texts.of("formats.codes.from", id.name(), id.version()))
                        .collect(Collectors.joining(", ")));
    }

    /** Returns the table for programs, in all languages. */
    ResultSheet inAllLanguages() {
        return sheet(
                List.of(Language.values()),
                language -> "_" + language.tag(),
                row -> row.definitions().stream().map(FormatId::toString).collect(Collectors.joining(" ")));
    }

    private ResultSheet sheet(
            List<Language> languages, Function<Language, String> ending, Function<Row, String> definitions) {
        Map<ResultTables.Column, Function<Row, String>> columns = new LinkedHashMap<>();
        columns.put(column("code", ""), Row::code);
        columns.put(column("severity", ""), row -> String.join(" ", row.severity()));
        columns.put(column("since", ""), Row::since);
        for (Language language : languages) {
            String end = ending.apply(language);
            columns.put(column("title", end), row -> row.title().in(language));
            columns.put(column("meaning", end), row -> row.meaning().in(language));
            columns.put(column("action", end), row -> row.action().in(language));
        }
        columns.put(column("definitions", ""), definitions);
        return ResultSheet.ofDefinitions(
                inBoth("formats.codes.heading"),
                List.copyOf(columns.keySet()),
                rows().stream()
                        .map(row -> columns.values().stream()
                                .map(cell -> cell.apply(row))
                                .toList())
                        .toList());
    }

    private static ResultTables.Column column(String name, String ending) {
        return new ResultTables.Column(
                name + ending, ResultTables.Column.Type.TEXT, inBoth("formats.codes.column." + name));
    }

    private static LocalizedText inBoth(String key) {
        return LocalizedText.of(new Texts(Language.NL).of(key), new Texts(Language.EN).of(key));
    }
}
