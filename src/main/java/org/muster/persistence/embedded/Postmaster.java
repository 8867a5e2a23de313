package org.muster.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who holds a data directory, as PostgreSQL notes it in {@code postmaster.pid}.
 *
 * @param port where it listens on the loopback interface
 */
record Postmaster(long pid, int port) {

    private static final int PID_LINE = 0, PORT_LINE = 3;

    /** The holder that the directory names, which may be long dead; empty where none is named. */
    static Optional<Postmaster> of(Path directory) throws IOException {
        try {
            var lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new IOException("%s/postmaster.pid is not what PostgreSQL writes.".formatted(directory), e);
        }
    }

    /** Whether the process exists and is a PostgreSQL: process numbers are used again after a restart. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
