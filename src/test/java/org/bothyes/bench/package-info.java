// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
/** What {@code bench/run} measures: what people wait for and what it takes, beside floors and peers. Asserts nothing. */
@NullMarked
package org.bothyes.bench;

import org.jspecify.annotations.NullMarked;
