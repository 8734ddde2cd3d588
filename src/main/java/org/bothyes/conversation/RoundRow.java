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

/** One round: both seal once, one overlap comes out. Whoever seals, takes back or opens locks this row first. */
@Entity
@Table(name = "round")
class RoundRow {

    @Id
    UUID id;

    @Version
    int version;

    UUID conversationId;

    int number;

    @Nullable Instant bothAt;

    byte @Nullable [] overlap;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    RoundRow() {}

    RoundRow(UUID conversationId, int number) {
        this.id = UUID.randomUUID();
        this.conversationId = conversationId;
        this.number = number;
    }
}
