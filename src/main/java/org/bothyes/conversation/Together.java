// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Who of the two is ready now. */
    public Set<Role> whoIsReady(Partner partner) {
        var earliest = clock.instant().minus(READY);
        return evenings.of(partner).ready().entrySet().stream()
                .filter(ready -> ready.getValue().isAfter(earliest))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether both are ready, so that the list opens. */
    public boolean areBoth(Partner partner) {
        return whoIsReady(partner).size() == Role.values().length;
    }
}
