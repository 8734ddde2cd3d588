// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.UUID;

/** Tells the other nodes on the same database, with the commit, to look at a conversation again. One per database. */
@FunctionalInterface
interface Hints {

    void give(UUID conversation);
}
