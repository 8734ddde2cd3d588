// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.bothyes.Application;
import org.bothyes.conversation.Fixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** What a proxy says of the client is believed of the proxies that are named, and of nobody else. */
class ProxiesTest {

    /** This machine is not among them, so a request from here is one from anywhere. */
    @Nested
    @SpringBootTest(
            classes = {Application.class, Fixture.class},
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {
                "BOTH_YES_DATA=./target/data/${random.uuid}",
                "BOTH_YES_FORWARDED=native",
                "BOTH_YES_PROXIES=10.0.0.7/32, 192.168.4.0/24",
                "vaadin.productionMode=true",
                "both-yes.tries=5"
            })
    class From_an_address_that_is_not_named {

        private final Site site;

        @Autowired
        From_an_address_that_is_not_named(@LocalServerPort int port) {
            this.site = new Site(port);
        }

        @Test
        void that_it_came_by_tls_is_not_believed() {
            var page = forwarded(site, "GET", "/join", "203.0.113.1", "Origin", site.origin());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
            var elsewhere = site.origin().replace("http", "https");
            assertThat(forwarded(site, "POST", "/leave", "203.0.113.1", "Origin", elsewhere)
                            .statusCode())
                    .as("nor that this is its own page")
                    .isEqualTo(403);
        }

        @Test
        void a_made_up_address_gets_no_more_tries() {
            for (var i = 1; i <= 5; i++) {
                assertThat(tries(i)).isEqualTo(422);
            }
            assertThat(tries(6)).isEqualTo(429);
        }

        private int tries(int number) {
            return forwarded(site, "POST", "/return", "203.0.113." + number, "Origin", site.origin())
                    .statusCode();
        }
    }

    @Nested
    @SpringBootTest(
            classes = {Application.class, Fixture.class},
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {
                "BOTH_YES_DATA=./target/data/${random.uuid}",
                "BOTH_YES_FORWARDED=native",
                "vaadin.productionMode=true"
            })
    class Where_none_is_named {

        private final Site site;
        private final Environment settings;

        @Autowired
        Where_none_is_named(@LocalServerPort int port, Environment settings) {
            this.site = new Site(port);
            this.settings = settings;
        }

        @Test
        void this_machine_is_believed_and_no_private_network() {
            assertThat(forwarded(site, "GET", "/join", "203.0.113.1").headers().firstValue("Strict-Transport-Security"))
                    .isPresent();
            assertThat(settings.getProperty("server.tomcat.remoteip.internal-proxies"))
                    .isEqualTo("127.0.0.0/8, ::1/128");
        }
    }

    private static HttpResponse<String> forwarded(
            Site site, String method, String path, String from, String... headers) {
        var all = new String[headers.length + 6];
        System.arraycopy(headers, 0, all, 6, headers.length);
        all[0] = "X-Forwarded-Proto";
        all[1] = "https";
        all[2] = "X-Forwarded-For";
        all[3] = from;
        all[4] = "X-Forwarded-Port";
        all[5] = "" + URI.create(site.origin()).getPort();
        return site.send(method, path, method.equals("POST") ? "code=ABC" : "", all);
    }
}
