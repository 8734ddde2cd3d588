// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.Optional;
import org.bothyes.overlap.Sheet;
import org.springframework.stereotype.Component;

/** The draft of a partner: as stored, or, in a new round that they have not touched yet, what both share already. */
@Component
class Drafts {

    private final RoundRows rounds;
    private final Boxes boxes;

    Drafts(RoundRows rounds, Boxes boxes) {
        this.rounds = rounds;
        this.boxes = boxes;
    }

    /**
     * @param round the number of the round that is going on
     * @throws NotNow if there is none any more: the list was opened
     */
    Draft of(Partner partner, PartnerRow row, int round) {
        return row.draft == null
                ? begun(partner, round).orElseThrow(NotNow::new)
                : boxes.draft(partner, row.draft, round);
    }

    private Optional<Draft> begun(Partner partner, int round) {
        return rounds.listed(partner.conversation())
                .filter(last -> last.number < round)
                .map(last -> Sheet.from(boxes.overlap(partner, last), partner.role()))
                .map(sheet -> new Draft(sheet, "", true, Optional.empty()));
    }
}
