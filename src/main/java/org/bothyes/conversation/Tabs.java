// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

    /** One tab: a partner until it is locked, and for a while the return code they have not put away yet. */
    public static final class Tab {

        private final List<Runnable> whenLocked = new CopyOnWriteArrayList<>();
        private volatile @Nullable Partner partner;
        private volatile @Nullable Secret code;
        private volatile int opened;
        private volatile Instant used;
        private volatile Duration rest = Duration.ZERO;
        private volatile @Nullable Instant cardUntil;
        private volatile boolean onlyCard;

        private Tab(Partner partner, @Nullable Secret code, Instant now) {
            this.partner = partner;
            this.code = code;
            this.used = now;
        }

        /** @throws NotNow if it has been locked: its keys are gone */
        public Partner partner() {
            var here = partner;
            if (here == null) {
                throw NotNow.locked();
            }
            return here;
        }

        /** The return code, until {@link #putAway}. */
        public Optional<Secret> code() {
            return Optional.ofNullable(code);
        }

        /** Forgets the return code: its owner has it now. */
        public void putAway() {
            code = null;
        }

        /** The round whose list was opened by a tap in this tab, 0 for none. A fact of the tab alone: no row knows it. */
        public int opened() {
            return opened;
        }

        public void opened(int round) {
            opened = round;
        }

        /**
         * Lays out the card for a call, which stays although nobody uses the tab. One that lies here keeps its time.
         *
         * @return until when it stays
         * @see <a href="../../../../../../docs/decisions/0013-a-card-that-stays.md">decision 13</a>
         */
        public Instant layOut(Instant until) {
            var lies = cardUntil == null ? until : cardUntil;
            cardUntil = lies;
            return lies;
        }

        /** Goes on from the card, if there is one. Where nobody used it for long, the rest of the tab has locked. */
        public boolean goesOn() {
            cardUntil = onlyCard ? cardUntil : null;
            return !onlyCard;
        }

        /** Somebody is here. */
        public void used(Instant now) {
            used = now;
        }

        /** How much longer than others this page may lie untouched: two who talk look at each other. */
        public void rests(Duration longer) {
            rest = longer;
        }

        Instant used() {
            return used;
        }

        /**
         * Has something done when this tab locks; at once if it has.
         *
         * @return what forgets it again, for a screen that goes before
         */
        public Runnable whenLocked(Runnable done) {
            whenLocked.add(done);
            if (partner == null) {
                done.run();
            }
            return () -> whenLocked.remove(done);
        }

        private void lock() {
            partner = null;
            code = null;
            whenLocked.forEach(Bell::tell);
            whenLocked.clear();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @return the handle of a new tab */
    public String open(Partner partner, @Nullable Secret code, SecureRandom random, Instant now) {
        var handle = Secret.random(random).code().replace(" ", "");
        tabs.put(handle, new Tab(partner, code, now));
        return handle;
    }

    public Optional<Tab> find(@Nullable String handle) {
        return handle == null ? Optional.empty() : Optional.ofNullable(tabs.get(handle));
    }

    /** Locks a tab: its keys go, and whoever shows something of it hears so. */
    public void lock(@Nullable String handle) {
        var tab = handle == null ? null : tabs.remove(handle);
        if (tab != null) {
            tab.lock();
        }
    }

    /** Locks every tab of this browser. */
    public void lockAll() {
        tabs.keySet().forEach(this::lock);
    }

    /** Locks what nobody has used since then, but for a card that stays until now or longer. */
    void lockUnusedSince(Instant then, Instant now) {
        tabs.forEach((handle, tab) -> {
            var until = tab.cardUntil;
            var unused = tab.used().plus(tab.rest).isBefore(then);
            if (until == null ? unused : !until.isAfter(now)) {
                lock(handle);
            } else if (unused) {
                tab.onlyCard = true;
            }
        });
    }
}
