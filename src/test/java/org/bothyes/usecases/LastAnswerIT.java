// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.usecases.Written.text;

import org.bothyes.door.Site;
import org.junit.jupiter.api.Test;

/** A line may break when the server has done what it was asked for and the phone has not heard of it. */
class LastAnswerIT {

    private final Running running = Running.shared();

    @Test
    void who_asks_again_is_told_the_same_however_often() {
        try (var phone = new Phone(new Site(running.port()))) {
            phone.enters("/start", "pack=guide" + Site.CHOSEN, "code");
            var told = phone.told();
            assertThat(told).contains(text("code.title")).contains("’");
            assertThat(phone.asksAgain()).isEqualTo(told);
            assertThat(phone.asksAgain()).isEqualTo(told);
            phone.goes("held").reads(text("held.title"));
        }
    }
}
