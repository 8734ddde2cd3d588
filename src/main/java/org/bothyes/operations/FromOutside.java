// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static org.bothyes.operations.Finding.Check.ADDRESS;
import static org.bothyes.operations.Finding.Check.FORWARDING;
import static org.bothyes.operations.Finding.Check.HEADERS;
import static org.bothyes.operations.Finding.Check.PLAIN;
import static org.bothyes.operations.Finding.Check.PUSH;
import static org.bothyes.operations.Finding.Check.TLS;
import static org.bothyes.operations.Finding.Check.VISITORS;
import static org.bothyes.operations.Finding.good;
import static org.bothyes.operations.Finding.mend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.bothyes.operations.Arrivals.Arrival;

/** Looks at this server the way a partner's browser does: by its public address, through whatever stands before it. */
final class FromOutside {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LATE = 5;
    /** An address that nobody has (RFC 5737), claimed as a visitor who lies would. */
    private static final String CLAIMED = "198.51.100.77";
    /** What a proxy may not take away, change or say twice. */
    private static final List<String> KEPT = List.of(
            "Cache-Control",
            "Content-Security-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
            "Referrer-Policy",
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "X-Frame-Options");

    private final String address;
    private final HttpClient client;
    private final Arrivals arrivals;
    private final Clock clock;

    /** @param address with https:// and no slash at its end; empty where nobody has said it */
    FromOutside(String address, HttpClient client, Arrivals arrivals, Clock clock) {
        this.address = address;
        this.client = client;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    List<Finding> look() throws InterruptedException {
        if (address.isEmpty()) {
            return List.of(mend(ADDRESS, "unset"));
        }
        var ticket = arrivals.expect();
        HttpResponse<Void> answer;
        try {
            answer = client.send(
                    HttpRequest.newBuilder(URI.create(address + "/"))
                            .timeout(PATIENCE)
                            .header(Arrivals.TICKET, ticket)
                            .header("X-Forwarded-For", CLAIMED)
                            .build(),
                    BodyHandlers.discarding());
        } catch (SSLException e) {
            return List.of(mend(TLS, "untrusted"));
        } catch (IOException e) {
            return List.of(mend(ADDRESS, "unreachable"));
        }
        var arrival = arrivals.arrived(ticket);
        if (arrival.isEmpty()) {
            return List.of(mend(ADDRESS, "another"));
        }
        var findings = new ArrayList<Finding>();
        findings.add(good(ADDRESS));
        findings.add(certificate(answer));
        findings.add(plain());
        findings.add(forwarding(arrival.get()));
        visitors(arrival.get()).ifPresent(findings::add);
        findings.add(headers(answer, arrival.get()));
        findings.add(push());
        return findings;
    }

    /** Whoever renews certificates does so when a third of their life is left; a fifth is late, however long they live. */
    private Finding certificate(HttpResponse<?> answer) {
        try {
            var certificate =
                    (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
            var end = certificate.getNotAfter().toInstant();
            var life = Duration.between(certificate.getNotBefore().toInstant(), end);
            var day = end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            return Duration.between(clock.instant(), end).compareTo(life.dividedBy(LATE)) < 0
                    ? mend(TLS, "ends", day)
                    : good(TLS, day);
        } catch (SSLPeerUnverifiedException | NoSuchElementException e) {
            return mend(TLS, "untrusted");
        }
    }

    /** Whoever types the name alone comes by plain http first, and has to be led on before anything is shown. */
    private Finding plain() throws InterruptedException {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://" + URI.create(address).getHost() + "/"))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.discarding());
            var leads = answer.headers().firstValue("Location").orElse("");
            return answer.statusCode() / 100 == 3 && leads.startsWith("https://") ? good(PLAIN) : mend(PLAIN, "open");
        } catch (IOException e) {
            return good(PLAIN);
        }
    }

    private static Finding forwarding(Arrival arrival) {
        if (arrival.secure()) {
            return good(FORWARDING);
        }
        return mend(FORWARDING, arrival.unread() ? "unread" : "unsaid");
    }

    /** Nothing where nothing can be told: within one machine or network every address is a proxy's. */
    private Optional<Finding> visitors(Arrival arrival) {
        if (arrival.unread()) {
            return Optional.of(mend(VISITORS, "unread"));
        }
        if (isNear()) {
            return Optional.empty();
        }
        return Optional.of(arrival.from().equals(CLAIMED) ? mend(VISITORS, "lie") : told(arrival));
    }

    private static Finding told(Arrival arrival) {
        return arrival.from().startsWith("127.") || arrival.from().equals("0:0:0:0:0:0:0:1")
                ? mend(VISITORS, "unsaid")
                : good(VISITORS);
    }

    private boolean isNear() {
        try {
            var place = InetAddress.getByName(URI.create(address).getHost());
            return place.isLoopbackAddress() || place.isSiteLocalAddress();
        } catch (IOException e) {
            return true;
        }
    }

    private static Finding headers(HttpResponse<?> answer, Arrival arrival) {
        var changed = KEPT.stream()
                .filter(name -> !answer.headers().allValues(name).equals(sent(arrival, name)))
                .collect(Collectors.joining(", "));
        return changed.isEmpty() ? good(HEADERS) : mend(HEADERS, "changed", changed);
    }

    private static List<String> sent(Arrival arrival, String name) {
        return List.copyOf(arrival.headers().getOrDefault(name, List.of()));
    }

    /** The handshake itself is refused, as it comes from nobody's session; that it comes at all is the question. */
    private Finding push() throws InterruptedException {
        var ticket = arrivals.expect();
        try {
            client.newWebSocketBuilder()
                    .header(Arrivals.TICKET, ticket)
                    .buildAsync(
                            URI.create(address.replaceFirst("^http", "ws") + "/c/VAADIN/push"),
                            new WebSocket.Listener() {})
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .abort();
        } catch (ExecutionException | TimeoutException e) {
            // What counts is how it arrived.
        }
        return arrivals.arrived(ticket).filter(Arrival::upgrades).isPresent() ? good(PUSH) : mend(PUSH, "stopped");
    }
}
