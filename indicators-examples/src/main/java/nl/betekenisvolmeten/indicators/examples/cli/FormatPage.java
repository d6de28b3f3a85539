package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDocument;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Formats in words: a list, or one with its columns, codes, rules and how its version came from the one before it. */
final class FormatPage {

    private final Terminal terminal;
    private final Texts texts;
    private final PrintWriter out;

    FormatPage(Terminal terminal, PrintWriter out) {
        this.terminal = terminal;
        texts = terminal.texts();
        this.out = out;
    }

    void list(List<DefinitionDocument> definitions) {
        ScreenTable table = new ScreenTable()
                .key(texts.of("formats.definition"))
                .text(texts.of("formats.kind"))
                .text(texts.of("formats.title"))
                .text(texts.of("formats.validity"))
                .text(texts.of("formats.status"));
        definitions.forEach(one -> table.row(
                one.id().toString(),
                texts.of("formats.kind." + one.kind()),
                one.title().in(texts.language()),
                validity(one.validity()),
                texts.of("formats.status." + one.provenance().status().name())));
        table.print(terminal, out);
    }

    /** Writes a definition of any kind, and its versions; one without a page of its own is written as in its file. */
    void write(DefinitionDocument document, Lookup lookup) {
        content(document, lookup);
        out.println();
        versions(lookup.definitions().documents().stream()
                .filter(other -> other.kind().equals(document.kind())
                        && other.id().name().equals(document.id().name()))
                .toList());
    }

    /** Writes who decided which version when, and for which periods it holds. */
    void versions(List<DefinitionDocument> versions) {
        ScreenTable table = new ScreenTable()
                .key(texts.of("formats.version"))
                .text(texts.of("formats.validity"))
                .text(texts.of("formats.status"))
                .text(texts.of("formats.decidedOn"))
                .text(texts.of("formats.decidedBy"));
        for (DefinitionDocument version : versions) {
            Optional<Provenance.Decision> decision = version.provenance().decision();
            table.row(
                    version.id().version(),
                    validity(version.validity()),
                    texts.of("formats.status." + version.provenance().status().name()),
                    decision.map(made -> made.on().toString()).orElse("–"),
                    decision.map(made -> made.by().in(texts.language()))
                            .orElseGet(() -> texts.of("formats.notStated")));
        }
        table.print(terminal, out);
    }

    private void content(DefinitionDocument document, Lookup lookup) {
        switch (document.kind()) {
            case "format" -> write(lookup.definitions().formats().get(document.id()));
            case "account" -> write(lookup.definitions().accounts().get(document.id()));
            default ->
                document.lines(texts.language()).forEach(line -> {
                    String text = line.stripLeading();
                    paragraph(line.length() - text.length(), text);
                });
        }
    }

    private void head(FormatId name, LocalizedText title, Validity validity, Provenance provenance) {
        paragraph(
                0,
                name + " " + title.in(texts.language()) + " (" + validity(validity) + ", "
                        + texts.of("formats.status." + provenance.status().name()) + ")");
        paragraph(0, provenance.note().in(texts.language()));
        provenance.sources().forEach(source -> paragraph(2, source.reference() + ": " + source.title()));
    }

    private void paragraph(int indent, String text) {
        ScreenTable.paragraph(text, indent, terminal, out);
    }

    void write(AccountDefinition account) {
        head(account.id(), account.title(), account.validity(), account.provenance());
        out.println();
        ScreenTable parts = new ScreenTable()
                .key(texts.of("formats.parts"))
                .text(texts.of("formats.format"))
                .text(texts.of("formats.title"));
        account.parts()
                .forEach(part -> parts.row(
                        part.name(), part.format().id().toString(), part.title().in(texts.language())));
        parts.print(terminal, out);
        out.println();
        ScreenTable rules = rules();
        account.rules().forEach(rule -> rule(rule.verdict(), List.of(), rules));
        rules.print(terminal, out);
    }

    private String validity(Validity validity) {
        Optional<String> from = validity.from().map(Period::code);
        Optional<String> to = validity.to().map(Period::code);
        if (from.isPresent()) {
            return to.map(last -> texts.of("formats.valid", from.get(), last))
                    .orElseGet(() -> texts.of("formats.validFrom", from.get()));
        }
        return to.map(last -> texts.of("formats.validTo", last)).orElseGet(() -> texts.of("formats.validAlways"));
    }

