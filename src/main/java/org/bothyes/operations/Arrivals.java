// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How a request that this server sends to itself from outside arrives. Nobody else's is looked at: only it has a ticket. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Arrivals extends OncePerRequestFilter {

    /** The header with the ticket. */
    static final String TICKET = "Both-Yes-Self-Check";

    private static final int BYTES = 16;

    private final Map<String, Optional<Arrival>> expected = new ConcurrentHashMap<>();
    private final SecureRandom random;

    Arrivals(SecureRandom random) {
        this.random = random;
    }

    /**
     * One request, as it came in.
     *
     * @param secure whether it is known to have come over TLS
     * @param from the address it is taken to come from
     * @param unread whether a proxy says whom it speaks for and is not believed
     * @param upgrades whether it asks for a WebSocket
     * @param headers of the answer, as they were sent
     */
    record Arrival(
            boolean secure, String from, boolean unread, boolean upgrades, Map<String, Collection<String>> headers) {}

    /** @return a ticket for one request */
    String expect() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var ticket = HexFormat.of().formatHex(bytes);
        expected.put(ticket, Optional.empty());
        return ticket;
    }

    /** How the request with this ticket came in; nothing if it did not come. The ticket is used up. */
    Optional<Arrival> arrived(String ticket) {
        var arrival = expected.remove(ticket);
        return arrival == null ? Optional.empty() : arrival;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var ticket = request.getHeader(TICKET);
        if (ticket == null || !expected.containsKey(ticket)) {
            chain.doFilter(request, response);
            return;
        }
        // Noted before, since whoever asked may have the answer before this comes back; the headers are there by then.
        expected.computeIfPresent(ticket, (same, none) -> Optional.of(arrival(request, response)));
        chain.doFilter(request, response);
        expected.computeIfPresent(ticket, (same, none) -> Optional.of(arrival(request, response)));
    }

    private static Arrival arrival(HttpServletRequest request, HttpServletResponse response) {
        var headers = new TreeMap<String, Collection<String>>(String.CASE_INSENSITIVE_ORDER);
        response.getHeaderNames().forEach(name -> headers.put(name, response.getHeaders(name)));
        return new Arrival(
                request.isSecure(),
                request.getRemoteAddr(),
                request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null,
                "websocket".equalsIgnoreCase(request.getHeader("Upgrade")),
                headers);
    }
}
