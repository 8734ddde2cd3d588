// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something two people might do.
 *
 * @param id frozen
 * @param section the id of the section it is asked in
 * @param in the settings it can come up in, at least one
 * @param core whether it belongs to the short round
 * @param needs the limit row it rests on: while the joint rule is stricter, the topic is something to talk about
 * @param sides one side, or two where it is directional ({@link Way#GIVE} first)
 */
public record Topic(
        Id<Topic> id, Id<Section> section, Set<Setting> in, boolean core, Optional<Need> needs, List<Side> sides) {

    /**
     * One way round of a topic, answered for itself.
     *
     * @param topic whose side it is
     * @param way which way round
     * @param index its place among all sides of the pack, from 0
     * @param mirror the index of the side that the partner's answer is held against; its own where undirected
     */
    public record Side(Id<Topic> topic, Way way, int index, int mirror) {

        /** Its frozen name. */
        public String key() {
            return way.key(topic);
        }
    }

    /**
     * The loosest protection a topic can live with.
     *
     * @param limit the limit it depends on
     * @param row the index of that limit's row that is needed, or any looser one
     */
    public record Need(Id<Limit> limit, int row) {}

    /** Whether it is asked two ways round. */
    public boolean directional() {
        return sides.size() == 2;
    }
}