    void write(FormatDefinition format) {
        head(format.id(), format.title(), format.validity(), format.provenance());
        out.println();
        ScreenTable columns = new ScreenTable()
                .key(texts.of("formats.columns"))
                .text(texts.of("burden.required"))
                .text(texts.of("formats.since"))
                .text(texts.of("formats.agreement"));
        format.columns().forEach(column -> column(column, since(column, format), columns));
        columns.print(terminal, out);
        out.println();
        ScreenTable rules = rules();
        format.ruleSet().verdicts().forEach((check, verdict) -> rule(verdict, List.of(), rules));
        format.ruleSet().rules().forEach(rule -> rule(rule.verdict(), rule.columns(), rules));
        format.deliveryRules().rules().forEach(rule -> rule(rule.verdict(), rule.columns(), rules));
        rules.print(terminal, out);
        versions(format);
        out.flush();
    }

    /** Returns the version with which the agreement about a column came in. */
    private static String since(Column column, FormatDefinition format) {
        String since = format.id().version();
        for (FormatDefinition earlier : format.earlierVersions()) {
            if (earlier.column(column.name())
                    .filter(own -> own.agreement().equals(column.agreement()))
                    .isEmpty()) {
                break;
            }
            since = earlier.id().version();
        }
        return since;
    }

    private void column(Column column, String since, ScreenTable table) {
        table.row(
                column.name().value(),
                texts.of(column.rule().required() ? "formats.required" : "formats.optional"),
                since,
                column.agreement().in(texts.language()));
        Optional<Codelist> codes = Optional.empty();
        if (column.rule().type() instanceof ColumnType.Code code) {
            codes = Optional.of(code.codes());
        } else if (column.rule().type() instanceof ColumnType.Place place) {
            codes = place.residuals().codes();
        }
        codes.ifPresent(list -> list.items()
                .forEach(item -> table.below(item.code() + "  " + item.name().in(texts.language()))));
    }

    private ScreenTable rules() {
        return new ScreenTable()
                .key(texts.of("formats.rules"))
                .text(texts.of("formats.severity"))
                .text(texts.of("formats.about"))
                .text(texts.of("formats.columns"));
    }

    private void rule(Verdict verdict, List<ColumnName> columns, ScreenTable table) {
        table.row(
                verdict.code().value(),
                texts.of("severity." + verdict.severity().name().toLowerCase(Locale.ROOT)),
                MessageCatalogue.bundled().title(verdict.code(), texts.language()),
                columns.stream().map(ColumnName::value).collect(Collectors.joining(", ")));
    }

    private void versions(FormatDefinition format) {
        format.migrations().forEach(migration -> {
            out.println();
            out.println(texts.of("formats.migration", migration.from().id().version()));
            migration.steps().forEach(this::write);
            changes(format, migration);
        });
    }

    private void changes(FormatDefinition format, Migration migration) {
        DefinitionDiff diff = DefinitionDiff.between(migration.from(), format, List.of());
        diff.level().ifPresent(level -> {
            out.println();
            out.println(texts.of("formats.changes", migration.from().id().version(), texts.of("diff.level." + level)));
            new DiffPage(terminal, out).changes(diff);
        });
    }

    private void write(Migration.Step step) {
        if (step instanceof Migration.Step.Rename rename) {
            line("RENAME", rename.column(), rename.to());
        } else if (step instanceof Migration.Step.Add add) {
            line(
                    add.value().isPresent() ? "ADD" : "ADD_EMPTY",
                    add.column(),
                    add.value().orElse(""));
        } else if (step instanceof Migration.Step.Drop drop) {
            line("DROP", drop.column());
        } else if (step instanceof Migration.Step.MapCodes map) {
            codes(map);
        } else {
            line("NOTATION", step.column());
        }
    }

    /** Prints the codes that change; those that stay the same are left out. */
    private void codes(Migration.Step.MapCodes map) {
        Map<String, String> changed = new TreeMap<>(map.codes());
        changed.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        if (!changed.isEmpty()) {
            line(
                    "CODES",
                    map.column(),
                    changed.entrySet().stream()
                            .map(entry -> entry.getKey() + " → " + entry.getValue())
                            .collect(Collectors.joining(", ")));
        }
        map.split()
                .forEach((code, parts) -> line(
                        "SPLIT",
                        map.column(),
                        code,
                        String.join(", ", new TreeSet<>(parts)),
                        map.splitTo().orElse("")));
    }

    private void line(String step, Object... arguments) {
        paragraph(2, texts.of("formats.step." + step, arguments));
    }
}
