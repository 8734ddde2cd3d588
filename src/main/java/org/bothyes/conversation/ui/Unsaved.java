// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bothyes.conversation.Answering;
import org.bothyes.conversation.Draft;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Partner;
import org.bothyes.conversation.Said;
import org.bothyes.conversation.SaidSince;
import org.bothyes.overlap.Change;

/** What was said on one screen and is not kept yet. Where a try fails it stays here, and goes along with the next. */
final class Unsaved {

    private final List<Said> all = new ArrayList<>();

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** @param seen what this screen took to be stored when they were said */
    void add(List<Change> changes, Draft seen) {
        changes.forEach(change -> all.add(new Said(change, seen)));
    }

    void forget() {
        all.clear();
    }

    /**
     * Keeps all of it.
     *
     * @param whose who walks here, unless the tab has locked
     * @throws SaidSince if something else was said on another screen since; then only what shares less is kept of this
     * @throws NotNow if nothing can be said any more; then it is forgotten, too
     */
    Draft keep(Answering answering, Supplier<Partner> whose) {
        try {
            var kept = answering.answerAsSeen(whose.get(), List.copyOf(all));
            forget();
            return kept;
        } catch (NotNow over) {
            forget();
            throw over;
        }
    }
}
