// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

/** Which of the two: the one who started the conversation, or the one who joined. */
public enum Role {
    ONE,
    TWO;

    public Role other() {
        return this == ONE ? TWO : ONE;
    }
}
