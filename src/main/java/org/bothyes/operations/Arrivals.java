// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** For each ticket, what comes of its request once there is one. */
    private final Map<String, Optional<CompletableFuture<Arrival>>> expected = new ConcurrentHashMap<>();

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

    /** How the request with this ticket came in, and was answered; nothing if it did not come. The ticket is used up. */
    Optional<Arrival> arrived(String ticket) throws InterruptedException {
        var arrival = expected.getOrDefault(ticket, Optional.empty());
        try { // whoever asked may have the answer before all that was done for it has ended here
            return arrival.isEmpty()
                    ? Optional.empty()
                    : Optional.of(arrival.get().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            expected.remove(ticket);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var ticket = request.getHeader(TICKET);
        var arrival = new CompletableFuture<Arrival>();
        if (ticket == null || expected.replace(ticket, Optional.of(arrival)) == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            arrival.complete(arrival(request, response));
        }
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
