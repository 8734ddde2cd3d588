package org.bothyes.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Sheet;
import org.springframework.stereotype.Service;

/**
 * Sealing, taking back and opening. Whoever does one of these locks the round's row first, so of two who come at the
 * same time one waits for the other, and nobody sees half of anything.
 */
@Service
public class Rounds {

    private final ConversationRows conversations;
    private final PartnerRows partners;
    private final RoundRows rounds;
    private final Life life;
    private final Boxes boxes;
    private final Work work;
    private final Durability durability;
    private final Counting counting;
    private final Terms terms;
    private final Clock clock;

    Rounds(
            ConversationRows conversations,
            PartnerRows partners,
            RoundRows rounds,
            Life life,
            Boxes boxes,
            Work work,
            Durability durability,
            Counting counting,
            Terms terms,
            Clock clock) {
        this.conversations = conversations;
        this.partners = partners;
        this.rounds = rounds;
        this.life = life;
        this.boxes = boxes;
        this.work = work;
        this.durability = durability;
        this.counting = counting;
        this.terms = terms;
        this.clock = clock;
    }

    /** How long after it is given a seal counts, in whole minutes. */
    public long minutesUntilASealCounts() {
        return terms.sealCounts().toMinutes();
    }

    /** Where this partner is. */
    public Stage stage(Partner partner) {
        return work.in(() -> conversations
                .findById(partner.conversation())
                .filter(conversation -> conversation.expiresAt.isAfter(clock.instant()))
                .flatMap(conversation -> rounds.newest(conversation.id).map(round -> stage(partner, round)))
                .orElseGet(Stage.Ended::new));
    }

    private Stage stage(Partner partner, RoundRow round) {
        var both = counting.bothCountAt(round);
        if (both.isPresent()) {
            return new Stage.BothFinished(both.get().plus(terms.life()));
        }
        return partners.findById(partner.id())
                .flatMap(row -> Optional.ofNullable(row.sealedAt))
                .<Stage>map(at -> new Stage.Counting(at.plus(terms.sealCounts())))
                .orElseGet(Stage.Answering::new);
    }

    /**
     * "I'm done." Sealing twice is sealing once.
     *
     * @throws NotNow if the conversation has ended
     */
    public void seal(Partner partner) {
        seal(partner, false);
    }

    /** Finishes without sharing: seals an empty sheet by the very same path; the draft stays as it is. */
    public void sealNothing(Partner partner) {
        seal(partner, true);
    }

    private void seal(Partner partner, boolean nothing) {
        var sealed = work.in(() -> {
            var round = lock(partner);
            var row = row(partner);
            if (row.sealedAt != null || row.draft == null) {
                return false;
            }
            var sheet = nothing
                    ? Sheet.blank(partner.pack())
                    : boxes.draft(partner, row.draft, round.number).sheet();
            row.sealed = boxes.close(partner, sheet, round);
            row.sealedAt = now();
            return true;
        });
        durability.flush();
        if (sealed) { // once: a second press must not ring the partner's bell again
            counting.expect(partner.conversation());
        }
    }

    /**
     * Takes a seal back, until both count.
     *
     * @return whether this partner is answering again
     */
    public boolean takeBack(Partner partner) {
        var taken = work.in(() -> {
            var round = lock(partner);
            if (counting.bothCountAt(round).isPresent()) {
                return false;
            }
            row(partner).unseal();
            return true;
        });
        durability.flush();
        return taken;
    }

    /**
     * What both share. The first to open it makes it: both sheets are opened in memory, the overlap is kept, and both
     * sheets and both drafts are deleted, in one transaction. Who opens it, and when, is kept nowhere.
     *
     * @throws NotNow if not both seals count, or the conversation has ended
     */
    public Overlap open(Partner partner) {
        var kept = work.in(() -> {
            life.check(partner);
            return rounds.newest(partner.conversation()).flatMap(round -> Optional.ofNullable(round.overlap)
                    .map(box -> boxes.overlap(partner, box, round)));
        });
        return kept.orElseGet(() -> {
            var overlap = work.in(() -> reveal(partner));
            durability.flush();
            return overlap;
        });
    }

    private Overlap reveal(Partner partner) {
        var round = lock(partner);
        if (round.overlap != null) {
            return boxes.overlap(partner, round.overlap, round);
        }
        counting.keep(round);
        var both = partners.lockBoth(partner.conversation());
        var overlap = OverlapRule.of(sheet(partner, both, Role.ONE, round), sheet(partner, both, Role.TWO, round));
        round.overlap = boxes.close(partner, overlap, round);
        for (var row : both) {
            row.draft = null;
            row.sealed = null;
        }
        return overlap;
    }

    private Sheet sheet(Partner opener, List<PartnerRow> both, Role role, RoundRow round) {
        var row = both.stream().filter(p -> p.role == role).findFirst().orElseThrow(NotNow::new);
        return boxes.sheet(opener, role, Objects.requireNonNull(row.sealed), round);
    }

    private RoundRow lock(Partner partner) {
        life.check(partner);
        return rounds.lockNewest(partner.conversation()).orElseThrow(NotNow::new);
    }

    private PartnerRow row(Partner partner) {
        return partners.lock(partner.id()).orElseThrow(NotNow::new);
    }

    /** Whole milliseconds: what a database keeps of a time is what is reckoned with. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
