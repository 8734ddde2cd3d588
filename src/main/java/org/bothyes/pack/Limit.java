// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A rule about one thing. Its rows run from most to least protective and are nested: choosing one means that every row
 * above it is fine too.
 *
 * @param index its place among the limits of the pack, from 0
 * @param rows at least two, the most protective first
 * @param recording whether it is about recording: then no row permits more than being asked
 * @param onlyWith the limits it depends on: it matters only where one of them is above its first row; empty if it
 *     always matters
 * @param call whether its rule belongs on the card for a call
 */
public record Limit(Id<Limit> id, int index, List<Row> rows, boolean recording, Set<Id<Limit>> onlyWith, boolean call) {

    /** @param isLoosened whether a limit that this one depends on is above its first row */
    public boolean matters(Predicate<Id<Limit>> isLoosened) {
        return onlyWith.isEmpty() || onlyWith.stream().anyMatch(isLoosened);
    }

    /**
     * One row of a limit.
     *
     * @param permits everything that is fine with it: all that the row above permits, and more
     */
    public record Row(Id<Row> id, Set<String> permits) {}
}
