// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bothyes.storage.Work;
import org.springframework.stereotype.Component;

/**
 * Keeps what two do together in one evening where every node finds it, sealed between the two, and forgets it in the
 * night. When exactly somebody was here is told by no column: what is stored beside the box is a full hour, half a day
 * ahead.
 */
@Component
class Evenings {

    /** How long an evening lasts in which nobody does anything; up to an hour more, to hide the minute. */
    static final Duration EVENING = Duration.ofHours(12);

    private final EveningRows evenings;
    private final Life life;
    private final Boxes boxes;
    private final Work work;
    private final Bell bell;
    private final Clock clock;

    Evenings(EveningRows evenings, Life life, Boxes boxes, Work work, Bell bell, Clock clock) {
        this.evenings = evenings;
        this.life = life;
        this.boxes = boxes;
        this.work = work;
        this.bell = bell;
        this.clock = clock;
    }

    /** @throws NotNow if the conversation has ended */
    Evening of(Partner partner) {
        return work.in(() -> stored(partner, life.round(partner)));
    }

    private Evening stored(Partner partner, int round) {
        return row(partner)
                .map(row -> boxes.evening(partner, row.box))
                .filter(evening -> evening.round() == round)
                .map(evening -> evening.asOf(clock.instant()))
                .orElseGet(() -> Evening.fresh(round));
    }

    private Optional<EveningRow> row(Partner partner) {
        return evenings.findById(partner.conversation());
    }

    /**
     * Changes it. The bell rings only for what the partner may see: a wish alone must not reach their screen by its
     * ringing.
     *
     * @throws NotNow if the conversation has ended
     */
    void change(Partner partner, UnaryOperator<Evening> change) {
        var other = partner.role().other();
        var rings = work.in(() -> {
            var before = stored(partner, life.lock(partner).number);
            var after = change.apply(before);
            if (after.equals(before)) {
                return false;
            }
            var over = over(clock.instant());
            var seen =
                    !after.ready().equals(before.ready()) || !after.seen(other).equals(before.seen(other));
            store(partner, seen ? after.until(over) : after.until(partner.role(), over), over);
            if (seen) {
                bell.note(partner.conversation());
            }
            return seen;
        });
        if (rings) {
            bell.ring(partner.conversation());
        }
    }

    /** A new list is talked about from its first card, with no wish for one of the list before. Who is ready stays so. */
    void beginAnew(Partner partner, int round) {
        row(partner)
                .ifPresent(row ->
                        row.box = boxes.close(partner, stored(partner, round).again()));
    }

    /** @param over when the row goes, whatever is left in it by then */
    private void store(Partner partner, Evening evening, Instant over) {
        var box = boxes.close(partner, evening);
        row(partner)
                .ifPresentOrElse(
                        row -> {
                            row.box = box;
                            row.overAt = over;
                        },
                        () -> evenings.save(new EveningRow(partner.conversation(), box, over)));
    }

    private static Instant over(Instant now) {
        return now.plus(EVENING).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
}
