// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The headers that every answer carries, and how long it may be kept. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Headers extends OncePerRequestFilter {

    private static final String CACHE = "Cache-Control";
    private static final String REMINDER = "/reminder.ics";
    private static final Pattern ROOM_THAT_VOTES = Pattern.compile("/vote(/.*)?|/classroom/[^/]+/(stage|news)");
    private static final Pattern HASHED_NAME = Pattern.compile("-[0-9a-f]{32}\\.[a-z0-9]+$");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
        // Vaadin's page puts its own, with a nonce, in this one's place.
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        var kind = Kind.of(request);
        if (kind == Kind.HASHED) {
            chain.doFilter(request, new Immutable(response));
        } else {
            response.setHeader(CACHE, kind.cache);
            chain.doFilter(request, response);
        }
    }

    /** Every address is of one kind, and the kind says how long its answer may be kept. */
    enum Kind {
        /** Whatever a partner is shown, what comes of a post, what depends on a cookie, and what is random. */
        PRIVATE("no-store"),
        /** Files whose address changes with their content. */
        HASHED("public, max-age=31536000, immutable"),
        /** Where leaving leads: it has to come when the server does not. */
        AWAY("public, max-age=86400"),
        /** What anybody may read: kept, and asked for each time whether it is still the same. */
        OPEN("no-cache");

        private final String cache;

        Kind(String cache) {
            this.cache = cache;
        }

        static Kind of(HttpServletRequest request) {
            var path = Address.of(request);
            if (isHashed(request)) {
                return HASHED;
            } else if (Address.isRoom(request)
                    || path.startsWith("/return")
                    || ROOM_THAT_VOTES.matcher(path).matches()
                    || path.equals(REMINDER)
                    || !isRead(request)) {
                return PRIVATE;
            }
            return path.equals("/away") ? AWAY : OPEN;
        }

        private static boolean isRead(HttpServletRequest request) {
            return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        }
    }

    /** Files whose address changes with their content. */
    private static boolean isHashed(HttpServletRequest request) {
        var path = Address.of(request);
        return path.startsWith("/c/VAADIN/build/")
                || path.startsWith("/c/VAADIN/static/push/")
                || (path.endsWith(".css") && request.getParameter("v-c") != null)
                || HASHED_NAME.matcher(path).find();
    }

    /** Vaadin lets hashed files be kept for an hour, Spring for what it is told: here it is for ever, but for errors. */
    private static final class Immutable extends HttpServletResponseWrapper {

        Immutable(HttpServletResponse response) {
            super(response);
            super.setHeader(CACHE, Kind.HASHED.cache);
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            if (!CACHE.equalsIgnoreCase(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            if (!CACHE.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void sendError(int status) throws IOException {
            super.setHeader(CACHE, "no-store");
            super.sendError(status);
        }

        @Override
        public void sendError(int status, @Nullable String message) throws IOException {
            super.setHeader(CACHE, "no-store");
            super.sendError(status, message);
        }

        @Override
        public void setStatus(int status) {
            if (status >= 400) {
                super.setHeader(CACHE, "no-store");
            }
            super.setStatus(status);
        }
    }
}
