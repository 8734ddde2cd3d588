// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nothing changes, and no socket opens, unless this site's own page asks: scheme, host and port of the Origin have to be
 * ours. A browser always sends it with a post and with a WebSocket handshake, so a missing one is refused too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var harmless =
                HARMLESS.contains(request.getMethod()) && !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        if (harmless || isOurs(request.getHeader("Origin"), request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isOurs(@Nullable String origin, HttpServletRequest request) {
        if (origin == null || origin.length() > 300) {
            return false;
        }
        try {
            var from = new URI(origin);
            return from.getHost() != null
                    && from.getScheme().equals(request.getScheme())
                    && from.getHost()
                            .toLowerCase(Locale.ROOT)
                            .equals(request.getServerName().toLowerCase(Locale.ROOT))
                    && port(from) == request.getServerPort();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int port(URI origin) {
        if (origin.getPort() >= 0) {
            return origin.getPort();
        }
        return "https".equals(origin.getScheme()) ? 443 : 80;
    }
}
