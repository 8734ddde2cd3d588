// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.Set;

/**
 * A fixed "only with …" on a yes. It only narrows, and no two can contradict each other, since each narrows an aspect
 * of its own.
 *
 * @param index its place among the conditions of the pack, from 0
 * @param narrows the one aspect it narrows (light, pace, length …)
 * @param in the settings it makes sense in
 * @param notFor the topics it would contradict
 */
public record Condition(Id<Condition> id, int index, String narrows, Set<Setting> in, Set<Id<Topic>> notFor) {

    /** Whether it can be asked for on this topic. */
    public boolean fits(Topic topic) {
        return !notFor.contains(topic.id()) && in.stream().anyMatch(topic.in()::contains);
    }
}
