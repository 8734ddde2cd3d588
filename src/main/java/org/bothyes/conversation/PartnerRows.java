// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PartnerRows extends JpaRepository<PartnerRow, UUID> {

    /** For who is going to change it: one waits for the other here instead of failing later. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from PartnerRow where id = :id")
    Optional<PartnerRow> lock(UUID id);

    /** Both rows of a conversation, to change them together. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from PartnerRow where conversationId = :conversation order by role")
    List<PartnerRow> lockBoth(UUID conversation);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from PartnerRow where lookup = :lookup")
    Optional<PartnerRow> lockByLookup(byte[] lookup);

    boolean existsByLookup(byte[] lookup);

    List<PartnerRow> findByConversationId(UUID conversationId);
}
