package org.bothyes.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What two partners have in common before they share anything: a pack, an end and, until it is used, an invitation. */
@Entity
@Table(name = "conversation")
class ConversationRow {

    @Id
    UUID id;

    @Version
    int version;

    String pack;

    Instant expiresAt;

    byte @Nullable [] invitation;

    byte @Nullable [] invitationProof;

    int wrongTries;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    ConversationRow() {}

    ConversationRow(UUID id, String pack, Instant expiresAt, byte[] invitation, byte[] invitationProof) {
        this.id = id;
        this.pack = pack;
        this.expiresAt = expiresAt;
        this.invitation = invitation;
        this.invitationProof = invitationProof;
    }

    void endInvitation() {
        invitation = null;
        invitationProof = null;
    }
}
