// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.overlap.Role;
import org.bothyes.vault.Secret;
import org.bothyes.vault.Unopened;
import org.bothyes.vault.Vault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The codes of who uses this browser, at most one for each of two partners, for one evening: with it the PIN is enough.
 * Sealed for this server alone, it opens nothing without the server and the PIN. It ends with the browser, with leaving,
 * and after {@link #EVENING}.
 */
@Component
class ReturnCookie {

    /** How long a code stays in it. */
    static final Duration EVENING = Duration.ofHours(12);

    private static final String NAME = "both-yes";
    private static final String PURPOSE = "return-cookie/v1";
    /** The size of what is sealed, in bytes: one code or two look alike. */
    private static final int SIZE = 128;

    private final Vault vault;
    private final Clock clock;

    ReturnCookie(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** One line of it. */
    private record Entry(Role role, Instant until, String code) {

        static Entry read(String line) {
            var parts = line.split(" ", 3);
            return new Entry(Role.valueOf(parts[0]), Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2]);
        }

        String line() {
            return role + " " + until.getEpochSecond() + " " + code;
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** The codes in this browser, by role; none if there is no cookie, or none of ours, or its time is over. */
    Map<Role, Secret> codes(HttpServletRequest request) {
        var codes = new EnumMap<Role, Secret>(Role.class);
        entries(request).forEach(entry -> Secret.parse(entry.code()).ifPresent(code -> codes.put(entry.role(), code)));
        return codes;
    }

    /** Remembers a code, in place of one of the same role. */
    void remember(Role role, Secret code, HttpServletRequest request, HttpServletResponse response) {
        var others = entries(request).stream().filter(entry -> entry.role() != role);
        var own = new Entry(role, clock.instant().plus(EVENING), code.code().replace(" ", ""));
        var lines = Stream.concat(others, Stream.of(own)).map(Entry::line).collect(Collectors.joining("\n"));
        var sealed = vault.closeHere(PURPOSE, Arrays.copyOf(lines.getBytes(UTF_8), SIZE));
        set(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), -1);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", 0);
    }

    private List<Entry> entries(HttpServletRequest request) {
        var cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .findFirst()
                .map(cookie -> opened(cookie.getValue()))
                .orElse(List.of());
    }

    private List<Entry> opened(String value) {
        try {
            var lines =
                    new String(vault.openHere(PURPOSE, Base64.getUrlDecoder().decode(value)), UTF_8);
            return lines.strip()
                    .replace("\0", "")
                    .lines()
                    .map(Entry::read)
                    .filter(entry -> entry.until().isAfter(clock.instant()))
                    .toList();
        } catch (Unopened | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The prefix binds it to this host and to TLS (RFC 6265bis), where there is TLS. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        var cookie = ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(seconds)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
