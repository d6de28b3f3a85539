package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code indicators} command with its subcommands. */
@Command(name = "indicators")
final class IndicatorsCommand extends Subcommand {

    /** In the order of the help. */
    private static final Map<String, Function<Terminal, Object>> SUBCOMMANDS = new LinkedHashMap<>();

    static {
        // a reference to a constructor would load its class, needed or not
        SUBCOMMANDS.put("demo", terminal -> new DemoCommand(terminal));
        SUBCOMMANDS.put("formats", terminal -> new FormatsCommand(terminal));
        SUBCOMMANDS.put("template", terminal -> new TemplateCommand(terminal));
        SUBCOMMANDS.put("burden", terminal -> new BurdenCommand(terminal));
        SUBCOMMANDS.put("validate", terminal -> new ValidateCommand(terminal));
        SUBCOMMANDS.put("convert", terminal -> new ConvertCommand(terminal));
        SUBCOMMANDS.put("aggregate", terminal -> new AggregateCommand(terminal));
        SUBCOMMANDS.put("compare", terminal -> new CompareCommand(terminal));
        SUBCOMMANDS.put("protect", terminal -> new ProtectCommand(terminal));
        SUBCOMMANDS.put("attack", terminal -> new AttackCommand(terminal));
        SUBCOMMANDS.put("report", terminal -> new ReportCommand(terminal));
        SUBCOMMANDS.put("dossier", terminal -> new DossierCommand(terminal));
        SUBCOMMANDS.put("overview", terminal -> new OverviewCommand(terminal));
        SUBCOMMANDS.put("targets", terminal -> new TargetsCommand(terminal));
        SUBCOMMANDS.put("need", terminal -> new NeedCommand(terminal));
        SUBCOMMANDS.put("diff", terminal -> new DiffCommand(terminal));
        SUBCOMMANDS.put("count", terminal -> new CountCommand(terminal));
        SUBCOMMANDS.put("describe", terminal -> new DescribeCommand(terminal));
        SUBCOMMANDS.put("explain", terminal -> new ExplainCommand(terminal));
        SUBCOMMANDS.put("help", terminal -> new CommandLine.HelpCommand());
    }

    @Option(names = "--lang", descriptionKey = "lang", paramLabel = "nl|en", scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // checked here; read before, as the help depends on it
    private Language language = Language.NL;

    @Option(names = "--debug", descriptionKey = "debug", scope = ScopeType.INHERIT)
    private boolean debug;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    IndicatorsCommand(Terminal terminal) {
        super(terminal);
    }

    /** Runs a command line; returns the exit code. */
    static int run(Terminal terminal, String... args) {
        CommandLine command = commandLine(terminal, needed(args));
        IndicatorsCommand root = command.getCommand();
        return root.execute(command, args);
    }

    /** Returns the texts in the language that a command line asks for: it must be known before the help is made. */
    static Texts texts(String... args) {
        List<String> all = Arrays.asList(args);
        String tag = "nl";
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).startsWith("--lang=")) {
                tag = all.get(i).substring("--lang=".length());
            } else if (all.get(i).equals("--lang") && i + 1 < all.size()) {
                tag = all.get(i + 1);
            }
        }
        return new Texts(Language.parse(tag).orElse(Language.NL));
    }

    /**
     * Returns the names of the subcommands to load. If a command line starts with one, only that one is needed: loading
     * the others takes longer than the work.
     */
    private static Set<String> needed(String... args) {
        return args.length > 0 && SUBCOMMANDS.containsKey(args[0]) && !args[0].equals("help")
                ? Set.of(args[0])
                : SUBCOMMANDS.keySet();
    }

    /** Returns the command with all its subcommands. */
    static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, SUBCOMMANDS.keySet());
    }

    private static CommandLine commandLine(Terminal terminal, Set<String> subcommands) {
        Texts texts = terminal.texts();
        IndicatorsCommand root = new IndicatorsCommand(terminal);
        CommandLine command = new CommandLine(root);
        SUBCOMMANDS.forEach((name, maker) -> {
            if (subcommands.contains(name)) {
                command.addSubcommand(name, maker.apply(terminal));
            }
        });
        command.setResourceBundle(texts.bundle());
        command.getSubcommands().values().forEach(sub -> {
            sub.setResourceBundle(texts.bundle());
            sub.getCommandSpec().usageMessage().header(new String[0]);
            if (sub.getCommand() instanceof ComparingCommand) {
                ResearchOptions.register(sub);
            }
        });
        command.setOut(terminal.out());
        command.setErr(terminal.err());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        UsageErrors usage = new UsageErrors(terminal);
        command.setParameterExceptionHandler((exception, line) -> usage.tell(exception));
        command.setExecutionExceptionHandler((exception, line, result) -> root.failed(exception));
        return command;
    }

    private int execute(CommandLine command, String... args) {
        int exit;
        try {
            exit = command.execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return fault(texts.of("fault.memory"), e);
        }
        // a writer to the screen keeps its faults to itself until asked
        return terminal.out().checkError() ? failed(CommandException.screen(texts)) : exit;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.err());
        return ExitCodes.USAGE;
    }

    private int failed(Exception exception) {
        if (exception instanceof CommandException stop) {
            return switch (stop.exit()) {
                case ExitCodes.USAGE -> {
                    terminal.err().println(stop.getMessage());
                    yield ExitCodes.USAGE;
                }
                case ExitCodes.FAULT -> fault(String.valueOf(stop.getMessage()), stop);
                default -> stop.exit();
            };
        }
        if (exception instanceof IndicatorsException && exception.getCause() instanceof FileSystemException file) {
            return fault(CommandException.unreadable(file, texts), exception);
        }
        boolean known = exception instanceof IndicatorsException || exception instanceof UncheckedIOException;
        return fault(
                known
                        ? texts.of("fault", cause(exception))
                        : texts.of("fault.unexpected", exception.getClass().getSimpleName()),
                exception);
    }

    private int fault(String message, Throwable fault) {
        PrintWriter err = terminal.err();
        if (debug) {
            err.println(message);
            fault.printStackTrace(err);
        } else {
            err.println(message + " " + texts.of("fault.debug"));
        }
        err.flush();
        return ExitCodes.FAULT;
    }

    private static String cause(Exception exception) {
        Throwable cause = exception.getCause();
        return cause == null
                ? String.valueOf(exception.getMessage())
                : exception.getMessage() + " (" + cause.getClass().getSimpleName() + ")";
    }
}
