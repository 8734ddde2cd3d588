// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import org.bothyes.pack.Choice;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Id;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Topic;

/**
 * One thing that makes a list safer. Either of the two may do it alone, at once and without a reason; nothing here can
 * make a list looser. Sides are told from the side of who does it.
 */
public sealed interface Safer {

    /** Everything off: it becomes the page of "no topic shared". */
    record Everything() implements Safer {}

    /** One side of a topic off the list. */
    record TakeOff(Topic.Side side) implements Safer {
        @Override
        public String toString() {
            return Change.REDACTED;
        }
    }

    /** "You'd both like this" becomes "you're both open to talking about it". */
    record OnlyTalk(Topic.Side side) implements Safer {
        @Override
        public String toString() {
            return Change.REDACTED;
        }
    }

    /** A condition more on something shared. */
    record OnlyWith(Topic.Side side, Condition condition) implements Safer {
        @Override
        public String toString() {
            return Change.REDACTED;
        }
    }

    /** A more protective row of a limit, counted from 0. */
    record Tighten(Limit limit, int row) implements Safer {
        @Override
        public String toString() {
            return Change.REDACTED;
        }
    }

    /** Something both ticked, not any more. */
    record Untick(Choice.Side side, Id<Choice.Item> item) implements Safer {
        @Override
        public String toString() {
            return Change.REDACTED;
        }
    }

    /** A signal more that counts. */
    record AddSignal(Signal signal) implements Safer {
        @Override
        public String toString() {
            return Change.REDACTED;
        }
    }
}
