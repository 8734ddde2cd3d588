package org.bothyes.conversation;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bothyes.vault.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who each tab of one browser is. A tab knows itself by a random handle in {@code window.name}; the handle is worth
 * nothing without the session that this map lives in. Two tabs can be two partners and never mix.
 */
public final class Tabs {

    /** The name of the session attribute. */
    public static final String ATTRIBUTE = "both-yes.tabs";

    private final Map<String, Tab> tabs = new ConcurrentHashMap<>();

    /** One tab: a partner, and for a while the return code they have not put away yet. */
    public static final class Tab {

        private final Partner partner;
        private volatile @Nullable Secret code;
        private volatile boolean opened;

        private Tab(Partner partner, @Nullable Secret code) {
            this.partner = partner;
            this.code = code;
        }

        public Partner partner() {
            return partner;
        }

        /** The return code, until {@link #putAway}. */
        public Optional<Secret> code() {
            return Optional.ofNullable(code);
        }

        /** Forgets the return code: its owner has it now. */
        public void putAway() {
            code = null;
        }

        /** Whether the list was opened by a tap in this tab. A fact of the tab alone: no row knows it. */
        public boolean opened() {
            return opened;
        }

        public void opened(boolean now) {
            opened = now;
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @return the handle of a new tab */
    public String open(Partner partner, @Nullable Secret code, SecureRandom random) {
        var handle = Secret.random(random).code().replace(" ", "");
        tabs.put(handle, new Tab(partner, code));
        return handle;
    }

    public Optional<Tab> find(@Nullable String handle) {
        return handle == null ? Optional.empty() : Optional.ofNullable(tabs.get(handle));
    }

    public void close(@Nullable String handle) {
        if (handle != null) {
            tabs.remove(handle);
        }
    }
}
