// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An open line to a page (HTML, 9.2), on which it hears when to look again. */
final class News {

    /** After this the browser opens a new one; so one that leads nowhere any more is gone by then. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private News() {}

    /**
     * @param poll where there is none, nothing comes, and the browser asks no more
     * @param tell asks the poll to run something whenever there is news
     * @param what is said then
     */
    static ResponseEntity<SseEmitter> of(
            Optional<Poll> poll, BiConsumer<Poll, Runnable> tell, Function<Poll, String> what) {
        return poll.map(each -> ResponseEntity.ok(line(each, tell, what)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static SseEmitter line(Poll poll, BiConsumer<Poll, Runnable> tell, Function<Poll, String> what) {
        var line = new SseEmitter(LONGEST.toMillis());
        Runnable say = () -> say(line, what.apply(poll));
        line.onCompletion(() -> poll.forget(say));
        line.onTimeout(line::complete);
        tell.accept(poll, say);
        say.run(); // whoever comes back has missed something
        return line;
    }

    private static void say(SseEmitter line, String what) {
        try {
            line.send(SseEmitter.event().data(what).reconnectTime(500));
        } catch (IOException | IllegalStateException _) {
            line.complete(); // nobody is there any more
        }
    }
}
