// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bothyes.overlap.Role;
import org.springframework.stereotype.Component;

/**
 * "Open it together": who is ready to open the list. That the partner is ready is the one thing they may see; it fades by
 * itself.
 */
@Component
public class Together {

    /** How long somebody counts as ready after the tap. */
    static final Duration READY = Duration.ofMinutes(5);

    private final Evenings evenings;
    private final Clock clock;

    Together(Evenings evenings, Clock clock) {
        this.evenings = evenings;
        this.clock = clock;
    }

    /** This partner is ready. */
    public void ready(Partner partner) {
        var now = Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        evenings.change(partner, evening -> evening.ready(partner.role(), now));
    }

    /** This partner is not ready after all. */
    public void notYet(Partner partner) {
        evenings.change(partner, evening -> evening.ready(partner.role(), Optional.empty()));
    }

    public boolean isReady(Partner partner, Role who) {
        return isReady(evenings.of(partner), who);
    }

    /** Whether both are ready, so that the list opens. */
    public boolean areBoth(Partner partner) {
        var evening = evenings.of(partner);
        return isReady(evening, Role.ONE) && isReady(evening, Role.TWO);
    }

    private boolean isReady(Evening evening, Role who) {
        var at = evening.ready().get(who);
        return at != null && at.plus(READY).isAfter(clock.instant());
    }
}
