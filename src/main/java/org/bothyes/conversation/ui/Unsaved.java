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
import org.bothyes.overlap.Change;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What was said on one screen and is not kept yet. Where a try fails it stays here, and goes along with the next. */
final class Unsaved {

    private final List<Change> changes = new ArrayList<>();
    /** Whether a try has failed, so that all of it is older than what another device may have said since. */
    private boolean late;

    boolean isEmpty() {
        return changes.isEmpty();
    }

    void add(List<Change> said) {
        changes.addAll(said);
    }

    void forget() {
        changes.clear();
        late = false;
    }

    /**
     * Keeps all of it. What was said from another device since a try that failed is newer, and stays.
     *
     * @param whose who walks here, unless the tab has locked
     * @param known what this screen took to be stored
     * @throws NotNow if nothing can be said any more; then it is forgotten
     */
    Draft keep(Answering answering, Supplier<Partner> whose, Supplier<Draft> known) {
        try {
            var all = List.copyOf(changes);
            var kept = late ? answering.answerLate(whose.get(), all, known.get()) : answering.answer(whose.get(), all);
            forget();
            return kept;
        } catch (NotNow over) {
            forget();
            throw over;
        } catch (DataAccessException | TransactionException e) {
            late = true;
            throw e;
        }
    }
}
