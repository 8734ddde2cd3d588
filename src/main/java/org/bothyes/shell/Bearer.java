// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who brings along what this server has given out: a return code, sealed or typed, or an invitation. */
public interface Bearer {

    /** The same for all that comes with the same return code; says nothing of it. Empty for anybody else. */
    Optional<String> of(HttpServletRequest request);

    /** Whether it comes with an invitation that is open: it takes wrong words a few times only, from whatever address. */
    boolean isInvited(HttpServletRequest request);
}
