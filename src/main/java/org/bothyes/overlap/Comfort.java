// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

/** The answer to one side of a topic, from least to most. The order is the rule: two partners share the lower one. */
public enum Comfort {
    BLANK,
    NO,
    LATER,
    OPEN,
    YES
}
