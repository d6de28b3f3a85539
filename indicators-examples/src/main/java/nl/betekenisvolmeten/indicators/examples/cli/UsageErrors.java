package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, in the user's language and in one line, with what there is instead. */
final class UsageErrors {

    private final Terminal terminal;
    private final Texts texts;

    UsageErrors(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    /** Prints an error and returns the exit code. */
    int tell(ParameterException error) {
        terminal.err()
                .println(message(error) + " "
                        + texts.of(
                                "usage.help",
                                error.getCommandLine().getCommandSpec().qualifiedName() + " --help"));
        // a name that this machine's encoding cannot hold is a fault of the surroundings
        return isPath(error) ? ExitCodes.FAULT : ExitCodes.USAGE;
    }

    private String message(ParameterException error) {
        if (error instanceof MissingParameterException missing) {
            return texts.of(
                    "usage.missing",
                    missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", ")));
        }
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (error instanceof OverwrittenOptionException twice) {
            return texts.of("usage.twice", name(twice.getOverwritten()));
        }
        ArgSpec about = error.getArgSpec();
        if (about == null) {
            return error.getValue() == null ? String.valueOf(error.getMessage()) : noCommand(error, error.getValue());
        }
        String value = String.valueOf(error.getValue());
        if (isPath(error)) {
            return texts.of("usage.path", value);
        }
        Class<?> type = about.auxiliaryTypes()[0];
        if (type == LocalDate.class) {
            return texts.of("usage.date", name(about), value);
        }
        return type.isEnum()
                ? String.valueOf(texts.unknown(
                                "usage.choice",
                                value,
                                List.of(about.paramLabel().split("\\|")),
                                name(about))
                        .getMessage())
                : texts.of("usage.value", name(about), value);
    }

    private String unmatched(UnmatchedArgumentException error) {
        String unknown =
                error.getUnmatched().isEmpty() ? "" : error.getUnmatched().get(0);
        CommandLine command = error.getCommandLine();
        if (command.getSubcommands().isEmpty() || unknown.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .toList();
            String name = unknown.replaceFirst("=.*", "");
            return texts.of("usage.unknown", unknown) + (unknown.startsWith("-") ? texts.meant(name, options) : "");
        }
        return noCommand(error, unknown);
    }

    private String noCommand(ParameterException error, String unknown) {
        return String.valueOf(texts.unknown(
                        "usage.unknownCommand",
                        unknown,
                        error.getCommandLine().getSubcommands().keySet())
                .getMessage());
    }

    private static boolean isPath(ParameterException error) {
        ArgSpec about = error.getArgSpec();
        return about != null
                && error.getValue() != null
                && (about.type() == Path.class || about.auxiliaryTypes()[0] == Path.class);
    }

    private static String name(ArgSpec about) {
        return about instanceof OptionSpec option ? option.longestName() : about.paramLabel();
    }
}
