package org.muster.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What docs/clients.md tells its readers to do, language by language. */
final class ClientsPage {

    private static final Path PAGE = Path.of("docs", "clients.md");
    private static final String SERVICE = "http://127.0.0.1:8080", GENERATOR = "openapi-generator-cli ";

    private final String text;

    private ClientsPage(String text) {
        this.text = text;
    }

    static ClientsPage read() throws IOException {
        return new ClientsPage(Files.readString(PAGE));
    }

    /** The example of a chapter, in a block of the language {@code fence}, for the service on a port. */
    String example(String chapter, String fence, int port) {
        return block(chapter, fence).replace(SERVICE, "http://127.0.0.1:" + port);
    }

    /** The words for the generator in a chapter, with the client below {@code folder}. */
    List<String> generatorArguments(String chapter, Path folder) {
        var command = block(chapter, "sh").strip();
        if (!command.startsWith(GENERATOR)) {
            throw new IllegalStateException("No command of the generator: (%s).".formatted(command));
        }
        return Arrays.stream(command.substring(GENERATOR.length()).split(" +"))
                .map(word -> word.startsWith("clients/")
                        ? folder.resolve(word.substring(8)).toString()
                        : word)
                .toList();
    }

    private String block(String chapter, String fence) {
        var pattern = Pattern.compile(
                "^## %s$.*?^```%s\n(.*?)^```$".formatted(Pattern.quote(chapter), fence),
                Pattern.MULTILINE | Pattern.DOTALL);
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("%s has no (%s) in chapter (%s).".formatted(PAGE, fence, chapter));
        }
        return found.group(1);
    }
}
