// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bothyes.overlap.Role;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.storage.Work;
import org.bothyes.vault.Pin;
import org.bothyes.vault.Secret;
import org.bothyes.vault.Unopened;
import org.bothyes.vault.Vault;
import org.springframework.stereotype.Service;

/** Starting and joining: the ways in for who has not been here. {@link Unlocking} is the way back. */
@Service
public class Conversations {

    /** The version of the consent that is asked for before the first question. New wording, new number. */
    static final int CONSENT = 4;

    private static final int MOST_WRONG_TRIES = 5;

    private final ConversationRows conversations;
    private final PartnerRows partners;
    private final RoundRows rounds;
    private final PackLibrary packs;
    private final Vault vault;
    private final Boxes boxes;
    private final Life life;
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
            Life life,
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
        this.life = life;
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

    /**
     * What an invitation leads to, told before anybody joins.
     *
     * @param pack the questions
     * @param together whether the list opens on both screens together
     */
    public record Offer(Pack pack, boolean together) {}

    /**
     * Starts a conversation with an invitation for the partner. The caller has the starter's consent.
     *
     * @param together whether the list opens on both screens together
     */
    public Welcome start(Pack pack, Pin pin, boolean together) {
        var invitation = new Invitation(Secret.random(random), words.two());
        var row =
                new ConversationRow(newId(), pack.id().value(), clock.instant().plus(terms.life()), together);
        var theirs = vault.make(invitation.token(), invitation.words(), Boxes.invitation(row.id, pack));
        row.invite(vault.invitation(invitation.token()), theirs.pub(), theirs.wrapped());
        var made = make(row.id, pack, together, Role.ONE, pin);
        return work.in(() -> {
            conversations.save(row);
            rounds.save(new RoundRow(row.id, 1));
            return welcome(made, Optional.of(invitation), 1);
        });
    }

    /** Random, and by the same chance as every key: it goes into their labels. */
    private UUID newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** Whether an invitation with this token waits for somebody. Tries nothing and counts nothing. */
    public boolean invites(Secret token) {
        return work.in(() -> conversations.existsByInvitation(vault.invitation(token)));
    }

    /**
     * What an invitation leads to. Uses nothing up; wrong words count, as they do for joining.
     *
     * @return empty for an unknown, used or ended invitation and for wrong words alike; the fifth wrong words end it
     */
    public Optional<Offer> look(String token, String typedWords) {
        return Secret.parse(token)
                .flatMap(parsed -> work.in(() ->
                        invited(parsed, typedWords).map(invited -> new Offer(invited.pack(), invited.together()))));
    }

    /**
     * Uses an invitation up: makes the invited partner's own secret and keys, and seals anew for them what the starter
     * has sealed for the invitation. The caller has the consent of who joins.
     *
     * @param token as typed, pasted or taken from the link
     * @param typedWords as typed
     * @return empty for an unknown, used or ended invitation and for wrong words alike; the fifth wrong words end it
     */
    public Optional<Welcome> join(String token, String typedWords, Pin pin) {
        return Secret.parse(token).flatMap(parsed -> work.in(() -> invited(parsed, typedWords))
                .map(invited -> make(invited.conversation(), invited.pack(), invited.together(), Role.TWO, pin))
                .flatMap(made -> work.in(() -> use(parsed, typedWords, made))));
    }

    /** Somebody with token and words: opens what was sealed for the invitation, and nothing else. */
    private Optional<Partner> invited(Secret token, String typedWords) {
        return conversations
                .findByInvitation(vault.invitation(token))
                .filter(life::goesOn)
                .flatMap(row -> packs.pack(row.pack).flatMap(pack -> invited(row, pack, token, typedWords)));
    }

    private Optional<Partner> invited(ConversationRow row, Pack pack, Secret token, String typedWords) {
        var words = Invitation.tidy(typedWords);
        try {
            var keys = vault.unlock(token, words, Boxes.invitation(row.id, pack), row.invitationKeys);
            return Optional.of(new Partner(UUID.randomUUID(), row.id, Role.TWO, pack, row.together, keys));
        } catch (Unopened e) {
            row.wrongTries++;
            if (row.wrongTries >= MOST_WRONG_TRIES) {
                row.endInvitation();
            }
            return Optional.empty();
        }
    }

    /** In one transaction: the invitation goes, the partner comes, and what was sealed is sealed for them. */
    private Optional<Welcome> use(Secret token, String typedWords, Made made) {
        return invited(token, typedWords).map(invited -> {
            conversations.findById(invited.conversation()).orElseThrow().joined();
            var round = rounds.lockNewest(invited.conversation()).orElseThrow();
            var starter = partners.lockBoth(invited.conversation()).getFirst();
            if (starter.sealed != null) {
                starter.sealed = boxes.reseal(made.partner(), invited, starter.pub, starter.sealed, round.number);
            }
            return welcome(made, Optional.empty(), round.number);
        });
    }

    /** A partner with keys of their own, in a row that is not stored yet. */
    private record Made(Partner partner, PartnerRow row, Secret code) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    private Made make(UUID conversation, Pack pack, boolean together, Role role, Pin pin) {
        var code = Secret.random(random);
        var keys = vault.make(code, pin, Boxes.keys(conversation, role, pack));
        var row = new PartnerRow(conversation, role, vault.lookup(code), keys.pub(), keys.wrapped(), CONSENT);
        return new Made(new Partner(row.id, conversation, role, pack, together, keys.keys()), row, code);
    }

    private Welcome welcome(Made made, Optional<Invitation> invitation, int round) {
        var draft = Draft.blank(made.partner().pack(), invitation);
        made.row().draft = boxes.close(made.partner(), draft, round);
        partners.save(made.row());
        return new Welcome(made.partner(), made.code());
    }
}
