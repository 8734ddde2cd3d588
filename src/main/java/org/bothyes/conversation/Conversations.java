package org.bothyes.conversation;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bothyes.overlap.Role;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.vault.Secret;
import org.bothyes.vault.Vault;
import org.springframework.stereotype.Service;

/** Starting, joining and coming back: every way in. */
@Service
public class Conversations {

    /** The version of the consent that is asked for before the first question. New wording, new number. */
    static final int CONSENT = 1;

    private static final int MOST_WRONG_TRIES = 5;

    private final ConversationRows conversations;
    private final PartnerRows partners;
    private final RoundRows rounds;
    private final PackLibrary packs;
    private final Vault vault;
    private final Boxes boxes;
    private final Work work;
    private final InvitationWords words;
    private final Terms terms;
    private final SecureRandom random;
    private final Clock clock;

    Conversations(
            ConversationRows conversations,
            PartnerRows partners,
            RoundRows rounds,
            PackLibrary packs,
            Vault vault,
            Boxes boxes,
            Work work,
            InvitationWords words,
            Terms terms,
            SecureRandom random,
            Clock clock) {
        this.conversations = conversations;
        this.partners = partners;
        this.rounds = rounds;
        this.packs = packs;
        this.vault = vault;
        this.boxes = boxes;
        this.work = work;
        this.words = words;
        this.terms = terms;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Somebody let in.
     *
     * @param partner who
     * @param code the return code, shown to them once and kept nowhere
     */
    public record Welcome(Partner partner, Secret code) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Starts a conversation with an invitation for the partner. The caller has the starter's consent. */
    public Welcome start(Pack pack) {
        var code = Secret.random(random);
        var invitation = new Invitation(Secret.random(random), words.two());
        return work.in(() -> {
            var conversation = conversations.save(new ConversationRow(
                    UUID.randomUUID(),
                    pack.id().value(),
                    clock.instant().plus(terms.life()),
                    Invitation.lookup(invitation.token()),
                    Invitation.proof(invitation.token(), invitation.words())));
            rounds.save(new RoundRow(conversation.id, 1));
            return welcome(conversation, pack, Role.ONE, code, Optional.of(invitation));
        });
    }

    /**
     * Uses an invitation up. The caller has the consent of who joins.
     *
     * @param token as typed, pasted or taken from the link
     * @param typedWords as typed
     * @return empty for an unknown, used or ended invitation and for wrong words alike; the fifth wrong words end it
     */
    public Optional<Welcome> join(String token, String typedWords) {
        return Secret.parse(token)
                .flatMap(parsed -> work.in(() -> conversations
                        .findByInvitation(Invitation.lookup(parsed))
                        .filter(conversation -> conversation.expiresAt.isAfter(clock.instant()))
                        .flatMap(conversation -> join(conversation, parsed, typedWords))));
    }

    private Optional<Welcome> join(ConversationRow conversation, Secret token, String typedWords) {
        var proof = Invitation.proof(token, Invitation.tidy(typedWords));
        if (!MessageDigest.isEqual(proof, conversation.invitationProof)) {
            conversation.wrongTries++;
            if (conversation.wrongTries >= MOST_WRONG_TRIES) {
                conversation.endInvitation();
            }
            return Optional.empty();
        }
        conversation.endInvitation();
        return packs.pack(conversation.pack)
                .map(pack -> welcome(conversation, pack, Role.TWO, Secret.random(random), Optional.empty()));
    }

    private Welcome welcome(
            ConversationRow conversation, Pack pack, Role role, Secret code, Optional<Invitation> invitation) {
        var row = new PartnerRow(conversation.id, role, lookup(code), CONSENT);
        var partner = new Partner(row.id, conversation.id, role, pack, vault.unlock(code));
        row.draft = boxes.close(partner, Draft.blank(pack, invitation));
        partners.save(row);
        return new Welcome(partner, code);
    }

    /**
     * Who a return code belongs to.
     *
     * @return empty for an unknown or malformed code and for one whose conversation has ended alike
     */
    public Optional<Partner> comeBack(String code) {
        return Secret.parse(code)
                .flatMap(secret ->
                        work.in(() -> partners.findByLookup(lookup(secret)).flatMap(row -> conversations
                                .findById(row.conversationId)
                                .filter(conversation -> conversation.expiresAt.isAfter(clock.instant()))
                                .flatMap(conversation -> packs.pack(conversation.pack))
                                .map(pack -> new Partner(
                                        row.id, row.conversationId, row.role, pack, vault.unlock(secret))))));
    }

    private static byte[] lookup(Secret code) {
        return code.derive("lookup/v1");
    }
}
