package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.output.ComparisonPackage;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import org.jspecify.annotations.Nullable;

/** What is written of a comparison. */
enum Export {
    TABLE {
        @Override
        void write(Exported result, @Nullable Path output, Terminal terminal) {
            Output.writeTable(
                    output,
                    result.json(),
                    terminal,
                    out -> {
                        if (result.context().isPresent()) {
                            JsonResults.writeComparison(
                                    result.comparison(), result.context().get(), out);
                        } else {
                            JsonResults.writeComparison(result.comparison(), out);
                        }
                    },
                    out -> {
                        if (result.context().isPresent()) {
                            CsvResults.writeComparison(
                                    result.comparison(), result.context().get(), out);
                        } else {
                            CsvResults.writeComparison(result.comparison(), out);
                        }
                    });
        }
    },
    TIDY {
        @Override
        void write(Exported result, @Nullable Path output, Terminal terminal) {
            Output.write(output, terminal, out -> CsvResults.writeTidy(result.comparison(), out));
        }
    },
    SIGNALS {
        @Override
        boolean needsSeries() {
            return true;
        }

        @Override
        void write(Exported result, @Nullable Path output, Terminal terminal) {
            SignalList list = result.signals();
            SignalWords.tell(list, terminal);
            InternalUse<SignalList> shown =
                    InternalUse.of(list, result.comparison().purpose());
            Output.writeTable(
                    output,
                    result.json(),
                    terminal,
                    out -> JsonResults.writeSignals(shown, out),
                    out -> CsvResults.writeSignals(shown, out));
        }
    },
    PLOTS {
        @Override
        boolean needsSeries() {
            return true;
        }

        @Override
        void write(Exported result, @Nullable Path output, Terminal terminal) {
            InternalUse<List<Plot>> plots =
                    InternalUse.of(result.plots(), result.comparison().purpose());
            Output.write(output, terminal, out -> JsonResults.writePlots(plots, out));
        }
    },
    PACKAGE {
        @Override
        void write(Exported result, @Nullable Path output, Terminal terminal) {
            if (output == null) {
                throw new IllegalArgumentException("a package needs a place");
            }
            try {
                writePackage(result.comparison(), output);
            } catch (IOException e) {
                throw FaultException.unwritable(output, e, terminal.texts());
            }
        }
    };

    /** What its file may be called; nothing where any name will do. */
    private List<String> endings() {
        return switch (this) {
            case TABLE, SIGNALS -> List.of(".csv", ".json");
            case TIDY -> List.of(".csv");
            case PLOTS -> List.of(".json");
            case PACKAGE -> List.of();
        };
    }

    /** Prints what the columns of its tables mean; returns the exit code. */
    int describe(Terminal terminal) {
        if (this == PACKAGE) {
            terminal.out().println("# comparison.csv");
            DescribeOption.print(ResultTables.comparison(), terminal);
            terminal.out().println("# statistics.csv");
        }
        return DescribeOption.print(
                switch (this) {
                    case TABLE -> ResultTables.comparison();
                    case TIDY, PACKAGE -> ResultTables.tidy();
                    case SIGNALS -> ResultTables.signals();
                    case PLOTS -> ResultTables.plotPoints();
                },
                terminal);
    }

    /** Refuses a file that is called otherwise than what will be in it, and JSON of what is never that. */
    void check(@Nullable Path output, boolean json, Texts texts) {
        if (json && !endings().contains(".json")) {
            throw new UsageException(texts.of("usage.together", "--json", "--export " + word()));
        }
        if (!endings().isEmpty()) {
            Output.checkEnding(output, json ? List.of(".json") : endings(), texts);
        }
    }

    abstract void write(Exported result, @Nullable Path output, Terminal terminal);

    /** Whether it is made of series over time too. */
    boolean needsSeries() {
        return false;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(Export::word).collect(Collectors.joining(", "));
    }

    static Optional<Export> find(String word) {
        return Arrays.stream(values())
                .filter(export -> export.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The files that a package is made of. */
    static List<Path> packageFiles(@Nullable Path output) {
        if (output == null || isZip(output)) {
            return List.of();
        }
        return ComparisonPackage.FILES.stream().map(output::resolve).toList();
    }

    private static boolean isZip(Path output) {
        return output.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static void writePackage(InternalUse<Comparison> result, Path output) throws IOException {
        if (!isZip(output)) {
            ComparisonPackage.writeFolder(result, output);
            return;
        }
        WholeFile.write(output, out -> {
            ComparisonPackage.writeZip(result, out);
            return true;
        });
    }
}
