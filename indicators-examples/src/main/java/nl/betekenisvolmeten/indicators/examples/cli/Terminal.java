package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.PrintableText;

/**
 * Where the command reads and speaks.
 *
 * @param texts the words
 * @param in standard input, the file {@code -}
 * @param out for results
 * @param err for people
 * @param person whether a person reads the results, rather than a file or another program
 */
record Terminal(Texts texts, InputStream in, PrintWriter out, PrintWriter err, boolean person) {

    /** Output that nobody watches, without input. */
    Terminal(Texts texts, PrintWriter out, PrintWriter err) {
        this(texts, InputStream.nullInputStream(), out, err, false);
    }

    /** Prints a message. */
    void say(String key, Object... arguments) {
        err.println(texts.of(key, arguments));
    }

    /** Reports what was found while adding up. */
    void say(Findings findings) {
        for (Finding finding : findings.kept()) {
            err.println(finding.code() + ": "
                    + MessageCatalogue.bundled()
                            .message(finding, texts.language(), Audience.IT)
                            .text());
        }
    }

    /** Reports what was found in a file other than a delivery, with its rows. */
    void say(String file, Findings findings) {
        findings.kept().forEach(finding -> err.println(PrintableText.text(file) + ": " + line(finding)));
        err.flush();
    }

    /** Returns a finding on one line, for the author of the file. */
    String line(Finding finding) {
        return MessageCatalogue.bundled().line(finding, texts.language(), Audience.IT);
    }

    /**
     * Returns whether an output stream of this program, 1 or 2, is a screen. A console only reports on input and output
     * together; if the system shows what the stream is, that decides.
     */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on elsewhere than on Linux, a pipe may be taken for a screen
    static boolean isScreen(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        try {
            return Files.isSymbolicLink(link)
                    ? Files.readSymbolicLink(link).toString().matches("/dev/(pts/|tty|console).*")
                    : System.console() != null;
        } catch (IOException e) {
            return false;
        }
    }
}
