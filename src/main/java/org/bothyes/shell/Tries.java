// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often one address may try codes, words and PINs, or start something, a room that votes too: a class of thirty
 * behind one address never meets the limit, and who guesses gets nowhere. In memory only; nothing of an address is logged or stored.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class Tries extends OncePerRequestFilter {

    private static final Set<String> COUNTED = Set.of("/start", "/invitation", "/join", "/return", "/unlock");
    /**
     * How many of them whoever brings a return code has of their own: so nobody who shares their address can lock them out,
     * or find out by counting tries that they came or mistyped their PIN. An invitation has none, for two have it: each
     * could count the other's.
     */
    private static final long OWN = 10;

    private static final Duration REFILLED_IN = Duration.ofMinutes(10);
    /** More addresses than this push out the ones not seen for longest, so that a flood can't fill the memory. */
    private static final long MOST_ADDRESSES = 100_000;

    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> bearers = buckets(OWN);
    private final Optional<Bearer> bearer;

    /** @param most how many tries an address has in ten minutes */
    Tries(@Value("${both-yes.tries}") long most, Optional<Bearer> bearer) {
        this.addresses = buckets(most);
        this.bearer = bearer;
    }

    private static LoadingCache<String, Bucket> buckets(long most) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(REFILLED_IN)
                .build(whose -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(most)
                                .refillGreedy(most, REFILLED_IN)
                                .build())
                        .build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean goesOn;
        try {
            goesOn = !isCounted(request) || hasOneLeft(request);
        } catch (InvalidParameterException e) {
            response.sendError(e.getErrorCode());
            return;
        }
        if (goesOn) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", "60");
            response.sendError(429);
        }
    }

    private boolean hasOneLeft(HttpServletRequest request) throws IOException {
        if (bearer.filter(who -> who.isInvited(request)).isPresent()) {
            return true;
        }
        var own = bearer.flatMap(who -> who.of(request)).map(bearers::get);
        return own.filter(bucket -> bucket.tryConsume(1)).isPresent()
                || addresses.get(network(request.getRemoteAddr())).tryConsume(1);
    }

    private static boolean isCounted(HttpServletRequest request) {
        var address = Address.of(request);
        return "POST".equals(request.getMethod())
                && (COUNTED.contains(address)
                        || (address.endsWith("/stage") && "vote".equals(request.getParameter("do"))));
    }

    /** An IPv4 address whole; of an IPv6 address its /56, which is what one household gets (RIPE-690). */
    static String network(String address) throws IOException {
        var bytes = InetAddress.getByName(address).getAddress();
        return HexFormat.of().formatHex(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, 7));
    }
}
