// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.usecases.Written.text;

import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.bothyes.usecases.Phone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A line may break when the server has done what it was asked for and the phone has not heard of it. */
@Served
class LastAnswerTest {

    @Test
    void who_asks_again_is_told_the_same_however_often(@LocalServerPort int port) {
        try (var phone = new Phone(new Site(port)).enters("/start", "pack=guide" + Site.CHOSEN, "code")) {
            var told = phone.told();
            assertThat(told).contains(text("code.title")).contains("’");
            assertThat(phone.asksAgain()).isEqualTo(told);
            assertThat(phone.asksAgain()).isEqualTo(told);
            phone.goes("held").reads(text("held.title"));
        }
    }
}
