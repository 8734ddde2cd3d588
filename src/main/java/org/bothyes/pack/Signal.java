// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.Set;

/**
 * A word or gesture with one fixed meaning.
 *
 * @param index its place among the signals of the pack, from 0
 */
public record Signal(Id<Signal> id, int index, Meaning means, Set<Setting> in) {

    /** What a signal says. Stop, no, silence and leaving always count and are never picked. */
    public enum Meaning {
        STOP,
        PAUSE,
        SLOW,
        WELL
    }
}
