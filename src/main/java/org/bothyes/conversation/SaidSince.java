// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

/** Something else was said on another screen since this one was shown. That is newer and stays. Only what shares less was kept. */
public final class SaidSince extends NotNow {

    private static final long serialVersionUID = 1;
}
