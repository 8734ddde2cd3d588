// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where whoever runs the server has said nothing of themselves and named no help line. */
@Served
class NobodyNamedTest {

    private final Site site;

    NobodyNamedTest(@LocalServerPort int port) {
        this.site = new Site(port);
    }

    @Test
    void help_says_where_to_look_and_makes_no_number_up() {
        var help = Jsoup.parse(site.get("/help").body());
        assertThat(help.select("#help-near-you ~ .note").text()).contains("local emergency number");
        assertThat(help.select("a[href^=tel:], .lines")).isEmpty();
    }

    @Test
    void about_says_that_nobody_is_named() {
        assertThat(Jsoup.parse(site.get("/about").body()).text()).contains("has not put their name here");
    }

    @Test
    void there_is_nobody_to_tell_of_a_hole() {
        assertThat(site.get("/.well-known/security.txt").statusCode()).isEqualTo(404);
    }
}
