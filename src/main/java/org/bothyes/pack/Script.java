// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.Set;

/**
 * A line to say.
 *
 * @param soft whether it is a softer way of saying it; plain lines come first
 * @param ties the ids of the topics and limits it helps with; empty: all of them
 */
public record Script(Id<Script> id, Moment moment, boolean soft, Set<String> ties) {

    /** When a line is said. */
    public enum Moment {
        RAISE,
        REASONS,
        ROOM,
        AFAR,
        BEFORE,
        BEFORE_CALL,
        BEGIN,
        DURING,
        QUIET,
        SLOW,
        STOP,
        SAY_NO,
        /** A no or a limit, in a message. */
        WRITE_NO,
        HEAR_NO,
        SAY_LIMIT,
        LEFT_LIST,
        AFTER
    }

    /** Whether it helps with the topic or limit of this id. */
    public boolean helpsWith(Id<?> id) {
        return ties.isEmpty() || ties.contains(id.value());
    }
}
