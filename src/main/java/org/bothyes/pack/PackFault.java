// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

/** A pack or a lesson that cannot be used. The message names file, line and remedy; the application does not start. */
public final class PackFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PackFault(String file, int line, String what, String remedy) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + what + " " + remedy);
    }
}
