package org.bothyes.conversation;

import java.util.UUID;
import org.bothyes.overlap.Role;
import org.bothyes.pack.Pack;
import org.bothyes.vault.Keys;

/**
 * One of the two, let in: the proof that every call about somebody's answers asks for. Only {@link Conversations} makes
 * one, for who showed a return code or an invitation. Lives in a tab, never in a row.
 */
public final class Partner {

    private final UUID id;
    private final UUID conversation;
    private final Role role;
    private final Pack pack;
    private final Keys keys;

    Partner(UUID id, UUID conversation, Role role, Pack pack, Keys keys) {
        this.id = id;
        this.conversation = conversation;
        this.role = role;
        this.pack = pack;
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

    @Override
    public String toString() {
        return "[redacted]";
    }
}
