// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Asks the running server for something: what bin/backup, bin/restore and bin/selfcheck do, and what can be done in an
 * image where there is no shell. Needs nothing but the JDK. Ends with 0 if all is well, 1 if not, 2 if it was not understood.
 */
public final class Ask {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ENGLISH);

    private Ask() {}

    public static void main(String[] args) throws InterruptedException {
        var data = Path.of(System.getenv().getOrDefault("BOTH_YES_DATA", "data"));
        System.exit(ask(List.of(args), data, System.out, System.err));
    }

    /**
     * Asks for something, and says what came of it.
     *
     * @param data the folder that the server runs with
     * @return how the process has to end
     */
    public static int ask(List<String> words, Path data, PrintStream well, PrintStream ill)
            throws InterruptedException {
        var fields = new LinkedHashMap<String, String>();
        var what =
                words.isEmpty() ? "" : words.contains("-h") || words.contains("--help") ? "--help" : words.getFirst();
        var rest = words.subList(Math.min(1, words.size()), words.size());
        switch (what) {
            case "backup", "selfcheck" -> {
                if (!rest.isEmpty()) {
                    return usage(ill);
                }
            }
            case "restore" -> {
                var files = rest.stream().filter(word -> !word.startsWith("--")).toList();
                if (files.size() != 1 || rest.stream().anyMatch(w -> w.startsWith("--") && !w.equals("--replace"))) {
                    return usage(ill);
                }
                fields.put("file", Path.of(files.getFirst()).toAbsolutePath().toString());
                fields.put("replace", rest.contains("--replace") ? "yes" : "no");
            }
            case "--help" -> {
                usage(well);
                return 0;
            }
            default -> {
                return usage(ill);
            }
        }
        try {
            return send(
                    what,
                    fields,
                    Files.readString(data.resolve(Token.FILE), US_ASCII).split(" "),
                    well,
                    ill);
        } catch (IOException e) {
            ill.println(words(unasked(e)));
            return 1;
        }
    }

    /** The key of why it could not be asked. */
    static String unasked(IOException why) {
        return why instanceof AccessDeniedException ? "operator.refused" : "operator.not-running";
    }

    /**
     * Where to ask a server that listens on this host.
     *
     * @param host empty for the usual one
     */
    static String host(String host) {
        return switch (host) {
            case "", "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }

    private static int send(String what, Map<String, String> fields, String[] place, PrintStream well, PrintStream ill)
            throws IOException, InterruptedException {
        var host = System.getenv().getOrDefault("BOTH_YES_WATCH_HOST", "");
        var at = "http://" + host(host) + ":" + place[0] + "/" + what;
        fields.put("word", place[1]);
        var request = what.equals("selfcheck")
                ? HttpRequest.newBuilder(URI.create(at + "/lines"))
                : HttpRequest.newBuilder(URI.create(at))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json(fields), UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString(UTF_8));
            (answer.statusCode() == 200 ? well : ill).println(answer.body().strip());
            return answer.statusCode() == 200 ? 0 : 1;
        }
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\""
                        + field.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** What this room says, outside of any server. */
    static String words(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(values);
    }

    private static int usage(PrintStream out) {
        out.println(words("operator.usage"));
        return 2;
    }
}
