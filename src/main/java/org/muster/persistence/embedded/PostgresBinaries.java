package org.muster.persistence.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked once into a folder that only its owner may enter: no other user of the machine
 * can replace them.
 */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the programs below {@code cache} unless an earlier start did.
     *
     * @throws IOException when the platform has no programs here, or the folder is not private
     */
    static PostgresBinaries unpackedBelow(Path cache) throws IOException {
        var archive = archiveOfThisPlatform();
        Files.createDirectories(cache);
        var folder = cache.resolve("postgres-" + checksumOf(archive));
        if (!Files.isDirectory(folder)) {
            unpack(archive, folder);
        }
        requirePrivate(folder);
        return new PostgresBinaries(folder);
    }

    /** The path of a program such as {@code pg_ctl}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String archiveOfThisPlatform() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux") ? "linux" : "other";
        var machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        var archive = "/postgres-%s-%s.txz".formatted(system, machine);
        if (PostgresBinaries.class.getResource(archive) == null) {
            throw new IOException(("No PostgreSQL comes along for this platform (%s, %s). Maybe install one and set "
                            + "quarkus.datasource.jdbc.url, username and password.")
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return archive;
    }

    private static String checksumOf(String archive) throws IOException {
        try (var bytes = open(archive)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Unpacks beside the final place and renames, so that a folder that is there is whole. */
    private static void unpack(String archive, Path folder) throws IOException {
        var beside = Files.createTempDirectory(
                Folders.parentOf(folder), "unpacking-", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (var entries = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries, beside);
            }
        }
        try {
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; both copies are the same.
            Folders.deleteRecursively(beside);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("The archive entry (%s) points out of its folder.".formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Folders.parentOf(target));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, OWNER_ONLY);
            }
        }
    }

    private static InputStream open(String archive) throws IOException {
        var bytes = PostgresBinaries.class.getResourceAsStream(archive);
        if (bytes == null) {
            throw new IOException("The archive (%s) has vanished from the class path.".formatted(archive));
        }
        return new BufferedInputStream(bytes, 1 << 16);
    }

    private static void requirePrivate(Path folder) throws IOException {
        var others = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
        others.removeAll(OWNER_ONLY);
        var owner = Files.getOwner(folder).getName();
        if (!others.isEmpty() || !owner.equals(System.getProperty("user.name"))) {
            throw new IOException(
                    "The folder (%s) with the programs of PostgreSQL belongs to (%s) and is open to %s. Delete it."
                            .formatted(folder, owner, others));
        }
    }
}
