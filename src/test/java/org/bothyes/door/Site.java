// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: one cookie, no redirects followed, and an Origin only where it is told. */
public final class Site {

    private static final Pattern HANDLE = Pattern.compile("data-handle=\"([^\"]+)\"");

    private final String origin;
    private final HttpClient client;
    private final List<String> met = new ArrayList<>();
    private final Map<String, String> cookies = new TreeMap<>();

    public Site(int port) {
        this("http://localhost:" + port, browser().build());
    }

    /** @param client made by {@link #browser} */
    public Site(String origin, HttpClient client) {
        this.origin = origin;
        this.client = client;
    }

    public static HttpClient.Builder browser() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
    }

    public String origin() {
        return origin;
    }

    /** Where sockets are, as they stand in an address. */
    public String sockets() {
        return origin.replaceFirst("^http", "ws");
    }

    public HttpClient client() {
        return client;
    }

    private int port() {
        return URI.create(origin).getPort();
    }

    /** Every address and every Location that was met. */
    public List<String> met() {
        return met;
    }

    /** The session's cookie. */
    public Optional<String> cookie() {
        return Optional.ofNullable(cookies.get("JSESSIONID"));
    }

    /** The cookies by name. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** A PIN typed twice and both boxes ticked, as the pages for starting and joining send it. */
    public static final String CHOSEN = "&adult=true&consent=true&pin=271828&again=271828";

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** As the site's own page posts it. */
    public HttpResponse<String> post(String path, String form) {
        return send("POST", path, form, "Origin", origin());
    }

    /** As a script of the site's own page posts it. */
    public HttpResponse<String> postJson(String path, String json) {
        return send("POST", path, json, "Origin", origin(), "Content-Type", "application/json");
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            met.add(path);
            answer.headers().firstValue("Location").ifPresent(met::add);
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String set) {
        var pair = set.substring(0, set.indexOf(';')).split("=", 2);
        if (set.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The first line of the answer to a request that no well-behaved client sends. */
    public String raw(String... lines) throws IOException {
        try (var socket = new Socket("localhost", port())) {
            socket.setSoTimeout(5000);
            var request = String.join("\r\n", lines) + "\r\nHost: localhost:" + port() + "\r\nConnection: close\r\n"
                    + (cookies.isEmpty() ? "" : "Cookie: " + cookieHeader() + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var first = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            return first.substring(9);
        }
    }

    /**
     * The whole answer to a post that comes in chunks of a thousand and does not say how much there is. An answer that
     * comes before all is sent ends the sending.
     */
    public String chunked(String path, String body, String... headers) throws IOException {
        try (var socket = new Socket("localhost", port())) {
            socket.setSoTimeout(5000);
            var out = socket.getOutputStream();
            var head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port() + "\r\nOrigin: " + origin()
                    + "\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n" + String.join("\r\n", headers)
                    + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.UTF_8));
            for (var at = 0; at < body.length() && socket.getInputStream().available() == 0; at += 1000) {
                var chunk = body.substring(at, Math.min(at + 1000, body.length()));
                out.write("%x\r\n%s\r\n".formatted(chunk.length(), chunk).getBytes(StandardCharsets.UTF_8));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
