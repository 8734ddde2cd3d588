// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ConversationRows extends JpaRepository<ConversationRow, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ConversationRow> findByInvitation(byte[] invitation);

    boolean existsByInvitation(byte[] invitation);

    @Modifying
    @Query("delete from ConversationRow where id = :id")
    int erase(UUID id);

    @Modifying
    @Query("delete from ConversationRow where expiresAt <= :now")
    int deleteExpired(Instant now);
}
