// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import java.util.Objects;
import java.util.Optional;
import org.bothyes.vault.Pin;
import org.jspecify.annotations.Nullable;

/** A PIN or passphrase as it is chosen: typed twice, since nobody can ever tell it again. */
record ChosenPin(String pin, String again) {

    static ChosenPin of(@Nullable String pin, @Nullable String again) {
        return new ChosenPin(Objects.requireNonNullElse(pin, ""), Objects.requireNonNullElse(again, ""));
    }

    /** The key of the words that say what is missing; empty if it can be taken. */
    Optional<String> fault() {
        var fault = Pin.fault(pin).map(ChosenPin::words);
        return fault.isEmpty() && !pin.equals(again) ? Optional.of("pin.differs") : fault;
    }

    private static String words(Pin.Fault fault) {
        return switch (fault) {
            case TOO_SHORT -> "pin.too-short";
            case TOO_LONG -> "pin.too-long";
            case TOO_EASY -> "pin.too-easy";
        };
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
