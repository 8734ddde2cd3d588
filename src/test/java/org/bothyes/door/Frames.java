// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import java.util.ArrayList;
import java.util.List;

/** What comes through a socket of Vaadin's: a frame carries messages, each with its length before it, {@code 2|{}}. */
public final class Frames {

    private Frames() {}

    /** The messages of a whole frame, as they were sent; signs of life among them. */
    public static List<String> messages(String frame) {
        var messages = new ArrayList<String>();
        for (var at = 0; frame.indexOf('|', at) > at; ) {
            var bar = frame.indexOf('|', at) + 1;
            var end = bar + Integer.parseInt(frame.substring(at, bar - 1).strip());
            messages.add(frame.substring(bar, Math.min(end, frame.length())));
            at = end;
        }
        return messages;
    }

    /** Vaadin's messages begin so that no script can load them. */
    public static String tidy(String message) {
        return message.replaceFirst("^for\\(;;\\);\\[(.*)]$", "$1");
    }
}
