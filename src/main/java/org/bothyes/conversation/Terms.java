// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The lengths of time a conversation keeps to.
 *
 * @param sealCounts how long after it is given a seal counts; until then even who seals second can take it back
 * @param newRoundAfter how long after both last finished a new round can be asked for
 * @param askAgainAfter how long after both last finished the list fades into "time to ask again"
 * @param lockAfter how long a tab stays open unused
 * @param life how long a conversation lives, from its start and again from the moment both seals count
 */
@ConfigurationProperties("both-yes")
record Terms(
        @DefaultValue("2m") Duration sealCounts,
        @DefaultValue("7d") Duration newRoundAfter,
        @DefaultValue("14d") Duration askAgainAfter,
        @DefaultValue("5m") Duration lockAfter,
        @DefaultValue("30d") Duration life) {}
