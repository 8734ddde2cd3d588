// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

/** How much two partners share of one side of a topic. */
public enum Shared {
    /** Nothing that either of them may know of. */
    NOTHING,
    /** Both are open to talking about it: a yes to a talk, no more. */
    TALK,
    /** Both would like it. */
    LIKE
}
