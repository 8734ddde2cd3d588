// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Safer;
import org.bothyes.overlap.Sheet;
import org.bothyes.storage.Durability;
import org.bothyes.storage.Erasures;
import org.bothyes.storage.Work;
import org.springframework.stereotype.Service;

/**
 * What both share: opened by a tap, and made safer by either of the two. Whoever does one of these locks the round's row
 * first. Who did it, and when, is kept nowhere.
 */
@Service
public class Sharing {

    private final PartnerRows partners;
    private final RoundRows rounds;
    private final Life life;
    private final Boxes boxes;
    private final Work work;
    private final Durability durability;
    private final Counting counting;
    private final Evenings evenings;
    private final Bell bell;
    private final Erasures erasures;

    Sharing(
            PartnerRows partners,
            RoundRows rounds,
            Life life,
            Boxes boxes,
            Work work,
            Durability durability,
            Counting counting,
            Evenings evenings,
            Bell bell,
            Erasures erasures) {
        this.partners = partners;
        this.rounds = rounds;
        this.life = life;
        this.boxes = boxes;
        this.work = work;
        this.durability = durability;
        this.counting = counting;
        this.evenings = evenings;
        this.bell = bell;
        this.erasures = erasures;
    }

    /**
     * What both share. The first to open it makes it: both sheets are opened in memory, the overlap is kept, and both
     * sheets, both drafts and the list of an earlier round are deleted, in one transaction. It is noted before, so that no
     * backup brings these answers back.
     *
     * @throws NotNow if not both seals count, or the conversation has ended
     */
    public Overlap open(Partner partner) {
        var kept = work.in(() -> {
            life.check(partner);
            return rounds.newest(partner.conversation())
                    .filter(round -> round.overlap != null)
                    .map(round -> boxes.overlap(partner, round));
        });
        return kept.orElseGet(() -> {
            erasures.note(work.in(() -> aboutToOpen(partner)));
            var overlap = work.in(() -> reveal(partner));
            durability.flush();
            return overlap;
        });
    }

    /** The list that stands now; during a new round that of the round before. Empty before the first was opened. */
    public Optional<Overlap> list(Partner partner) {
        return work.in(() -> {
            life.check(partner);
            return rounds.listed(partner.conversation()).map(round -> boxes.overlap(partner, round));
        });
    }

    /** Whether the list of the newest round has been opened by either of the two. */
    public boolean isOpened(Partner partner) {
        return work.in(() -> rounds.newest(partner.conversation())
                .filter(round -> round.overlap != null)
                .isPresent());
    }

    /**
     * Makes the list safer, at once and for both. What changes nothing writes nothing and rings no bell. During a new
     * round it goes for what this partner has said in it so far, too: what they have just taken off must not come back
     * by an answer that they only began with.
     *
     * @see <a href="../../../../../../docs/decisions/0009-safer-through-the-rule.md">decision 9</a>
     * @throws NotNow if there is no list, or the conversation has ended
     */
    public void safer(Partner partner, Safer change) {
        var changed = work.in(() -> {
            var newest = life.lock(partner);
            if (newest.overlap == null) {
                saferAnswers(partner, newest, change);
            }
            var safer = saferList(partner, change);
            if (safer) {
                bell.note(partner.conversation());
            }
            return safer;
        });
        try {
            durability.flush();
        } finally { // it is safer, whatever the disk says: the other screen has to know
            if (changed) {
                bell.ring(partner.conversation());
            }
        }
    }

    private boolean saferList(Partner partner, Safer change) {
        var round = rounds.listed(partner.conversation()).orElseThrow(NotNow::new);
        var before = boxes.overlap(partner, round);
        var after = before.safer(partner.role(), change);
        if (after.equals(before)) {
            return false;
        }
        round.overlap = boxes.close(partner, after, round);
        return true;
    }

    private void saferAnswers(Partner partner, RoundRow round, Safer change) {
        var row = partners.lock(partner.id()).orElseThrow(NotNow::new);
        if (row.draft != null) {
            var draft = boxes.draft(partner, row.draft, round.number);
            row.draft = boxes.close(partner, draft.with(draft.sheet().safer(change)), round.number);
        }
        if (row.sealed != null) {
            var sheet = boxes.sheet(partner, partner.role(), row.sealed, round);
            row.sealed = boxes.close(partner, sheet.safer(change), round);
        }
    }

    private UUID aboutToOpen(Partner partner) {
        var round = rounds.newest(partner.conversation()).orElseThrow(NotNow::new);
        return counting.bothCountAt(round).map(at -> round.id).orElseThrow(NotNow::new);
    }

    private Overlap reveal(Partner partner) {
        var round = life.lock(partner);
        if (round.overlap != null) {
            return boxes.overlap(partner, round);
        }
        counting.keep(round);
        var both = partners.lockBoth(partner.conversation());
        var overlap = OverlapRule.of(sheet(partner, both, Role.ONE, round), sheet(partner, both, Role.TWO, round));
        round.overlap = boxes.close(partner, overlap, round);
        for (var row : both) {
            row.draft = null;
            row.sealed = null;
        }
        rounds.deleteBefore(round.conversationId, round.number);
        evenings.beginAnew(partner, round.number);
        return overlap;
    }

    private Sheet sheet(Partner opener, List<PartnerRow> both, Role role, RoundRow round) {
        var row = both.stream().filter(p -> p.role == role).findFirst().orElseThrow(NotNow::new);
        return boxes.sheet(opener, role, Objects.requireNonNull(row.sealed), round);
    }
}
