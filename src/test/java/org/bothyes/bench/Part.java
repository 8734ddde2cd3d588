// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

/** Something that is measured on its own. */
interface Part {

    /** Takes a few minutes at most. */
    void measure(Table table) throws Exception;
}
