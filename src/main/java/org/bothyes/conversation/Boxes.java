// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.Objects;
import java.util.UUID;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;
import org.bothyes.vault.Label;
import org.bothyes.vault.Vault;
import org.springframework.stereotype.Component;

/** What this room keeps in the vault, under which label, and for whom: a draft for its owner, the rest between the two. */
@Component
class Boxes {

    private final Vault vault;
    private final ConversationRows conversations;
    private final PartnerRows partners;

    Boxes(Vault vault, ConversationRows conversations, PartnerRows partners) {
        this.vault = vault;
        this.conversations = conversations;
        this.partners = partners;
    }

    byte[] close(Partner partner, Draft draft, int round) {
        return vault.close(
                partner.keys(), label("draft", partner, round, partner.role().name()), draft.write());
    }

    Draft draft(Partner partner, byte[] box, int round) {
        var label = label("draft", partner, round, partner.role().name());
        return Draft.read(partner.pack(), vault.open(partner.keys(), label, box));
    }

    byte[] close(Partner partner, Sheet sheet, RoundRow round) {
        var label = label("sheet", partner, round.number, partner.role().name());
        return vault.closeBetween(partner.keys(), theirs(partner), label, sheet.write());
    }

    Sheet sheet(Partner opener, Role owner, byte[] box, RoundRow round) {
        var label = label("sheet", opener, round.number, owner.name());
        return Sheet.read(opener.pack(), vault.openBetween(opener.keys(), theirs(opener), label, box));
    }

    byte[] close(Partner partner, Overlap overlap, RoundRow round) {
        var label = label("overlap", partner, round.number, "both");
        return vault.closeBetween(partner.keys(), theirs(partner), label, overlap.write());
    }

    /** The list of a round that was opened. */
    Overlap overlap(Partner partner, RoundRow round) {
        var label = label("overlap", partner, round.number, "both");
        var box = Objects.requireNonNull(round.overlap);
        return Overlap.read(partner.pack(), vault.openBetween(partner.keys(), theirs(partner), label, box));
    }

    byte[] close(Partner partner, Evening evening) {
        return vault.closeBetween(partner.keys(), theirs(partner), evening(partner), evening.write());
    }

    Evening evening(Partner partner, byte[] box) {
        return Evening.read(vault.openBetween(partner.keys(), theirs(partner), evening(partner), box));
    }

    /** For any round: which one it is about stands in it. */
    private static Label evening(Partner partner) {
        return label("evening", partner, 0, "both");
    }

    /** Opens what was sealed for the invitation and closes it for who has used it. */
    byte[] reseal(Partner joined, Partner invited, byte[] starter, byte[] box, int round) {
        var label = label("sheet", joined, round, Role.ONE.name());
        return vault.closeBetween(
                joined.keys(), starter, label, vault.openBetween(invited.keys(), starter, label, box));
    }

    static Label keys(UUID conversation, Role role, Pack pack) {
        return new Label("keys", conversation, 0, role.name(), pack.id().value());
    }

    static Label invitation(UUID conversation, Pack pack) {
        return new Label(
                "invitation", conversation, 0, Role.TWO.name(), pack.id().value());
    }

    private static Label label(String table, Partner partner, int round, String role) {
        return new Label(
                table, partner.conversation(), round, role, partner.pack().id().value());
    }

    /** The other partner's public key, or the invitation's for as long as nobody has joined. */
    private byte[] theirs(Partner partner) {
        return partners.findByConversationId(partner.conversation()).stream()
                .filter(row -> row.role != partner.role())
                .map(row -> row.pub)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(
                        conversations.findById(partner.conversation()).orElseThrow(NotNow::new).invitationPub));
    }
}
