// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

/** Where people go: a server, or what stands before several. */
public interface Place {

    /** The whole address of a page. */
    String url(String path);
}
