// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bothyes.door.Site;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What the packaged application sends in place of its files. */
class PackedIT {

    private final Running running = Running.shared();

    @Test
    void every_file_that_a_room_needs_was_packed_beforehand() throws Exception {
        var door = new Site(running.port()).get("/start").body();
        var files = Jsoup.parse(door).select("[data-ahead]").attr("data-ahead").split(" ");
        assertThat(files).hasSizeGreaterThan(10);
        for (var file : files) {
            var plain = fetched(file, "identity");
            assertThat(encoding(plain)).as(file).isEmpty();
            var brotli = fetched(file, "gzip, deflate, br, zstd");
            assertThat(encoding(brotli))
                    .as(file)
                    .containsExactly(file.contains("/push/") ? "gzip" : "br"); // Vaadin's own
            assertThat(brotli.body()).as(file).hasSizeLessThanOrEqualTo(plain.body().length);
            assertThat(vary(brotli)).as(file).anyMatch("Accept-Encoding"::equalsIgnoreCase);
            var gzip = fetched(file, "gzip, br;q=0");
            assertThat(encoding(gzip)).as(file).containsExactly("gzip");
            assertThat(gzip.headers().firstValue("Content-Length"))
                    .as(file + ", whose length is known before it is sent")
                    .isPresent();
            var unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes();
            assertThat(withoutAddresses(unpacked)).as(file).isEqualTo(withoutAddresses(plain.body()));
        }
    }

    @Test
    void a_room_has_its_policy_and_a_nonce_of_its_own_each_time() {
        var site = new Site(running.port());
        site.post("/start", "pack=guide" + Site.CHOSEN);
        var nonces = new HashSet<String>();
        for (var i = 0; i < 3; i++) {
            var policy = site.get("/c/ready")
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("");
            var nonce = policy.replaceFirst(".*'nonce-([^']*)'.*", "$1");
            assertThat(policy)
                    .isEqualTo("default-src 'self'; script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'; "
                            + "style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; "
                            + "font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
                            + "frame-ancestors 'none'");
            assertThat(Base64.getDecoder().decode(nonce)).hasSizeGreaterThanOrEqualTo(16);
            nonces.add(nonce);
        }
        assertThat(nonces).hasSize(3);
    }

    @Test
    void a_setting_holds_although_it_was_another_when_the_jar_was_built() throws Exception {
        try (var behind = Running.behindTls();
                var client = HttpClient.newHttpClient()) {
            var site = behind.url("").replace("http:", "https:");
            var started = client.send(
                    HttpRequest.newBuilder(URI.create(behind.url("/start")))
                            .header("X-Forwarded-Proto", "https")
                            .header("X-Forwarded-Port", "" + behind.port())
                            .header("Origin", site)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("pack=guide" + Site.CHOSEN))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(started.statusCode()).isEqualTo(200);
            assertThat(started.headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("__Host-both-yes-session="))
                    .allMatch(cookie -> cookie.contains("; Secure"));
        }
    }

    /** In a style that it packs itself, Spring writes the hash of a file into its address. */
    private static String withoutAddresses(byte[] file) {
        return new String(file, UTF_8).replaceAll("url\\([^)]*\\)", "url()");
    }

    private static List<String> encoding(HttpResponse<?> answer) {
        return answer.headers().allValues("Content-Encoding");
    }

    private static List<String> vary(HttpResponse<?> answer) {
        return answer.headers().allValues("Vary");
    }

    private HttpResponse<byte[]> fetched(String file, String unpacks) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(running.url(file)))
                            .header("Accept-Encoding", unpacks)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
