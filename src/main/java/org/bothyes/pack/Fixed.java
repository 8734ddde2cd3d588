// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

/**
 * Something that is said plainly and never asked: it holds for everybody.
 *
 * @param call whether it belongs on the card for a call
 */
public record Fixed(Id<Fixed> id, boolean call) {}
