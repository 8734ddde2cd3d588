// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells open screens to look again: a hint without content. It rings when both have finished, when the list became
 * safer, when a new round opened, when the conversation ended, for "open it together" and in a shared deck; for nothing
 * else, so that nothing else a partner does can reach the other's screen.
 *
 * <p>The truth is a number in the conversation's row that is counted up in the same transaction. Each node keeps for the
 * screens that wait on it the number they have heard, and rings where the stored one is another: whether the ringing
 * came from here, as a hint of another node ({@link Listener}), or was found by looking.
 *
 * @see <a href="../../../../../../docs/decisions/0020-many-nodes.md">decision 20</a>
 */
@Component
public class Bell {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    /** The number of a conversation that is not there any more. */
    private static final int GONE = -1;

    private final ConcurrentHashMap<UUID, Waiting> waiting = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;
    private final Hints hints;

    Bell(JdbcTemplate jdbc, Hints hints) {
        this.jdbc = jdbc;
        this.hints = hints;
    }

    /** The screens of one conversation on this node, and the number they have heard. */
    private static final class Waiting {

        private final Set<Runnable> screens = ConcurrentHashMap.newKeySet();
        private int heard;

        private Waiting(int heard) {
            this.heard = heard;
        }

        private synchronized boolean hears(int number) {
            var isNew = heard != number;
            heard = number;
            return isNew;
        }
    }

    /**
     * Waits for the bell of this partner's conversation. Who waits looks at what is stored after this, not before.
     *
     * @return what stops the waiting
     */
    public Runnable await(Partner partner, Runnable rung) {
        var number = numbers(List.of(partner.conversation())).getOrDefault(partner.conversation(), GONE);
        waiting.compute(partner.conversation(), (id, now) -> {
            var all = now == null ? new Waiting(number) : now;
            all.screens.add(rung);
            return all;
        });
        return () -> waiting.computeIfPresent(partner.conversation(), (id, all) -> {
            all.screens.remove(rung);
            return all.screens.isEmpty() ? null : all;
        });
    }

    /** Has the bell ring with the commit: counts, and gives the other nodes their hint. Part of a transaction. */
    void note(UUID conversation) {
        jdbc.update("update conversation set rung = rung + 1 where id = ?", conversation);
        hints.give(conversation);
    }

    /** Rings what was noted for the screens that wait here, after the commit. */
    void ring(UUID conversation) {
        look(List.of(conversation));
    }

    /** Rings wherever a screen here has not heard the number that is stored. */
    void lookAtAll() {
        look(waiting.keySet());
    }

    /** The same, for these. */
    void look(Collection<UUID> conversations) {
        var here = conversations.stream().filter(waiting::containsKey).toList();
        if (!here.isEmpty()) {
            var numbers = numbers(here);
            here.forEach(id -> hear(id, numbers.getOrDefault(id, GONE)));
        }
    }

    private void hear(UUID conversation, int number) {
        var here = waiting.get(conversation);
        if (here != null && here.hears(number)) {
            here.screens.forEach(Bell::tell);
        }
    }

    private Map<UUID, Integer> numbers(List<UUID> conversations) {
        var numbers = new HashMap<UUID, Integer>();
        jdbc.query(
                connection -> {
                    var query = connection.prepareStatement("select id, rung from conversation where id = any(?)");
                    query.setArray(1, connection.createArrayOf("uuid", conversations.toArray()));
                    return query;
                },
                row -> {
                    numbers.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return numbers;
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
