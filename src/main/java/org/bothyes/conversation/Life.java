package org.bothyes.conversation;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whether a conversation still lives. What has run its time is over from that moment, swept away or not. */
@Component
class Life {

    private final ConversationRows conversations;
    private final Clock clock;

    Life(ConversationRows conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    /** @throws NotNow if it has ended */
    void check(Partner partner) {
        if (!conversations.existsByIdAndExpiresAtAfter(partner.conversation(), clock.instant())) {
            throw new NotNow();
        }
    }
}
