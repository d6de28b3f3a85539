package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;

/** The command line asks for something that cannot be; the message says what, in the user's language. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    static UsageException noFormat(String wanted, Definitions definitions, Texts texts) {
        String known = definitions.formats().all().stream()
                .map(format -> format.id().toString())
                .collect(Collectors.joining(", "));
        return new UsageException(texts.of("formats.unknown", wanted, known));
    }
}
