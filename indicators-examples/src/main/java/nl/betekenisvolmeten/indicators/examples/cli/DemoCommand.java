package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    DemoCommand(Terminal terminal) {}

    @Override
    public Integer call() {
        return 0;
    }
}
