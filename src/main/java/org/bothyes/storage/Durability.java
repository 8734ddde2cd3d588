// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

/** Makes what was committed outlive a loss of power, where the database's own commit does not. One per database. */
@FunctionalInterface
public interface Durability {

    void flush();
}
