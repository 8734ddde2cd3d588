// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells open screens to look again: a hint without content, given after the commit. It rings when both have finished, when
 * the list became safer, when a new round opened, when the conversation ended, for "open it together" and in a shared deck;
 * for nothing else, so that nothing else a partner does can reach the other's screen.
 */
@Component
public class Bell {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private final ConcurrentHashMap<UUID, Set<Runnable>> waiting = new ConcurrentHashMap<>();

    /**
     * Waits for the bell of this partner's conversation.
     *
     * @return what stops the waiting
     */
    public Runnable await(Partner partner, Runnable rung) {
        waiting.compute(partner.conversation(), (id, all) -> {
            var set = all == null ? ConcurrentHashMap.<Runnable>newKeySet() : all;
            set.add(rung);
            return set;
        });
        return () -> waiting.computeIfPresent(partner.conversation(), (id, all) -> {
            all.remove(rung);
            return all.isEmpty() ? null : all;
        });
    }

    void ring(UUID conversation) {
        waiting.getOrDefault(conversation, Set.of()).forEach(Bell::tell);
    }

    /** A screen that fails concerns nobody else: neither the other screens nor whoever did what they are told of. */
    static void tell(Runnable rung) {
        try {
            rung.run();
        } catch (RuntimeException gone) {
            LOG.debug("A waiting screen could not be told: {}", gone.getClass().getName());
        }
    }
}
