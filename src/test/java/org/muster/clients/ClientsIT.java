package org.muster.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;

/**
 * Generates clients from the committed description as docs/clients.md says, and runs the examples of that page against the
 * packaged service. A language that this machine does not have is skipped, and the report says so.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ClientsIT {

    private static final String
            JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            JAVAC = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
    private static final Path TSC =
            Path.of("src", "main", "webui", "node_modules", ".bin", "tsc").toAbsolutePath();
    /** What every example tells: the plan ended with a schedule of all required heads. */
    private static final String SOLVED = "(?s).*SOLVED.*[1-9][0-9]{2,} duties.*";

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private static final Stage STAGE = new Stage();

    @TempDir
    private static Path folder;

    private static ServiceProcess service;

    @BeforeAll
    static void startTheService() throws IOException {
        service = STAGE.start(Launch.on(folder.resolve("database")));
    }

    @AfterAll
    static void endTheService() throws IOException {
        STAGE.close();
    }

    @Test
    void curlAsksForASchedule() throws Exception {
        assumeTrue(isThere("curl", "--version"), "This machine has no curl.");
        var script = write("example.sh", ClientsPage.read().example("curl", "sh", service.port()));

        assertThat(runIn(folder, "sh", script.toString()).lines()).hasSize(5);
    }

    @Test
    void javaClientCompilesAndAsksForASchedule() throws Exception {
        var client = generate("Java").resolve("java");
        var example = write("Example.java", ClientsPage.read().example("Java", "java", service.port()));
        var classes = folder.resolve("classes");
        var command = new ArrayList<>(List.of(JAVAC, "-J-XX:TieredStopAtLevel=1", "-proc:none", "-nowarn"));
        command.addAll(List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        command.add(example.toString());
        try (var sources = Files.walk(client.resolve("src/main/java"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
        }
        run(command.toArray(String[]::new));

        var classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
        assertThat(run(JAVA, "-cp", classPath, "Example")).matches(SOLVED);
    }

    @Test
    void pythonClientAsksForASchedule() throws Exception {
        assumeTrue(
                isThere("python3", "-c", "import pydantic, urllib3, dateutil, typing_extensions"),
                "This machine has no Python with pydantic, urllib3, python-dateutil and typing-extensions.");
        var client = generate("Python").resolve("python");
        var example = ClientsPage.read().example("Python", "python", service.port());
        Files.writeString(client.resolve("example.py"), example);

        assertThat(run("python3", client.resolve("example.py").toString())).matches(SOLVED);
    }

    @Test
    void typeScriptClientCompilesAndAsksForASchedule() throws Exception {
        assumeTrue(Files.exists(TSC), "The packages of the page are not installed.");
        assumeTrue(isThere("node", "--version"), "This machine has no Node.");
        generate("TypeScript");
        write("package.json", "{\"type\": \"module\"}");
        write("example.ts", ClientsPage.read().example("TypeScript", "typescript", service.port()));
        write("tsconfig.json", """
                {"compilerOptions": {"target": "es2022", "module": "nodenext", "lib": ["es2023", "dom"], "types": [],
                  "strict": true, "rootDir": "."}, "files": ["example.ts"]}
                """);
        run(TSC.toString(), "-p", folder.toString());

        assertThat(run("node", folder.resolve("example.js").toString())).matches(SOLVED);
    }

    /** The folder below which the client of a chapter is. */
    private static Path generate(String chapter) throws Exception {
        var command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"));
        command.add(System.getProperty("muster.client-generator"));
        command.addAll(ClientsPage.read().generatorArguments(chapter, folder));
        command.add("--global-property=apiDocs=false,modelDocs=false,apiTests=false,modelTests=false");
        run(command.toArray(String[]::new));
        return folder;
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return process(PROJECT, command).waitFor() == 0;
        } catch (IOException notFound) {
            return false;
        }
    }

    private static String run(String... command) throws Exception {
        return runIn(PROJECT, command);
    }

    /** What a command says. It must succeed. */
    private static String runIn(Path directory, String... command) throws Exception {
        var process = process(directory, command);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s said: %s", command[0], said).isZero();
        return said;
    }

    private static Process process(Path directory, String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(directory.toFile())
                .start();
    }
}
