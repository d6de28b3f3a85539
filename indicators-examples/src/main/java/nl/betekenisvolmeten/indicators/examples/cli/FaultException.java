package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The surroundings do not do what is asked, such as a path that cannot be read; the message is in the user's language. */
final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static FaultException unreadable(Path path, Texts texts) {
        String reason = Files.isDirectory(path) ? "folder" : Files.exists(path) ? "denied" : "missing";
        return new FaultException(texts.of("fault.read", path, texts.of("fault.reason." + reason)), null);
    }

    static FaultException unwritable(Path path, IOException cause, Texts texts) {
        String reason = Files.isDirectory(path) ? texts.of("fault.reason.folder") : reason(cause, texts);
        return new FaultException(texts.of("fault.write", path, reason), cause);
    }

    static FaultException screen(Texts texts) {
        return new FaultException(texts.of("fault.screen"), null);
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
        return system == null ? cause.getClass().getSimpleName() : system;
    }
}
