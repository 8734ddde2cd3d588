// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

/** A box stays shut. Says nothing of the reason: a wrong PIN, another's key and a damaged box are one and the same. */
public final class Unopened extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unopened() {
        super("this cannot be opened", null, false, false);
    }
}
