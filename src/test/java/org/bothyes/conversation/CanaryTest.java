// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bothyes.Application;
import org.bothyes.Haystack;
import org.bothyes.overlap.Comfort;
import org.bothyes.vault.InstanceKey;
import org.bothyes.vault.OpenVault;
import org.bothyes.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Everything that was said and every secret, searched for in every file: sealed, nothing is found; open, it is. */
class CanaryTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final Weaver weaver = new Weaver();

    @TestConfiguration(proxyBeanMethods = false)
    static class Unsealed {
        @Bean
        @Primary
        Vault openVault(InstanceKey key, SecureRandom random) {
            return OpenVault.of(key, random);
        }
    }

    @Test
    void sealed_nothing_of_it_is_in_any_file() throws IOException {
        assertThat(found(live(Application.class, Fixture.class))).isEmpty();
    }

    @Test
    void the_same_search_finds_it_where_nothing_is_sealed() throws IOException {
        var marks = live(Application.class, Fixture.class, Unsealed.class);
        assertThat(found(marks)).isNotEmpty();
        assertThat(Haystack.of(folder.resolve("backup")).finds(marks))
                .as("in the backup alone")
                .isNotEmpty();
    }

    @Test
    void a_line_in_the_log_that_tells_an_answer_is_found() throws IOException {
        weaver.weave(Answering.class, "answer", Leaks.LogLine.class);
        assertThat(found(live(Application.class, Fixture.class))).isNotEmpty();
    }

    /** Taken while it runs. */
    private Path backup() {
        return folder.resolve("backup").resolve("both-yes.zip");
    }

    /** Two partners go from the start to the middle of a second round; what they said and what let them in. */
    private List<String> live(Class<?>... parts) {
        var app = new SpringApplicationBuilder(parts)
                .run(
                        "--BOTH_YES_DATA=" + folder.resolve("data"),
                        "--server.port=0",
                        "--logging.file.name=" + folder.resolve("log"),
                        "--vaadin.productionMode=true",
                        "--both-yes.new-round-after=0s");
        try (var at = Stand.in(app)) {
            var starter = at.start();
            var invitation = at.invitation(starter.partner());
            at.answerAll(starter.partner(), Comfort.YES);
            at.answering().at(starter.partner(), "marked/step", true);
            at.rounds().seal(starter.partner());
            var joined = at.conversations()
                    .join(invitation.token().code(), invitation.words(), Stand.PIN)
                    .orElseThrow();
            at.answerAll(joined.partner(), Comfort.OPEN);
            at.rounds().seal(joined.partner());
            at.tick("PT2M");
            at.sharing().open(joined.partner());
            at.newRound().ask(starter.partner());
            at.newRound().ask(joined.partner());
            at.answer(joined.partner(), 0, Comfort.NO);
            at.jdbc().sql("backup to '" + backup() + "'").update();
            var said = new ArrayList<>(List.of(
                    starter.code().code().replace(" ", ""),
                    joined.code().code().replace(" ", ""),
                    invitation.token().code().replace(" ", ""),
                    invitation.words(),
                    "271828",
                    "marked/step"));
            at.pack().topics().forEach(topic -> said.add("t " + topic.id().value() + "/"));
            at.pack().limits().forEach(limit -> said.add("l " + limit.id().value() + " "));
            at.pack().topics().stream()
                    .map(topic -> topic.id().value())
                    .filter(id -> id.contains("-")) // the others are words that may stand anywhere
                    .forEach(said::add);
            return said;
        }
    }

    private List<String> found(List<String> marks) throws IOException {
        var haystack = Haystack.of(folder);
        assertThat(haystack.bytes()).as("bytes that were searched").isGreaterThan(50_000);
        return haystack.finds(marks);
    }
}
