package nl.betekenisvolmeten.indicators.examples.cli;

/** Entry point of the {@code indicators} command. */
public final class Main {

    private Main() {}

    /**
     * Runs the command.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.err.println("indicators " + args.length);
    }
}
