// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What two do together in one evening, in a box. Nobody needs it any longer than that. */
@Entity
@Table(name = "evening")
class EveningRow {

    @Id
    UUID conversationId;

    @Version
    int version;

    byte[] box;

    Instant overAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    EveningRow() {}

    EveningRow(UUID conversationId, byte[] box, Instant overAt) {
        this.conversationId = conversationId;
        this.box = box;
        this.overAt = overAt;
    }
}
