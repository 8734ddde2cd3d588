// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Locks a tab in which nobody has been for a while: its keys are dropped, and it needs the PIN. The browser has a timer of
 * its own and warns first; this one is for the browser that sleeps, or was told not to.
 */
@Component
public class AutoLock {

    /** How long the server waits beyond the browser, whose warning comes first. */
    static final Duration GRACE = Duration.ofSeconds(45);

    /** Kept as long as their sessions keep them, and no longer. */
    private final Set<Tabs> browsers = Collections.newSetFromMap(new WeakHashMap<>());

    private final Terms terms;
    private final Clock clock;

    AutoLock(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** The tabs of a browser that comes in for the first time. */
    public Tabs newBrowser() {
        var tabs = new Tabs();
        synchronized (browsers) {
            browsers.add(tabs);
        }
        return tabs;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void lockUnused() {
        var now = clock.instant();
        var then = now.minus(terms.lockAfter()).minus(GRACE);
        all().forEach(tabs -> tabs.lockUnusedSince(then, now));
    }

    /** Locks every tab of everybody, where what they show is not what is stored any more. */
    public void lockAll() {
        all().forEach(Tabs::lockAll);
    }

    private List<Tabs> all() {
        synchronized (browsers) {
            return new ArrayList<>(browsers);
        }
    }
}
