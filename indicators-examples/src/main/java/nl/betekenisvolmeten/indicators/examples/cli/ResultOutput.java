package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.output.ComparisonPackage;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The result of a command: where it goes, and as what. {@code --json} is short for {@code --report json}. */
final class ResultOutput extends Output {

    @Option(names = "--report", descriptionKey = "report", paramLabel = "text|csv|json|html|xlsx")
    private @Nullable Kind report;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ResultOutput(Terminal terminal) {
        super(terminal);
    }

    /**
     * Returns the kind in which a table is written: one of the given kinds, or for a file also a page or a workbook.
     * Without a file, the default is text for a person and the first kind for another program.
     */
    Kind ofTable(Kind... kinds) {
        Stream<Kind> inFiles = file == null ? Stream.empty() : Stream.of(Kind.HTML, Kind.XLSX);
        return kind(Stream.concat(Stream.of(kinds), inFiles).toList(), true);
    }

    /** Returns the kind in which to write a page. */
    Kind ofPage() {
        return kind(List.of(Kind.TEXT, Kind.JSON), false);
    }

    /** Returns the kind of a page, or a web page. */
    Kind ofPageOrHtml() {
        return kind(List.of(Kind.TEXT, Kind.JSON, Kind.HTML), false);
    }

    /** Returns the kind: lines of text, JSON, or a table as a page, workbook or CSV. */
    Kind ofPageOrTable() {
        return kind(List.of(Kind.TEXT, Kind.JSON, Kind.HTML, Kind.XLSX, Kind.CSV), false);
    }

    /** Writes lines of text, JSON, or a table. */
    void writeTable(Kind kind, Supplier<ResultSheet> sheet, Body json, Consumer<PrintWriter> page) {
        write(kind, sheet, out -> sheet.get().writeCsv(out), json, page);
    }

    /** Returns the kind in which to write data that only programs read. */
    Kind ofData(Kind... kinds) {
        return kind(List.of(kinds), false);
    }

    /** Returns the kind of a Data Package, which is a folder or a file that ends in .zip. */
    Kind ofPackage() {
        Path target = file;
        if (target == null) {
            throw texts.wrong("compare.export.where");
        }
        if (asked().isPresent()) {
            throw texts.wrong("usage.together", option(), "--export package");
        }
        if (isZip(target)) {
            claim(target);
        } else {
            checkFolder(target, target.toAbsolutePath().normalize());
            ComparisonPackage.FILES.forEach(name -> claimInside(target.resolve(name)));
        }
        return Kind.CSV;
    }

    private boolean isZip(Path target) {
        return !ending(target, List.of(".zip")).isEmpty();
    }

    void writePackage(InternalUse<Comparison> result) {
        Path target = Objects.requireNonNull(file);
        if (isZip(target)) {
            writeBytes(target, out -> ComparisonPackage.writeZip(result, out));
            return;
        }
        together(() -> {
            try {
                createFolder(target);
                ComparisonPackage.writeFolder(result, target);
            } catch (IOException e) {
                throw CommandException.unwritable(target, e, texts);
            }
        });
    }

    private Kind kind(List<Kind> kinds, boolean readable) {
        Optional<Kind> asked = asked();
        Path target = file;
        if (target == null) {
            List<Kind> possible = new ArrayList<>(kinds);
            if (readable) {
                possible.add(Kind.TEXT);
            }
            asked.ifPresent(kind -> checkPossible(kind, possible));
            return asked.orElse(readable && terminal.person() ? Kind.TEXT : kinds.get(0));
        }
        Optional<Kind> named = named(target, kinds);
        asked.ifPresent(kind -> {
            checkPossible(kind, kinds);
            if (named.isPresent() && named.get() != kind) {
                throw texts.wrong("output.mismatch", target, option(), kind.ending());
            }
        });
        claim(target);
        return named.or(() -> asked).orElse(kinds.get(0));
    }

    /** Returns whether the file has the extension of a kind. */
    boolean isNamed(Kind kind) {
        return file != null && file.toString().endsWith(kind.ending());
    }

    /** Returns whether an option asks for JSON, whatever the file's name. */
    boolean isJson() {
        return asked().filter(kind -> kind == Kind.JSON).isPresent();
    }

    private Optional<Kind> asked() {
        if (json && report != null && report != Kind.JSON) {
            throw texts.wrong("usage.together", "--json", "--report " + report);
        }
        return json ? Optional.of(Kind.JSON) : Optional.ofNullable(report);
    }

    private String option() {
        return json ? "--json" : "--report " + report;
    }

    private void checkPossible(Kind kind, List<Kind> possible) {
        if (!possible.contains(kind)) {
            throw texts.unknown("usage.choice", kind.toString(), possible, "--report");
        }
    }

    /** Returns the kind that the name of a file indicates; empty for a name without an extension. */
    private Optional<Kind> named(Path target, List<Kind> kinds) {
        List<String> endings = kinds.stream()
                .map(Kind::ending)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        String ending = ending(target, endings);
        return kinds.stream().filter(kind -> kind.ending().equals(ending)).findFirst();
    }

    void write(Body body) {
        write(file, body);
    }

    /** Writes for programs, or lines to read. */
    void write(Kind kind, Body json, Consumer<PrintWriter> page) {
        write(kind, json, json, page);
    }

    /** Writes a table: for programs, as lines of text, or as a page or workbook. */
    void write(Kind kind, Supplier<ResultSheet> sheet, Body csv, Body json, Consumer<PrintWriter> page) {
        switch (kind) {
            case HTML -> write(out -> sheet.get().writeHtml(texts.language(), out));
            case XLSX -> writeBytes(required(), out -> sheet.get().writeXlsx(texts.language(), out));
            default -> write(kind, csv, json, page);
        }
    }

    private void write(Kind kind, Body csv, Body json, Consumer<PrintWriter> page) {
        write(out -> {
            switch (kind) {
                case TEXT -> {
                    PrintWriter lines = new PrintWriter(out);
                    page.accept(lines);
                    lines.flush();
                }
                case JSON -> json.write(out);
                default -> csv.write(out);
            }
        });
    }
}
