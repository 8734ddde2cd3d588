// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
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

    byte @Nullable [] invitationPub;

    byte @Nullable [] invitationKeys;

    int wrongTries;

    boolean together;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    ConversationRow() {}

    ConversationRow(UUID id, String pack, Instant expiresAt, boolean together) {
        this.id = id;
        this.pack = pack;
        this.expiresAt = expiresAt;
        this.together = together;
    }

    void invite(byte[] lookup, byte[] pub, byte[] keys) {
        invitation = lookup;
        invitationPub = pub;
        invitationKeys = keys;
    }

    /** Nobody joins any more. The public half stays: who started can go on sealing for it. */
    void endInvitation() {
        invitation = null;
        invitationKeys = null;
    }

    void joined() {
        endInvitation();
        invitationPub = null;
        wrongTries = 0;
    }
}
