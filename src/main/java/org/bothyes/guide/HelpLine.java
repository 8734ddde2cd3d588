// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.util.Optional;

/**
 * Somebody who helps, as whoever runs this server has looked it up. None comes along: a number that nobody has checked is
 * worse than none.
 *
 * @param name what they are called
 * @param what what they help with
 * @param phone a number to call
 * @param url an https address
 * @param hours when they are there
 */
record HelpLine(String name, String what, Optional<String> phone, Optional<String> url, Optional<String> hours) {

    /** The number as a phone dials it. */
    public String dial() {
        return "tel:" + phone.orElseThrow().replaceAll("[^+0-9]", "");
    }

    /** The address as it is read. */
    public String site() {
        return url.orElseThrow().replaceFirst("^https://", "").replaceFirst("/$", "");
    }
}
