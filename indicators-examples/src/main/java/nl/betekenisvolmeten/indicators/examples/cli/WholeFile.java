package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file that becomes whole and new, or stays as it was. What is written goes into a file next to it first, which takes its
 * place at the end. A file that is there keeps its rights; a new one has those that the system gives new files.
 */
final class WholeFile {

    /** Writes what goes into the file; false when there is nothing that should take its place. */
    interface Body {
        boolean write(OutputStream out) throws IOException;
    }

    private static final int MOST_LINKS = 40;
    private static final int MOST_PARTS = 1000;

    private WholeFile() {}

    static void write(Path file, Body body) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // a pipe or the screen has no place that something else could take
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                body.write(out);
            }
            return;
        }
        Path target = followed(file.toAbsolutePath());
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        Path part = part(target);
        try {
            if (fill(part, body)) {
                copyRights(target, part);
                move(part, target);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Returns the file that a link leads to, even if that does not exist yet: this is the file that the user means to
     * write.
     */
    private static Path followed(Path file) throws IOException {
        Path target = file;
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(target); i++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /**
     * Creates a new file next to the target, which is deleted if the program is interrupted. A temporary file of the
     * system would be readable by its owner only.
     */
    private static Path part(Path target) throws IOException {
        long process = ProcessHandle.current().pid();
        for (int i = 1; i < MOST_PARTS; i++) {
            try {
                Path part = Files.createFile(target.resolveSibling("indicators-" + process + "-" + i + ".part"));
                part.toFile().deleteOnExit();
                return part;
            } catch (FileAlreadyExistsException e) {
                // of another run: the next one
            }
        }
        throw new FileAlreadyExistsException(
                target.resolveSibling("indicators-" + process + "-1.part").toString());
    }

    private static boolean fill(Path part, Body body) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            return body.write(out);
        }
    }

    private static void copyRights(Path from, Path to) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (rights != null && Files.exists(from)) {
            rights.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
