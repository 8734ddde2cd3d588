package org.bothyes.conversation;

import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Sheet;
import org.bothyes.vault.Label;
import org.bothyes.vault.Vault;
import org.springframework.stereotype.Component;

/** What this room keeps in the vault, and under which label. */
@Component
class Boxes {

    private final Vault vault;

    Boxes(Vault vault) {
        this.vault = vault;
    }

    byte[] close(Partner partner, Draft draft) {
        return vault.close(partner.keys(), label("draft", partner), draft.write());
    }

    Draft draft(Partner partner, byte[] box) {
        return Draft.read(partner.pack(), vault.open(partner.keys(), label("draft", partner), box));
    }

    byte[] close(Partner partner, Sheet sheet, RoundRow round) {
        return vault.close(partner.keys(), label("sheet", round, partner.role().name()), sheet.write());
    }

    Sheet sheet(Partner opener, PartnerRow row, byte[] box, RoundRow round) {
        return Sheet.read(opener.pack(), vault.open(opener.keys(), label("sheet", round, row.role.name()), box));
    }

    byte[] close(Partner partner, Overlap overlap, RoundRow round) {
        return vault.close(partner.keys(), label("overlap", round, "both"), overlap.write());
    }

    Overlap overlap(Partner partner, byte[] box, RoundRow round) {
        return Overlap.read(partner.pack(), vault.open(partner.keys(), label("overlap", round, "both"), box));
    }

    private static Label label(String table, Partner partner) {
        return new Label(table, partner.conversation(), 1, partner.role().name());
    }

    private static Label label(String table, RoundRow round, String role) {
        return new Label(table, round.conversationId, round.number, role);
    }
}
