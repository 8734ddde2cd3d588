// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Instant;
import org.bothyes.storage.Durability;
import org.bothyes.storage.Erasures;
import org.bothyes.storage.Reserve;
import org.bothyes.storage.Work;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** The end of a conversation: by itself on a fixed day, or at once, by either of the two alone and without a reason. */
@Service
public class Ending {

    private final ConversationRows conversations;
    private final RoundRows rounds;
    private final Life life;
    private final Work work;
    private final Durability durability;
    private final Reserve reserve;
    private final Bell bell;
    private final Erasures erasures;

    Ending(
            ConversationRows conversations,
            RoundRows rounds,
            Life life,
            Work work,
            Durability durability,
            Reserve reserve,
            Bell bell,
            Erasures erasures) {
        this.conversations = conversations;
        this.rounds = rounds;
        this.life = life;
        this.work = work;
        this.durability = durability;
        this.reserve = reserve;
        this.bell = bell;
        this.erasures = erasures;
    }

    /**
     * When it ends by itself. Nothing that either of them does alone moves it.
     *
     * @throws NotNow if it has ended
     */
    public Instant at(Partner partner) {
        return work.in(() -> {
            life.check(partner);
            return conversations.findById(partner.conversation()).orElseThrow(NotNow::new).expiresAt;
        });
    }

    /**
     * Erases all of it, for both, at once, on a full disk too, and has it noted so that no backup brings it back. Erasing
     * what is gone already is no fault. Where it fails, nothing was erased, or all of it was and only the disk did not
     * confirm it; another try does no harm.
     */
    public void erase(Partner partner) {
        erasures.note(partner.conversation());
        try {
            eraseNow(partner);
        } catch (DataAccessException | TransactionException e) {
            if (!reserve.giveBack()) {
                throw e;
            }
            eraseNow(partner);
        } finally {
            reserve.take();
        }
    }

    private void eraseNow(Partner partner) {
        work.in(() -> {
            rounds.lockNewest(partner.conversation());
            bell.note(partner.conversation());
            return conversations.erase(partner.conversation());
        });
        try {
            durability.flush();
        } finally { // it is gone, whatever the disk says: the other screen has to know
            bell.ring(partner.conversation());
        }
    }
}
