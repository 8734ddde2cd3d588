// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.bothyes.overlap.Role;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.storage.Work;
import org.bothyes.vault.Busy;
import org.bothyes.vault.Label;
import org.bothyes.vault.Pin;
import org.bothyes.vault.Secret;
import org.bothyes.vault.Unopened;
import org.bothyes.vault.Vault;
import org.springframework.stereotype.Service;

/**
 * Coming back with code and PIN. A try is counted before it is made, so that many at once are no way round the waiting.
 * All of it happens in the partner's own row: the other never notices, and nothing is ever erased by it.
 */
@Service
public class Unlocking {

    private final ConversationRows conversations;
    private final PartnerRows partners;
    private final PackLibrary packs;
    private final Vault vault;
    private final Life life;
    private final Work work;
    private final Clock clock;

    Unlocking(
            ConversationRows conversations,
            PartnerRows partners,
            PackLibrary packs,
            Vault vault,
            Life life,
            Work work,
            Clock clock) {
        this.conversations = conversations;
        this.partners = partners;
        this.packs = packs;
        this.vault = vault;
        this.life = life;
        this.work = work;
        this.clock = clock;
    }

    /** How a try to come back went. */
    public sealed interface Outcome {

        /** Let in. */
        record In(Partner partner) implements Outcome {}

        /** Code and PIN open nothing; which of the two is wrong, or whether a conversation has ended, is not said. */
        record Wrong() implements Outcome {}

        /**
         * Too many wrong PINs in a row; nothing was tried.
         *
         * @param minutes until the next try counts, at least 1
         */
        record Wait(long minutes) implements Outcome {}
    }

    /** What the rows say about a code, before the PIN is looked at. */
    private sealed interface Begun {

        record Unknown() implements Begun {}

        record Waits(Instant until) implements Begun {}

        record Found(PartnerRow row, Pack pack, boolean together) implements Begun {
            @Override
            public String toString() {
                return "[redacted]";
            }
        }
    }

    /** Whether somebody's code it is. Tries nothing and counts nothing. */
    public boolean knows(Secret code) {
        return work.in(() -> partners.existsByLookup(vault.lookup(code)));
    }

    /**
     * Tries to come back. Takes one run of Argon2, also for a code that nobody has.
     *
     * @throws Busy if too many come in at once; then the try does not count
     */
    public Outcome unlock(Secret code, Pin pin) {
        return switch (work.in(() -> begin(code))) {
            case Begun.Waits(var until) -> waits(until);
            case Begun.Found found -> open(code, pin, found);
            case Begun.Unknown() -> pretend(code, pin);
        };
    }

    private Begun begin(Secret code) {
        var row = partners.lockByLookup(vault.lookup(code)).orElse(null);
        var conversation = row == null
                ? null
                : conversations
                        .findById(row.conversationId)
                        .filter(life::goesOn)
                        .orElse(null);
        var pack = conversation == null ? null : packs.pack(conversation.pack).orElse(null);
        if (row == null || conversation == null || pack == null) {
            return new Begun.Unknown();
        }
        if (row.waitsUntil != null && row.waitsUntil.isAfter(clock.instant())) {
            return new Begun.Waits(row.waitsUntil);
        }
        count(row, row.wrongPins + 1);
        return new Begun.Found(row, pack, conversation.together);
    }

    private Outcome open(Secret code, Pin pin, Begun.Found found) {
        var row = found.row();
        try {
            var keys = vault.unlock(code, pin, Boxes.keys(row.conversationId, row.role, found.pack()), row.keys);
            recount(row.id, again -> count(again, 0));
            return new Outcome.In(
                    new Partner(row.id, row.conversationId, row.role, found.pack(), found.together(), keys));
        } catch (Unopened e) {
            return new Outcome.Wrong();
        } catch (Busy e) {
            recount(row.id, again -> takeBack(again, row.wrongPins));
            throw e;
        }
    }

    /** As long as a known code takes, so that the time tells nothing. */
    private Outcome pretend(Secret code, Pin pin) {
        try {
            vault.unlock(code, pin, new Label("keys", new UUID(0, 0), 0, Role.ONE.name(), ""), null);
            throw new IllegalStateException("nothing opens without keys");
        } catch (Unopened e) {
            return new Outcome.Wrong();
        }
    }

    private Outcome waits(Instant until) {
        var left = Duration.between(clock.instant(), until);
        return new Outcome.Wait(Math.max(1, (left.toSeconds() + 59) / 60));
    }

    private void recount(UUID id, Consumer<PartnerRow> change) {
        work.in(() -> {
            partners.lock(id).ifPresent(change);
            return null;
        });
    }

    /** Where nobody tried since, the wait goes, too: the one before it was over. */
    private static void takeBack(PartnerRow row, int counted) {
        if (row.wrongPins == counted) {
            row.waitsUntil = null;
        }
        row.wrongPins--;
    }

    private void count(PartnerRow row, int wrong) {
        var wait = Patience.after(wrong);
        row.wrongPins = wrong;
        row.waitsUntil = wait.isZero() ? null : clock.instant().plus(wait).truncatedTo(ChronoUnit.MILLIS);
    }
}
