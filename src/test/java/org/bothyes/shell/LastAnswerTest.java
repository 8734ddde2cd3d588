// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.usecases.Written.text;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.bothyes.door.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A line may break when the server has done what it was asked for and the phone has not heard of it. */
@Served
class LastAnswerTest {

    private final Site site;

    @Autowired
    LastAnswerTest(@LocalServerPort int port) {
        this.site = new Site(port);
    }

    @Test
    void who_asks_again_is_told_the_same_however_often() {
        var handle = Site.handle(site.post("/start", "pack=guide" + Site.CHOSEN));
        var page = JsonParser.parseString(site.get(Wire.init("code", handle)).body())
                .getAsJsonObject()
                .getAsJsonObject("appConfig");
        var told = asks(page, Wire.goes("code"), 0);
        assertThat(told).contains(text("code.title")).contains("’");
        assertThat(asks(page, Wire.goes("code"), 0)).isEqualTo(told);
        assertThat(asks(page, Wire.goes("code"), 0)).isEqualTo(told);
        assertThat(asks(page, Wire.goes("held"), 1)).isNotEqualTo(told).contains(text("held.title"));
    }

    private String asks(JsonObject page, String what, int clientId) {
        var first = page.getAsJsonObject("uidl");
        var message = Wire.message(
                first.get("Vaadin-Security-Key").getAsString(),
                "\"rpc\":[" + what + "]",
                first.get("syncId").getAsInt(),
                clientId);
        return site.postJson("/c/?v-r=uidl&v-uiId=" + page.get("v-uiId").getAsInt(), message)
                .body();
    }
}
