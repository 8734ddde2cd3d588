package org.bothyes.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A browser without a screen: one cookie, no redirects followed, and an Origin only where it is told. */
public final class Site {

    private static final Pattern HANDLE = Pattern.compile("data-handle=\"([^\"]+)\"");

    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<String> met = new ArrayList<>();
    private Optional<String> cookie = Optional.empty();

    public Site(int port) {
        this.port = port;
    }

    public String origin() {
        return "http://localhost:" + port;
    }

    /** Every address and every Location that was met. */
    public List<String> met() {
        return met;
    }

    public Optional<String> cookie() {
        return cookie;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** As the site's own page posts it. */
    public HttpResponse<String> post(String path, String form) {
        return send("POST", path, form, "Origin", origin());
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        cookie.ifPresent(value -> request.header("Cookie", value));
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            met.add(path);
            answer.headers().firstValue("Location").ifPresent(met::add);
            answer.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(set -> cookie = Optional.of(set.substring(0, set.indexOf(';'))));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first line of the answer to a request that no well-behaved client sends. */
    public String raw(String... lines) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5000);
            var request = String.join("\r\n", lines) + "\r\nHost: localhost:" + port + "\r\nConnection: close\r\n"
                    + cookie.map(value -> "Cookie: " + value + "\r\n").orElse("") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var first = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            return first.substring(9);
        }
    }

    public static String form(String... pairs) {
        var form = new ArrayList<String>();
        for (var i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", form);
    }

    public static String handle(HttpResponse<String> entered) {
        var found = HANDLE.matcher(entered.body());
        if (!found.find()) {
            throw new AssertionError("not let in: " + entered.statusCode());
        }
        return found.group(1);
    }
}
