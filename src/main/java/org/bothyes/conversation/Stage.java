// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Instant;

/**
 * Where a partner is, told so that it says nothing about the other. There is no stage for "the other has opened the
 * list": opening is a tap in one's own tab and leaves no trace that the partner could meet.
 */
public sealed interface Stage {

    /** Answering; nothing is sealed. */
    record Answering() implements Stage {}

    /**
     * Sealed, and not both finished yet: the other has not, or a seal does not count yet. It can be taken back.
     *
     * @param countsAt when this partner's own seal counts
     */
    record Counting(Instant countsAt) implements Stage {}

    /**
     * Both seals count, for good: what both share can be opened.
     *
     * @param endsAt when the conversation ends by itself
     * @param round the number of the round
     */
    record BothFinished(Instant endsAt, int round) implements Stage {}

    /** There is nothing here any more. */
    record Ended() implements Stage {}
}
