// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import org.bothyes.overlap.Role;
import org.bothyes.vault.Pin;
import org.jspecify.annotations.Nullable;

/**
 * What the page for coming back sends.
 *
 * @param code the return code; missing where the cookie brings it
 * @param who which of the two in this browser; missing where there is one
 * @param pin the PIN or passphrase, never shown again
 */
record ReturnForm(
        @Nullable String code, @Nullable Role who, @Nullable String pin) {

    static final ReturnForm EMPTY = new ReturnForm(null, null, null);

    ReturnForm {
        code = JoinForm.atMost(code);
    }

    Pin typed() {
        return Pin.typed(pin == null ? "" : pin);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
