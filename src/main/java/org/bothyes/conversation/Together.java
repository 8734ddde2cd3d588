// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bothyes.overlap.Role;
import org.springframework.stereotype.Component;

/**
 * "Open it together": who is ready to open the list, in memory only. That the partner is ready is the one thing they may
 * see; it fades by itself.
 */
@Component
public class Together {

    /** How long somebody counts as ready after the tap. */
    static final Duration READY = Duration.ofMinutes(5);

    private final Map<UUID, Map<Role, Instant>> ready = new ConcurrentHashMap<>();
    private final Bell bell;
    private final Clock clock;

    Together(Bell bell, Clock clock) {
        this.bell = bell;
        this.clock = clock;
    }

    /** This partner is ready. */
    public void ready(Partner partner) {
        ready.compute(partner.conversation(), (id, now) -> {
            var both = now == null ? new EnumMap<Role, Instant>(Role.class) : new EnumMap<>(now);
            both.put(partner.role(), clock.instant());
            return both;
        });
        bell.ring(partner.conversation());
    }

    /** This partner is not ready after all. */
    public void notYet(Partner partner) {
        ready.computeIfPresent(partner.conversation(), (id, now) -> {
            var both = new EnumMap<>(now);
            both.remove(partner.role());
            return both.isEmpty() ? null : both;
        });
        bell.ring(partner.conversation());
    }

    public boolean isReady(Partner partner, Role who) {
        var at = ready.getOrDefault(partner.conversation(), Map.of()).get(who);
        return at != null && at.plus(READY).isAfter(clock.instant());
    }

    /** Whether both are ready, so that the list opens. */
    public boolean areBoth(Partner partner) {
        return isReady(partner, Role.ONE) && isReady(partner, Role.TWO);
    }
}
