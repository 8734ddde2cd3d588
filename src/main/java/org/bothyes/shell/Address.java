// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.http.HttpServletRequest;

/** What a request asks for, as the server itself reads it: decoded and tidied, so that no other spelling slips by. */
final class Address {

    private static final String ROOMS = "/c";

    private Address() {}

    /** Whether it leads to Vaadin, by whatever spelling. */
    static boolean isRoom(HttpServletRequest request) {
        return of(request).startsWith(ROOMS + "/") || of(request).equals(ROOMS);
    }

    static String of(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
