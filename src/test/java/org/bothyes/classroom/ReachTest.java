// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Phones are led to where they can get. */
class ReachTest {

    private static MockHttpServletRequest asked(String host, int port) {
        var request = new MockHttpServletRequest();
        request.setServerName(host);
        request.setServerPort(port);
        return request;
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.5", "class.example.org", "laptop.local"})
    void the_address_that_the_educator_uses_is_the_one(String host) {
        assertThat(Reach.of(asked(host, 8080))).containsExactly("http://" + host + ":8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.8.8", "[::1]"})
    void a_machines_name_for_itself_is_of_no_use_to_a_phone(String host) {
        assertThat(Reach.of(asked(host, 8080)))
                .allMatch(address -> address.matches("http://[0-9.]+:8080"))
                .noneMatch(address -> address.contains("//127.") || address.contains("//169.254."));
    }

    @Test
    void a_usual_port_is_left_out() {
        assertThat(Reach.of(asked("class.example.org", 80))).containsExactly("http://class.example.org");
    }
}
