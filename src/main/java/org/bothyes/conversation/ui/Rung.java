// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

/** A page that looks again when the bell rings, and changes only if what it shows has changed. */
interface Rung {

    void rung();
}
