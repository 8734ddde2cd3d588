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
    private static final Pattern HASHED_NAME = Pattern.compile("-[0-9a-f]{32}\\.[a-z0-9]+$");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

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
        if (isHashed(request)) {
            chain.doFilter(request, new Immutable(response));
        } else {
            response.setHeader(CACHE, isPrivate(request) ? "no-store" : "no-cache");
            chain.doFilter(request, response);
        }
    }

    private static boolean isPrivate(HttpServletRequest request) {
        return Address.isRoom(request) || !"GET".equals(request.getMethod());
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
            super.setHeader(CACHE, FOR_EVER);
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
