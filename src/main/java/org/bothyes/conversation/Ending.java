package org.bothyes.conversation;

import java.time.Instant;
import org.springframework.stereotype.Service;

/** The end of a conversation: by itself on a fixed day, or at once, by either of the two alone and without a reason. */
@Service
public class Ending {

    private final ConversationRows conversations;
    private final RoundRows rounds;
    private final Life life;
    private final Work work;
    private final Durability durability;
    private final Bell bell;

    Ending(ConversationRows conversations, RoundRows rounds, Life life, Work work, Durability durability, Bell bell) {
        this.conversations = conversations;
        this.rounds = rounds;
        this.life = life;
        this.work = work;
        this.durability = durability;
        this.bell = bell;
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

    /** Erases all of it, for both, at once. Erasing what is gone already is no fault. */
    public void erase(Partner partner) {
        work.in(() -> {
            rounds.lockNewest(partner.conversation());
            return conversations.erase(partner.conversation());
        });
        try {
            durability.flush();
        } finally { // it is gone, whatever the disk says: the other screen has to know
            bell.ring(partner.conversation());
        }
    }
}
