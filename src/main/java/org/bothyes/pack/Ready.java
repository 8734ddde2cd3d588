// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

/** A readiness question: to read, never to answer. */
public record Ready(Id<Ready> id) {}
