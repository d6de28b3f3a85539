package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, in the user's language and in one line, with what there is instead. */
final class UsageErrors {

    private final Texts texts;
    private final PrintWriter err;

    UsageErrors(Texts texts, PrintWriter err) {
        this.texts = texts;
        this.err = err;
    }

    /** Tells of an error and returns the exit code. */
    int tell(ParameterException error) {
        err.println(message(error) + " "
                + texts.of("usage.help", error.getCommandLine().getCommandSpec().qualifiedName() + " --help"));
        // a name that this machine's encoding cannot hold is a fault of the surroundings
        return isPath(error) ? ExitCodes.FAULT : ExitCodes.USAGE;
    }

    private String message(ParameterException error) {
        if (error instanceof MissingParameterException missing) {
            return texts.of(
                    "usage.missing",
                    String.join(
                            ", ",
                            missing.getMissing().stream().map(UsageErrors::name).toList()));
        }
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (error instanceof OverwrittenOptionException twice) {
            return texts.of("usage.twice", name(twice.getOverwritten()));
        }
        ArgSpec about = error.getArgSpec();
        if (about == null) {
            return String.valueOf(error.getMessage());
        }
        if (isPath(error)) {
            return texts.of("usage.path", String.valueOf(error.getValue()));
        }
        return about.auxiliaryTypes()[0].isEnum()
                ? texts.of(
                        "usage.choice",
                        name(about),
                        about.paramLabel().replace("|", ", "),
                        String.valueOf(error.getValue()))
                : texts.of("usage.value", name(about), String.valueOf(error.getValue()));
    }

    private String unmatched(UnmatchedArgumentException error) {
        String unknown =
                error.getUnmatched().isEmpty() ? "" : error.getUnmatched().get(0);
        var commands = error.getCommandLine().getSubcommands().keySet();
        return commands.isEmpty() || unknown.startsWith("-")
                ? texts.of("usage.unknown", unknown)
                : texts.of("usage.unknownCommand", unknown, String.join(", ", commands));
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
