package org.muster.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that the service can be asked, as the description of the API says. */
final class Operation {

    /** Of two that could be meant, the one with the longer beginning without a parameter is. */
    static final Comparator<Operation> MOST_LITERAL_FIRST =
            Comparator.comparing((Operation operation) -> operation.path.replace('{', '\uffff'));

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final String method;
    private final String path;
    private final JsonNode description;
    private final Pattern addresses;

    Operation(String method, String path, JsonNode description) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.description = description;
        this.addresses = Pattern.compile(
                Stream.of(PARAMETER.split(path, -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")) + "/?");
    }

    String method() {
        return method;
    }

    /** With its parameters in braces. */
    String path() {
        return path;
    }

    JsonNode description() {
        return description;
    }

    /** A HEAD request is a GET request without the body of the answer. */
    boolean answers(String asked, String address) {
        return (method.equals(asked) || (asked.equals("HEAD") && method.equals("GET")))
                && addresses.matcher(address).matches();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
