// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bothyes.overlap.Comfort;
import org.bothyes.storage.Compaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted lies in the database's file until the night, and no longer. */
class CompactionTest {

    @TempDir
    Path folder;

    @Test
    void a_hundred_deleted_canaries_are_gone_from_every_file() throws Exception {
        try (var at = Stand.start(folder.resolve("data"))) {
            var kept = at.couple();
            var couples = new ArrayList<Stand.Couple>();
            for (var i = 0; i < 100; i++) {
                couples.add(at.couple());
            }
            var canaries = at.jdbc()
                    .sql("select lookup from partner where conversation_id <> ?")
                    .param(kept.one().conversation())
                    .query((row, number) -> row.getBytes(1))
                    .list();
            assertThat(canaries).hasSize(200);
            couples.forEach(couple -> at.ending().erase(couple.two()));
            assertThat(found(canaries)).as("before the night").isNotZero();

            at.app().getBean(Compaction.class).compact();

            assertThat(found(canaries)).as("after the night").isZero();
            assertThat(at.back(kept.a().code())).as("what was not deleted").isPresent();
        }
    }

    /** How many of them are anywhere in the folder, raw, as hex or as Base64. */
    private long found(List<byte[]> canaries) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return canaries.stream()
                .filter(canary -> all.indexOf(new String(canary, ISO_8859_1)) >= 0
                        || all.indexOf(HexFormat.of().formatHex(canary)) >= 0
                        || all.indexOf(Base64.getEncoder().withoutPadding().encodeToString(canary)) >= 0)
                .count();
    }

    @Test
    void who_answers_meanwhile_waits_a_moment_and_loses_nothing() throws Exception {
        try (var at = Stand.start(folder.resolve("data"));
                var threads = Executors.newFixedThreadPool(4)) {
            var stop = new AtomicBoolean();
            var writers = new ArrayList<Future<Partner>>();
            for (var i = 0; i < 4; i++) {
                writers.add(threads.submit(() -> {
                    var partner = at.start().partner();
                    for (var side = 0; !stop.get() || side < 20; side++) {
                        at.answer(partner, side % 60, side < 60 ? Comfort.OPEN : Comfort.YES);
                        assertThat(at.comfort(partner, side % 60)).isNotEqualTo(Comfort.BLANK);
                    }
                    return partner;
                }));
            }
            for (var i = 0; i < 5; i++) {
                at.app().getBean(Compaction.class).compact();
            }
            stop.set(true);
            for (var writer : writers) {
                assertThat(at.comfort(writer.get(), 0)).isNotEqualTo(Comfort.BLANK);
            }
        }
    }
}
