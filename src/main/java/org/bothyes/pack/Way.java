// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

/** Which way round a question is asked. */
public enum Way {
    /** No direction: both do the same. */
    TOGETHER,
    /** The reader shows, tells or leads. */
    GIVE,
    /** The reader watches, listens or follows. */
    RECEIVE;

    /** The way the partner was asked about the same thing: one gives where the other receives. */
    public Way mirror() {
        return switch (this) {
            case TOGETHER -> TOGETHER;
            case GIVE -> RECEIVE;
            case RECEIVE -> GIVE;
        };
    }

    /** The frozen name of what is asked this way round, under which answers are stored. */
    String key(Id<?> of) {
        return of.value() + '/' + name().charAt(0);
    }
}
