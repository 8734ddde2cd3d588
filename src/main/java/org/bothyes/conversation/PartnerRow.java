// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bothyes.overlap.Role;
import org.jspecify.annotations.Nullable;

/** One partner. Only what this partner does ever touches this row, so its version tells the other nothing. */
@Entity
@Table(name = "partner")
class PartnerRow {

    @Id
    UUID id;

    @Version
    int version;

    UUID conversationId;

    @Enumerated(EnumType.STRING)
    Role role;

    byte[] lookup;

    int consent;

    byte[] pub;

    byte[] keys;

    int wrongPins;

    @Nullable Instant waitsUntil;

    byte @Nullable [] draft;

    byte @Nullable [] sealed;

    @Nullable Instant sealedAt;

    boolean asksRound;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    PartnerRow() {}

    PartnerRow(UUID conversationId, Role role, byte[] lookup, byte[] pub, byte[] keys, int consent) {
        this.id = UUID.randomUUID();
        this.conversationId = conversationId;
        this.role = role;
        this.lookup = lookup;
        this.pub = pub;
        this.keys = keys;
        this.consent = consent;
    }

    /** A new round: nothing is said or sealed in it yet. */
    void beginAnew() {
        asksRound = false;
        draft = null;
        unseal();
    }

    void unseal() {
        sealed = null;
        sealedAt = null;
    }
}
