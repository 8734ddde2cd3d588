// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bothyes.storage.Durability;
import org.bothyes.storage.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * When both seals count. A round is looked at the moment it is due; a slow sweep finds those whose moment passed while
 * the application or the database was away.
 */
@Component
class Counting {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    /** How far the clocks of two nodes may be apart. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final ConversationRows conversations;
    private final PartnerRows partners;
    private final RoundRows rounds;
    private final Life life;
    private final Work work;
    private final Durability durability;
    private final Bell bell;
    private final TaskScheduler scheduler;
    private final Terms terms;
    private final Clock clock;
    private final Set<UUID> expected = ConcurrentHashMap.newKeySet();
    private Instant swept = Instant.EPOCH;

    Counting(
            ConversationRows conversations,
            PartnerRows partners,
            RoundRows rounds,
            Life life,
            Work work,
            Durability durability,
            Bell bell,
            TaskScheduler scheduler,
            Terms terms,
            Clock clock) {
        this.conversations = conversations;
        this.partners = partners;
        this.rounds = rounds;
        this.life = life;
        this.work = work;
        this.durability = durability;
        this.bell = bell;
        this.scheduler = scheduler;
        this.terms = terms;
        this.clock = clock;
    }

    /** Comes back to this conversation when both seals count, if both have sealed. */
    void expect(UUID conversation) {
        due(conversation).ifPresent(at -> {
            if (!at.isAfter(clock.instant())) {
                settle(conversation);
            } else if (expected.add(conversation)) {
                var _ = scheduler.schedule(() -> comeBack(conversation), at);
            }
        });
    }

    private void comeBack(UUID conversation) {
        expected.remove(conversation);
        quietly(() -> expect(conversation));
    }

    /** What fails here is found again by the next sweep. The log names the class of the fault, since a text may hold values. */
    private static void quietly(Runnable look) {
        try {
            look.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Rounds could not be looked at now: {}", e.getClass().getName());
        }
    }

    /** The minute in which both seals came to count; empty before. */
    Optional<Instant> bothCountAt(RoundRow round) {
        return round.bothAt != null
                ? Optional.of(round.bothAt)
                : due(round.conversationId)
                        .filter(at -> !at.isAfter(clock.instant()))
                        .map(at -> at.truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * Keeps, once, that both seals count, and counts the conversation's time from there. Whoever is first to keep it,
     * the bell rings once, after the commit.
     *
     * @throws NotNow if they do not
     */
    void keep(RoundRow round) {
        if (round.bothAt == null) {
            var both = bothCountAt(round).orElseThrow(NotNow::new);
            round.bothAt = both;
            conversations.findById(round.conversationId).orElseThrow(NotNow::new).expiresAt = both.plus(terms.life());
            bell.note(round.conversationId);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.ring(round.conversationId);
                }
            });
        }
    }

    private void settle(UUID conversation) {
        work.in(() -> {
            // Whoever has been told that it has ended must not find it alive again.
            rounds.lockNewest(conversation)
                    .filter(_ -> conversations
                            .findById(conversation)
                            .filter(life::goesOn)
                            .isPresent())
                    .ifPresent(this::keep);
            return null;
        });
        durability.flush();
    }

    private Optional<Instant> due(UUID conversation) {
        var sealed = partners.findByConversationId(conversation).stream()
                .map(row -> row.sealedAt)
                .filter(Objects::nonNull)
                .toList();
        return sealed.size() < 2
                ? Optional.empty()
                : sealed.stream().max(Comparator.naturalOrder()).map(last -> last.plus(terms.sealCounts()));
    }

    /**
     * Looks at all the first time, and then at those that can have come to count since it last did. A bell that somebody
     * could not be told of, since the database failed just then, rings now.
     */
    @Scheduled(initialDelayString = "PT0S", fixedDelayString = "PT15S")
    synchronized void sweep() {
        quietly(() -> {
            var now = clock.instant();
            var last = swept.isBefore(now) ? swept : now; // a clock may go back
            rounds.counting(last.minus(terms.sealCounts()).minus(SLACK)).forEach(this::expect);
            bell.lookAtAll();
            swept = now;
        });
    }
}
