package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What all commands have. Its options are mixins, which exist before they are filled. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        addMethodSubcommands = false)
abstract class Subcommand implements Callable<Integer> {

    final Terminal terminal;
    final Texts texts;
    final Inputs inputs;

    Subcommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
        inputs = new Inputs(terminal);
    }
}
