package org.muster.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Removal of whole folders. */
final class Folders {

    private Folders() {}

    /**
     * The folder in which a path lies.
     *
     * @throws IllegalArgumentException when the path is the root of a file system
     */
    static Path parentOf(Path path) {
        var parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("The path (%s) is a root and lies in no folder.".formatted(path));
        }
        return parent;
    }

    /** Deletes a folder and all that is in it; links are deleted, not followed. */
    static void deleteRecursively(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Folders::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
