// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What machines read: which pages may be found by a search, and whom to tell of a hole. */
@Controller
class Crawlers {

    private static final String SITEMAP = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            """;

    private final Shelf shelf;
    private final Operator operator;
    private final Clock clock;

    Crawlers(Shelf shelf, Operator operator, Clock clock) {
        this.shelf = shelf;
        this.operator = operator;
        this.clock = clock;
    }

    /** Nothing but the open pages: neither the rooms nor the doors, which are not listed here either. */
    @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> robots(HttpServletRequest request) {
        var allowed = shelf.addresses().stream()
                .map(address -> "Allow: " + address + "$\n")
                .collect(Collectors.joining());
        return ResponseEntity.ok(
                "User-agent: *\n" + allowed + "Disallow: /\n\nSitemap: " + at(request) + "/sitemap.xml\n");
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> sitemap(HttpServletRequest request) {
        var site = at(request);
        return ResponseEntity.ok(shelf.addresses().stream()
                .map(address -> "<url><loc>" + site + address + "</loc></url>\n")
                .collect(Collectors.joining("", SITEMAP, "</urlset>\n")));
    }

    /** Whom to tell (RFC 9116); only where whoever runs this has said so. */
    @GetMapping(path = "/.well-known/security.txt", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> security(HttpServletRequest request) {
        return operator.contact()
                .map(contact ->
                        ResponseEntity.ok("Contact: " + contact + "\nExpires: " + expires() + "T00:00:00Z\nCanonical: "
                                + at(request) + "/.well-known/security.txt\nPreferred-Languages: en\n"))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The first day of a month, half a year ahead: less than a year, as asked for, and the same all month long. */
    private LocalDate expires() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .plusMonths(7);
    }

    /** Scheme, host and port as whoever asks knows them. */
    private static String at(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
