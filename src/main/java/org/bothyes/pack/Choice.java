// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.List;

/**
 * Things to tick.
 *
 * @param section the id of the section it is asked in
 * @param items what can be ticked, at most 32
 * @param sides one side, or two where saying and hearing are asked apart
 * @param call whether what both ticked belongs on the card for a call
 */
public record Choice(Id<Choice> id, Id<Section> section, List<Id<Item>> items, List<Side> sides, boolean call) {

    /** A thing to tick; only its id exists. */
    public interface Item {}

    /** One way round of a choice; {@code index} and {@code mirror} as in {@link Topic.Side}. */
    public record Side(Id<Choice> choice, Way way, int index, int mirror) {

        /** As {@link Topic.Side#key}. */
        public String key() {
            return way.key(choice);
        }
    }
}
