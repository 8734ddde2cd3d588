package org.bothyes.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PartnerRows extends JpaRepository<PartnerRow, UUID> {

    Optional<PartnerRow> findByLookup(byte[] lookup);

    List<PartnerRow> findByConversationId(UUID conversationId);
}
