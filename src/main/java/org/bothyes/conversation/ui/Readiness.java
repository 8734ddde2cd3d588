// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * That somebody has tapped on one page to open the list together. It goes with that page, and with its tab when this
 * locks; another tab must not open by itself.
 */
final class Readiness {

    private final Journey journey;
    private final Together together;
    /** Forgets what is done when the tab locks; null where nobody is ready. */
    private @Nullable Runnable forget;

    Readiness(Journey journey, Together together) {
        this.journey = journey;
        this.together = together;
    }

    boolean isSaid() {
        return forget != null;
    }

    /** @throws NotNow if the tab has locked, or the conversation has ended */
    void say() {
        end(); // said before, and lapsed or taken back in another tab since
        together.ready(journey.partner());
        forget = journey.whenLocked(together::notYet);
    }

    /** @throws NotNow if the tab has locked, or the conversation has ended */
    void takeBack() {
        if (isSaid()) {
            end();
            together.notYet(journey.partner());
        }
    }

    /** What was taken back in another tab, or has faded, is not said here any more either. */
    void lapse() {
        var partner = journey.partner();
        if (isSaid() && !together.whoIsReady(partner).contains(partner.role())) {
            end();
        }
    }

    /** It opens: going there takes nothing back. */
    void end() {
        if (forget != null) {
            forget.run();
            forget = null;
        }
    }

    /** Whoever goes elsewhere, or closes the page, is not ready any more. Where that can't be kept, it fades by itself. */
    void leave() {
        try {
            takeBack();
        } catch (NotNow | DataAccessException | TransactionException e) {
            // nobody waits for it
        }
    }
}
