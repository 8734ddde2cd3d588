// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bothyes.door.Site;

/** What somebody in a room costs a node: memory for each, and the processor for each answer. Started by {@code bench/scale}. */
final class RoomBench {

    private static final int PHONES = 100;
    private static final int BUSY = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofSeconds(30);

    private RoomBench() {}

    public static void main(String[] arguments) throws Exception {
        try (var running = Running.asItIsRun()) {
            var busy = phones(running, BUSY);
            answers(busy, WARM_UP);
            var before = running.liveHeap();
            phones(running, PHONES);
            print("live heap a partner in the wizard", "%d KB", (running.liveHeap() - before) / PHONES / 1024);
            var saved = saved(busy);
            var cpu = running.cpu();
            answers(busy, LENGTH);
            var millis = running.cpu().minus(cpu).toMillis() / (double) (saved(busy) - saved);
            print("of the processor, a question opened and answered", "%.1f ms", millis);
            print("questions opened and answered", "%d a second", (saved(busy) - saved) / LENGTH.toSeconds());
        }
    }

    private static List<SavingPhone> phones(Running running, int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> new SavingPhone(new Site(running.port())))
                .toList();
    }

    private static int saved(List<SavingPhone> phones) {
        return phones.stream().mapToInt(SavingPhone::saved).sum();
    }

    private static void answers(List<SavingPhone> phones, Duration length) throws Exception {
        var enough = new AtomicBoolean();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = clock.schedule(() -> enough.set(true), length.toMillis(), TimeUnit.MILLISECONDS);
            phones.forEach(phone -> hands.execute(() -> phone.answers(enough)));
        }
    }

    private static void print(String what, String form, Object value) {
        System.out.printf("| %-60s | %12s |%n", what, String.format(Locale.ENGLISH, form, value));
    }
}
