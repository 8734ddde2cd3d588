// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

/** Too many people come in at this moment. Nothing was tried and nothing changed. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1;

    Busy() {
        super("too many are coming in at once", null, false, false);
    }
}
