// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

/** What was asked for does not fit the stage any more: sealed in another tab, or ended. Nothing was changed. */
public class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotNow() {
        super("not possible at this stage");
    }

    /** Nobody is let in here. */
    public static NotNow locked() {
        return new NotNow();
    }
}
