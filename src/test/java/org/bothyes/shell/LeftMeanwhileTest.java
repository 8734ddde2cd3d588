// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bothyes.Application;
import org.bothyes.conversation.Fixture;
import org.bothyes.door.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Somebody leaves while a request of theirs is past the gate: it makes no session in place of the one that has ended. */
@SpringBootTest(
        classes = {Application.class, Fixture.class, LeftMeanwhileTest.Leaving.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"BOTH_YES_DATA=./target/data/${random.uuid}", "vaadin.productionMode=true"})
class LeftMeanwhileTest {

    private static final String NOW = "X-Leaves-Now";

    private final Site site;

    @Autowired
    LeftMeanwhileTest(@LocalServerPort int port) {
        site = new Site(port);
    }

    /** Ends the session right behind the gate, as leaving in another request does. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Leaving {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE + 21)
        OncePerRequestFilter leaves() {
            return new OncePerRequestFilter() {
                @Override
                protected void doFilterInternal(
                        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                        throws ServletException, IOException {
                    var session = request.getSession(false);
                    if (session != null && request.getHeader(NOW) != null) {
                        session.invalidate();
                    }
                    chain.doFilter(request, response);
                }
            };
        }
    }

    @BeforeEach
    void somebody_is_let_in() {
        assertThat(site.post("/start", "pack=guide" + Site.CHOSEN).statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_leads_to_the_door_for_coming_back() {
        var answer = site.get("/c/ready", NOW, "yes");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(site.origin() + "/return");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_page_that_still_loads_makes_no_session() {
        var answer = site.get("/c/?v-r=init&location=ready&query=", NOW, "yes");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
