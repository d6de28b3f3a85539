package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A command cannot go on: the exit code, and the message in the user's language. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;

    private CommandException(int exit, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /** Returns the exception for a command line that cannot be carried out. */
    static CommandException usage(String message) {
        return new CommandException(ExitCodes.USAGE, message, null);
    }

    /** Returns the exception for a required file with errors, which have been printed. */
    static CommandException badData(String file) {
        return new CommandException(ExitCodes.ERRORS, file, null);
    }

    static CommandException unreadable(Path path, Texts texts) {
        String reason = Files.isDirectory(path) ? "folder" : Files.exists(path) ? "denied" : "missing";
        return fault(texts.of("fault.read", path, texts.of("fault.reason." + reason)), null);
    }

    static CommandException unwritable(Path path, IOException cause, Texts texts) {
        String full = texts.of("fault.reason.full");
        String system = reason(cause, texts);
        String reason = Files.isDirectory(path) && !system.equals(full) ? texts.of("fault.reason.folder") : system;
        return fault(texts.of("fault.write", path, reason), cause);
    }

    static CommandException screen(Texts texts) {
        return fault(texts.of("fault.screen"), null);
    }

    /** Returns the message for a file that disappears or changes while it is read. */
    static String unreadable(FileSystemException cause, Texts texts) {
        return texts.of("fault.read", cause.getFile(), reason(cause, texts));
    }

    private static CommandException fault(String message, @Nullable Throwable cause) {
        return new CommandException(ExitCodes.FAULT, message, cause);
    }

    private static String reason(IOException cause, Texts texts) {
        if (cause instanceof NoSuchFileException) {
            return texts.of("fault.reason.missing");
        }
        if (cause instanceof AccessDeniedException) {
            return texts.of("fault.reason.denied");
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return texts.of("fault.reason.noFolder");
        }
        String system = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        if (system == null) {
            return cause.getClass().getSimpleName();
        }
        // the system's message is in English
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota exceeded")) {
            return texts.of("fault.reason.full");
        }
        if (lower.contains("changed while it was read")) {
            return texts.of("fault.reason.changed");
        }
        return lower.contains("read-only file system")
                ? texts.of("fault.reason.denied")
                : texts.of("fault.reason.system", system);
    }

    int exit() {
        return exit;
    }
}
