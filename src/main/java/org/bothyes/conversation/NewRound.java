// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bothyes.storage.Durability;
import org.bothyes.storage.Work;
import org.springframework.stereotype.Service;

/**
 * Anything looser waits for a new round, and a new round waits until both have asked for it, each in private: so nobody
 * can fish by changing answers. It begins with what both share; the list of the last round stands until both have
 * finished again.
 */
@Service
public class NewRound {

    private final PartnerRows partners;
    private final RoundRows rounds;
    private final Life life;
    private final Work work;
    private final Durability durability;
    private final Bell bell;
    private final Terms terms;
    private final Clock clock;

    NewRound(
            PartnerRows partners,
            RoundRows rounds,
            Life life,
            Work work,
            Durability durability,
            Bell bell,
            Terms terms,
            Clock clock) {
        this.partners = partners;
        this.rounds = rounds;
        this.life = life;
        this.work = work;
        this.durability = durability;
        this.bell = bell;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * From when on a new round can be asked for: some days after both last finished.
     *
     * @throws NotNow if a round is going on, or the conversation has ended
     */
    public Instant from(Partner partner) {
        return work.in(() -> {
            life.check(partner);
            return from(rounds.newest(partner.conversation()).orElseThrow(NotNow::new));
        });
    }

    /** Whether it is time to ask each other again: the list is some weeks old, and no round is going on. */
    public boolean isTime(Partner partner) {
        return work.in(() -> rounds.newest(partner.conversation())
                .flatMap(round -> Optional.ofNullable(round.bothAt))
                .filter(both -> !both.plus(terms.askAgainAfter()).isAfter(clock.instant()))
                .isPresent());
    }

    /** Whether this partner has asked. */
    public boolean asked(Partner partner) {
        return work.in(() -> partners.findById(partner.id()).orElseThrow(NotNow::new).asksRound);
    }

    /**
     * Asks for a new round. Only this partner's own row knows, until the other has asked too.
     *
     * @throws NotNow if it is too early, a round is going on, or the conversation has ended
     */
    public void ask(Partner partner) {
        var opened = work.in(() -> {
            var last = life.lock(partner);
            if (from(last).isAfter(clock.instant())) {
                throw new NotNow();
            }
            var both = partners.lockBoth(partner.conversation());
            own(partner).asksRound = true;
            var all = both.stream().allMatch(row -> row.asksRound);
            if (all) {
                both.forEach(PartnerRow::beginAnew);
                rounds.save(new RoundRow(last.conversationId, last.number + 1));
                bell.note(partner.conversation());
            }
            return all;
        });
        try {
            durability.flush();
        } finally { // it has begun, whatever the disk says: the other screen has to know
            if (opened) {
                bell.ring(partner.conversation());
            }
        }
    }

    /** Asks no more. */
    public void takeBack(Partner partner) {
        work.in(() -> {
            life.lock(partner);
            own(partner).asksRound = false;
            return null;
        });
        durability.flush();
    }

    private Instant from(RoundRow last) {
        if (last.bothAt == null || last.overlap == null) {
            throw new NotNow();
        }
        return last.bothAt.plus(terms.newRoundAfter());
    }

    private PartnerRow own(Partner partner) {
        return partners.lock(partner.id()).orElseThrow(NotNow::new);
    }
}
