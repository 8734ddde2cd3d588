package org.bothyes.vault;

/**
 * What a partner's tab holds once it is unlocked, and the proof that every opening asks for. Empty until boxes are
 * sealed; never stored, never serialised, never printed.
 */
public final class Keys {

    Keys() {}

    @Override
    public String toString() {
        return "[redacted]";
    }
}
