// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bothyes.overlap.Sheet;
import org.bothyes.storage.Durability;
import org.bothyes.storage.Work;
import org.springframework.stereotype.Service;

/**
 * Sealing and taking back. Whoever does one of these locks the round's row first, so of two who come at the
 * same time one waits for the other, and nobody sees half of anything.
 */
@Service
public class Rounds {

    private final ConversationRows conversations;
    private final PartnerRows partners;
    private final RoundRows rounds;
    private final Life life;
    private final Drafts drafts;
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
            Drafts drafts,
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
        this.drafts = drafts;
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

    /**
     * The number of the round that is going on, from 1.
     *
     * @throws NotNow if the conversation has ended
     */
    public int number(Partner partner) {
        return work.in(() -> life.round(partner));
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
            return new Stage.BothFinished(both.get().plus(terms.life()), round.number);
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
        seal(partner, stored -> stored, false);
    }

    /**
     * "I'm done", said of what a screen showed.
     *
     * @throws SaidSince if something else is stored: nobody seals what they have not seen
     * @throws NotNow if the conversation has ended
     */
    public void seal(Partner partner, Sheet shown) {
        seal(
                partner,
                stored -> {
                    if (!stored.equals(shown)) {
                        throw new SaidSince();
                    }
                    return stored;
                },
                false);
    }

    /**
     * Finishes without sharing: seals an empty sheet by the very same path; the draft stays as it is. Who has sealed
     * already, on another screen, shares nothing all the same; when it was does not change.
     *
     * @throws NotNow if both seals count already, or the conversation has ended
     */
    public void sealNothing(Partner partner) {
        seal(partner, _ -> Sheet.blank(partner.pack()), true);
    }

    /** @param overSealed whether it goes in the place of what was sealed, as long as that does not count */
    private void seal(Partner partner, UnaryOperator<Sheet> what, boolean overSealed) {
        var sealed = work.in(() -> {
            var round = life.lock(partner);
            var row = row(partner);
            var isSealed = row.sealedAt != null || round.overlap != null;
            if (isSealed && !overSealed) {
                return false;
            }
            if (isSealed && counting.bothCountAt(round).isPresent()) {
                throw new NotNow();
            }
            var sheet = what.apply(drafts.of(partner, row, round.number).sheet());
            row.sealed = boxes.close(partner, sheet, round);
            if (!isSealed) {
                row.sealedAt = now();
            }
            return !isSealed;
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
            var round = life.lock(partner);
            if (counting.bothCountAt(round).isPresent()) {
                return false;
            }
            row(partner).unseal();
            return true;
        });
        durability.flush();
        return taken;
    }

    private PartnerRow row(Partner partner) {
        return partners.lock(partner.id()).orElseThrow(NotNow::new);
    }

    /** Whole milliseconds: what a database keeps of a time is what is reckoned with. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
