// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Sheet;
import org.bothyes.storage.Work;
import org.springframework.stereotype.Service;

/** What one partner says, kept as it is said. Returns only after the commit. */
@Service
public class Answering {

    private final PartnerRows partners;
    private final Life life;
    private final Drafts drafts;
    private final Boxes boxes;
    private final Work work;

    Answering(PartnerRows partners, Life life, Drafts drafts, Boxes boxes, Work work) {
        this.partners = partners;
        this.life = life;
        this.drafts = drafts;
        this.boxes = boxes;
        this.work = work;
    }

    /**
     * What this partner is working on.
     *
     * @throws NotNow if there is no draft any more: the list was opened, or the conversation has ended
     */
    public Draft draft(Partner partner) {
        return work.in(() -> {
            var round = life.round(partner);
            return drafts.of(partner, partners.findById(partner.id()).orElseThrow(NotNow::new), round);
        });
    }

    /**
     * Applies changes to what is stored, never a copy from a screen.
     *
     * @return the draft as stored now
     * @throws NotNow if this partner has sealed, or the conversation has ended; nothing was changed
     */
    public Draft answer(Partner partner, List<Change> changes) {
        return change(partner, draft -> draft.with(apply(draft.sheet(), changes)));
    }

    /**
     * The same for what was said on a screen.
     *
     * @throws SaidSince if something else was said of the same thing since that screen was shown; what shares less is kept
     * @throws NotNow if this partner has sealed, or the conversation has ended
     */
    public Draft answerAsSeen(Partner partner, List<Said> all) {
        var fits = new AtomicBoolean();
        var kept = change(partner, draft -> {
            var sheet = draft.sheet();
            fits.set(all.stream().allMatch(said -> said.fits(sheet, all)));
            var taken = all.stream().filter(said -> fits.get() || said.sharesLess(sheet));
            return draft.with(apply(sheet, taken.map(Said::change).toList()));
        });
        if (!fits.get()) {
            throw new SaidSince();
        }
        return kept;
    }

    private static Sheet apply(Sheet sheet, List<Change> changes) {
        var next = sheet;
        for (var change : changes) {
            next = next.with(change);
        }
        return next;
    }

    /**
     * Remembers the step this partner is at, to bring them back to.
     *
     * @param step the path of the step; says where they are, not what they said
     * @param whole whether they go on after the short round
     */
    public Draft at(Partner partner, String step, boolean whole) {
        return change(partner, draft -> draft.at(step, whole));
    }

    private Draft change(Partner partner, UnaryOperator<Draft> change) {
        return work.in(() -> {
            var round = life.round(partner);
            var row = partners.lock(partner.id()).orElseThrow(NotNow::new);
            if (row.sealedAt != null) {
                throw new NotNow();
            }
            var next = change.apply(drafts.of(partner, row, round));
            row.draft = boxes.close(partner, next, round);
            return next;
        });
    }
}
