// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who runs this server, as far as they have said.
 *
 * @param name a person or a group
 * @param contact how to reach them, as a link: mailto or https
 */
record Operator(Optional<String> name, Optional<String> contact) {

    private static final String SETTINGS = "The settings";
    private static final Pattern MAIL = Pattern.compile("[^\\s@:/?<>\"]+@[^\\s@:/?<>\"]+");
    /** An address of the web that nobody has to guess about: no spaces, quotes or brackets. */
    static final Pattern WEB = Pattern.compile("https://[^\\s\"'<>]{1,300}");

    /** @throws GuideFault if the contact is neither a mail address nor an https address */
    static Operator of(@Nullable String name, @Nullable String contact) {
        return new Operator(said(name), said(contact).map(Operator::link));
    }

    /** The contact as it is read, not as it is followed. */
    public Optional<String> contactText() {
        return contact.map(link -> link.replaceFirst("^(mailto:|https://)", ""));
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static String link(String contact) {
        if (MAIL.matcher(contact).matches()) {
            return "mailto:" + contact;
        }
        if (WEB.matcher(contact).matches()) {
            return contact;
        }
        throw new GuideFault(
                SETTINGS,
                0,
                "BOTH_YES_CONTACT is neither a mail address nor an address that begins with https://.",
                "Write it like name@example.org or https://example.org/contact.");
    }
}
