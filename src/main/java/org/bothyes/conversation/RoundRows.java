// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RoundRows extends JpaRepository<RoundRow, UUID> {

    @Query("from RoundRow where conversationId = :conversation order by number desc limit 1")
    Optional<RoundRow> newest(UUID conversation);

    @Query("""
            select max(r.number) from RoundRow r, ConversationRow c
            where c.id = :conversation and c.expiresAt > :now and r.conversationId = c.id
            """)
    Optional<Integer> numberIfAlive(UUID conversation, Instant now);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from RoundRow where conversationId = :conversation order by number desc limit 1")
    Optional<RoundRow> lockNewest(UUID conversation);

    /** The newest round whose list was opened. */
    @Query("from RoundRow where conversationId = :conversation and overlap is not null order by number desc limit 1")
    Optional<RoundRow> listed(UUID conversation);

    @Modifying
    @Query("delete from RoundRow where conversationId = :conversation and number < :number")
    void deleteBefore(UUID conversation, int number);

    /**
     * The conversations in which both have sealed and nobody has yet seen that both seals count.
     *
     * @param since only where one of the two has sealed after this
     */
    @Query("""
            select distinct p.conversationId from PartnerRow p, RoundRow r
            where p.sealedAt > :since and r.conversationId = p.conversationId and r.bothAt is null
            and 2 = (select count(q) from PartnerRow q where q.conversationId = p.conversationId and q.sealedAt is not null)
            """)
    List<UUID> counting(Instant since);
}
