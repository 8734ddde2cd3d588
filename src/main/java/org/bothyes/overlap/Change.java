// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import org.bothyes.pack.Choice;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Id;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Setting;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Topic;

/**
 * One thing that a partner said. A change carries just what was touched, never what else the screen showed, so that two
 * tabs of one partner cannot undo each other.
 */
public sealed interface Change {

    record Answered(Topic.Side side, Comfort comfort) implements Change {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    record Conditioned(Topic.Side side, Condition condition, boolean on) implements Change {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    record Limited(Limit limit, int row) implements Change {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    record Ticked(Choice.Side side, Id<Choice.Item> item, boolean on) implements Change {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    record Signalled(Signal signal, boolean on) implements Change {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    record Pictured(Setting setting, boolean on) implements Change {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** What private things print. */
    String REDACTED = "[redacted]";
}
