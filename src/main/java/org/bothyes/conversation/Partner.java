// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.UUID;
import org.bothyes.overlap.Role;
import org.bothyes.pack.Pack;
import org.bothyes.vault.Keys;

/**
 * One of the two, let in: the proof that every call about somebody's answers asks for. Only {@link Conversations} makes
 * one, for who showed an invitation, or {@link Unlocking}, for who showed code and PIN. Lives in a tab, never in a row.
 */
public final class Partner {

    private final UUID id;
    private final UUID conversation;
    private final Role role;
    private final Pack pack;
    private final boolean together;
    private final Keys keys;

    Partner(UUID id, UUID conversation, Role role, Pack pack, boolean together, Keys keys) {
        this.id = id;
        this.conversation = conversation;
        this.role = role;
        this.pack = pack;
        this.together = together;
        this.keys = keys;
    }

    UUID id() {
        return id;
    }

    UUID conversation() {
        return conversation;
    }

    Keys keys() {
        return keys;
    }

    public Role role() {
        return role;
    }

    public Pack pack() {
        return pack;
    }

    /** Whether the list opens on both screens together, or for each alone. */
    public boolean together() {
        return together;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
