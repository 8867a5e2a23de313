package org.muster.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.persistence.database.ReleasedSchema;
import org.muster.persistence.embedded.ExternalPostgres;

/**
 * How a process of the service is started.
 *
 * @param heap as in {@code -Xmx}
 * @param settings as {@code muster.role=api}
 * @param environment beside what the test has itself
 * @param within the words of a command that starts the one behind it
 * @param machine how Java runs it
 */
public record Launch(
        String heap, List<String> settings, Map<String, String> environment, List<String> within, Machine machine) {

    /** How Java runs a process. */
    public enum Machine {
        /** Starts in half of the processor time: in seconds the optimizing compiler does not earn what it costs. */
        QUICK_TO_START,
        /** As an operator runs it, for whatever is measured. */
        FAST;

        List<String> words() {
            return switch (this) {
                case QUICK_TO_START -> List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
                case FAST -> List.of("-XX:+UseParallelGC");
            };
        }
    }

    private static final String DIRECTORY = "muster.database.directory=";

    public Launch {
        settings = List.copyOf(settings);
        environment = Map.copyOf(environment);
        within = List.copyOf(within);
    }

    /** On the embedded database of a directory. Processes with one directory share the database. */
    public static Launch on(Path directory) {
        return on(List.of(DIRECTORY + directory));
    }

    /** On a database server that somebody else runs. */
    public static Launch on(ExternalPostgres postgres) {
        return on(postgres.settings());
    }

    /** On the database that an earlier release left. */
    public static Launch on(ReleasedSchema database) {
        return on(database.settings());
    }

    private static Launch on(List<String> database) {
        return new Launch("1g", database, Map.of(), List.of(), Machine.QUICK_TO_START)
                .with("muster.solver.save-interval=PT1S");
    }

    public Launch api() {
        return with("muster.role=api");
    }

    public Launch worker() {
        return with("muster.role=worker");
    }

    /** Of the embedded database; empty where it is on another one. */
    public Optional<String> directory() {
        return settings.stream()
                .filter(setting -> setting.startsWith(DIRECTORY))
                .map(setting -> setting.substring(DIRECTORY.length()))
                .findFirst();
    }

    /** Later settings count. */
    public Launch with(String... more) {
        var all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return new Launch(heap, all, environment, within, machine);
    }

    public Launch heap(String size) {
        return new Launch(size, settings, environment, within, machine);
    }

    public Launch environment(String name, String value) {
        var all = new LinkedHashMap<>(environment);
        all.put(name, value);
        return new Launch(heap, settings, all, within, machine);
    }

    public Launch within(List<String> command) {
        return new Launch(heap, settings, environment, command, machine);
    }

    /** For what is measured. */
    public Launch fast() {
        return new Launch(heap, settings, environment, within, Machine.FAST);
    }
}
