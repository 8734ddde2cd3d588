// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/** Whether a conversation still lives. What has run its time is over from that moment, swept away or not. */
@Component
class Life {

    private final RoundRows rounds;
    private final Clock clock;

    Life(RoundRows rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    /** @throws NotNow if it has ended */
    void check(Partner partner) {
        round(partner);
    }

    /**
     * The number of the round that is going on.
     *
     * @throws NotNow if the conversation has ended
     */
    int round(Partner partner) {
        return rounds.numberIfAlive(partner.conversation(), clock.instant()).orElseThrow(NotNow::new);
    }

    boolean goesOn(ConversationRow conversation) {
        return conversation.expiresAt.isAfter(clock.instant());
    }

    /**
     * The round that is going on, locked: of two who come at the same time one waits for the other here.
     *
     * @throws NotNow if the conversation has ended
     */
    RoundRow lock(Partner partner) {
        var round = rounds.lockNewest(partner.conversation()).orElseThrow(NotNow::new);
        if (round.number != round(partner)) { // it waited while a new round began; the next try finds that one
            throw new CannotAcquireLockException("a new round has begun");
        }
        return round;
    }
}
