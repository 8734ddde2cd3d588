// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Where a box belongs, so that no box can be put in another's place. It is no secret: it goes into every key and tag.
 *
 * @param table what is kept there: keys, an invitation, a draft, a sheet, an overlap
 * @param conversation whose
 * @param round which round, from 1; 0 for what outlives rounds
 * @param role whose of the two; an overlap has both
 * @param pack the id of the pack it is about
 */
public record Label(String table, UUID conversation, int round, String role, String pack) {

    /** Every part has a fixed place or its length before it, so no two labels look alike. */
    byte[] bytes() {
        var words = new byte[][] {table.getBytes(UTF_8), role.getBytes(UTF_8), pack.getBytes(UTF_8)};
        var buffer = ByteBuffer.allocate(20 + 3 + words[0].length + words[1].length + words[2].length)
                .putLong(conversation.getMostSignificantBits())
                .putLong(conversation.getLeastSignificantBits())
                .putInt(round);
        for (var word : words) {
            buffer.put((byte) word.length).put(word);
        }
        return buffer.array();
    }
}
