// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The polls that are going on. Each is gone when the educator ends it, or three hours after anybody last used it. */
@Component
class Polls {

    private static final Duration UNUSED = Duration.ofHours(3);
    /** More than these push out the one that was not used for longest. */
    private static final int MOST = 500;

    /** Without vowels, so that no word comes out, and without what looks or sounds like another. */
    private static final String LETTERS = "BCDFGHJKMPRTVWXZ";

    private static final int CODE_LENGTH = 4;
    private static final int KEY_BYTES = 16;

    private final Cache<String, Poll> byCode;
    private final SecureRandom random;

    Polls(SecureRandom random, Clock clock) {
        this.random = random;
        this.byCode = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(UNUSED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    Poll open(Lesson lesson) {
        while (true) {
            var poll = new Poll(lesson, code(), secret());
            if (byCode.asMap().putIfAbsent(poll.code(), poll) == null) {
                return poll;
            }
        }
    }

    /** @param typed as somebody reads it from a wall: in small letters, with spaces */
    Optional<Poll> withCode(String typed) {
        var code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return Optional.ofNullable(byCode.getIfPresent(code));
    }

    /** The educator's, if this is its key. */
    Optional<Poll> withKey(Ticket ticket) {
        return withCode(ticket.code()).filter(poll -> isKey(poll, ticket.secret()));
    }

    /** The one that this phone has joined. */
    Optional<Poll> joinedBy(Ticket ticket) {
        return withCode(ticket.code()).filter(poll -> poll.knows(ticket.secret()));
    }

    void end(Poll poll) {
        byCode.invalidate(poll.code());
        poll.tellAll();
    }

    /** What is never guessed: a key, or the name of a phone. */
    String secret() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String code() {
        return random.ints(CODE_LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static boolean isKey(Poll poll, String key) {
        return MessageDigest.isEqual(poll.key().getBytes(UTF_8), key.getBytes(UTF_8));
    }
}
