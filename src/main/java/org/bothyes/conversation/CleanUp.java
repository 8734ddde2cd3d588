// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bothyes.storage.Once;
import org.bothyes.storage.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Deletes what has run its time. A clock that jumped would delete everything, or bring back what has ended; so where it
 * moved by more than a day since the last clean-up, nothing is touched until the operator has said which day it is.
 */
@Component
class CleanUp {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);
    private static final Duration JUMP = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofMinutes(5);

    private final ConversationRows conversations;
    private final EveningRows evenings;
    private final JdbcClient jdbc;
    private final Work work;
    private final Once once;
    private final Clock clock;
    private final String today;

    CleanUp(
            ConversationRows conversations,
            EveningRows evenings,
            JdbcClient jdbc,
            Work work,
            Once once,
            Clock clock,
            @Value("${both-yes.today}") String today) {
        this.conversations = conversations;
        this.evenings = evenings;
        this.jdbc = jdbc;
        this.work = work;
        this.once = once;
        this.clock = clock;
        this.today = today;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5M")
    void cleanUp() {
        try {
            once.within("clean-up", OFTEN.dividedBy(2), OFTEN, () -> work.in(this::clean));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The clean-up could not run now: {}", e.getClass().getName());
        }
    }

    /** @return whether it ran */
    boolean clean() {
        var now = clock.instant();
        if (last().filter(then -> jumped(then, now)).isPresent() && !isConfirmed(now)) {
            LOG.error(
                    "The clock says {} and has moved by more than a day since the last clean-up. Nothing is deleted"
                            + " until you say that this is right: start once with BOTH_YES_TODAY={}. If it is not"
                            + " right, set the clock; nothing else has to be done.",
                    day(now),
                    day(now));
            return false;
        }
        conversations.deleteExpired(now);
        evenings.deleteOver(now);
        jdbc.sql("update instance set cleaned_at = ? where id = 1")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    private Optional<Instant> last() {
        return Optional.ofNullable(jdbc.sql("select cleaned_at from instance where id = 1")
                        .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                        .list()
                        .getFirst())
                .map(OffsetDateTime::toInstant);
    }

    private static boolean jumped(Instant then, Instant now) {
        return Duration.between(then, now).abs().compareTo(JUMP) > 0;
    }

    /** What was confirmed counts on that day only, so that a setting forgotten in a script does no harm. */
    private boolean isConfirmed(Instant now) {
        return today.equals(day(now).toString());
    }

    private static LocalDate day(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
