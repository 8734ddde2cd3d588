// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who brings along what this server has sealed for them. */
public interface Bearer {

    /** The same for all that comes from the same browser with the same code; says nothing of it. Empty for anybody else. */
    Optional<String> of(HttpServletRequest request);
}
