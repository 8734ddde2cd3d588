// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import org.atmosphere.cpr.DefaultBroadcaster;
import org.atmosphere.cpr.Deliver;

/**
 * Hands what a page is told straight to that page's own queue, which is written by a thread of its own as before.
 *
 * <p>Atmosphere's own broadcaster lays it into one queue for all pages first. Whoever reads that one goes home when there
 * was nothing for a tenth of a second, and what is laid there in that moment lies until somebody is told something else:
 * on a quiet server "you have both finished" may not arrive at all.
 *
 * @see <a href="https://github.com/Atmosphere/atmosphere/issues/1822">Atmosphere 1822</a>
 */
public final class DirectBroadcaster extends DefaultBroadcaster {

    @Override
    protected void dispatchMessages(Deliver said) {
        push(said);
    }
}
