// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What a browser keeps of a poll until it is closed: a cookie that is sent to one part of the classroom and read by no
 * script.
 *
 * @param code the poll's
 * @param secret the poll's key in the educator's browser, the phone's own name on a phone
 */
record Ticket(String code, String secret) {

    /** The cookie's name. */
    static final String NAME = "both-yes-poll";

    static Optional<Ticket> read(@Nullable String cookie) {
        var parts = cookie == null ? new String[0] : cookie.split("\\.", 2);
        return parts.length == 2 ? Optional.of(new Ticket(parts[0], parts[1])) : Optional.empty();
    }

    /** @param path the part of the classroom that it is sent to */
    void keep(String path, HttpServletRequest request, HttpServletResponse response) {
        set(code + "." + secret, -1, path, request, response);
    }

    static void drop(String path, HttpServletRequest request, HttpServletResponse response) {
        set("", 0, path, request, response);
    }

    /** A room's own network has no TLS, and a cookie that asks for it would not come back. */
    private static void set(
            String value, long seconds, String path, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, value)
                .path(path)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(seconds)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
