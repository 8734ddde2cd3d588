// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

/** Where two people can be together: in one room, by video, or by voice alone (guide id meaning.together). */
public enum Setting {
    ROOM,
    VIDEO,
    VOICE
}
