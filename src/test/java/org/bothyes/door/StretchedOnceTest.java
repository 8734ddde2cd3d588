// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.door.Site.form;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.bothyes.conversation.Answering;
import org.bothyes.conversation.Conversations;
import org.bothyes.pack.PackLibrary;
import org.bothyes.vault.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A PIN is dear to guess and costs its owner one run of Argon2, however the code or the PIN is wrong. */
@Served
class StretchedOnceTest {

    private final Conversations conversations;
    private final Answering answering;
    private final PackLibrary packs;
    private final Site site;

    @TempDir
    Path folder;

    @Autowired
    StretchedOnceTest(Conversations conversations, Answering answering, PackLibrary packs, @LocalServerPort int port) {
        this.conversations = conversations;
        this.answering = answering;
        this.packs = packs;
        this.site = new Site(port);
    }

    @Test
    void starting_and_coming_back_take_one_run_each() throws Exception {
        assertThat(runs("/start", "pack=guide" + Site.CHOSEN, 200)).isEqualTo(1);
        assertThat(runs("/unlock", "pin=271828", 200)).isEqualTo(1);
        assertThat(runs("/unlock", "pin=161803", 422)).as("a wrong PIN").isEqualTo(1);
        var nobodys = form("code", "01234 56789 ABCDE FGHJK MNPQRS", "pin", "271828");
        assertThat(runs("/return", nobodys, 422)).as("a code that nobody has").isEqualTo(1);
    }

    @Test
    void joining_takes_one_run() throws Exception {
        var starter = conversations.start(packs.packs().getFirst(), Pin.typed("314159"), false);
        var invitation = answering.draft(starter.partner()).invitation().orElseThrow();
        var form = form("code", invitation.token().code(), "words", invitation.words());
        assertThat(runs("/join", form + Site.CHOSEN, 200)).isEqualTo(1);
    }

    /** Posts it, and counts how often a PIN was stretched meanwhile. */
    private long runs(String door, String form, int status) throws IOException {
        var file = folder.resolve("recording.jfr");
        try (var recording = new Recording()) {
            recording
                    .enable("jdk.MethodTrace")
                    .with("filter", "org.bothyes.vault.Stretching::stretch")
                    .withThreshold(Duration.ZERO);
            recording.start();
            assertThat(site.post(door, form).statusCode()).isEqualTo(status);
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).size();
    }
}
