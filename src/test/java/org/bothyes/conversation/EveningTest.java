// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.bothyes.conversation.Talk.Wish;
import org.bothyes.overlap.Role;
import org.bothyes.vault.Vault;
import org.junit.jupiter.api.Test;

/** What two do together, as it is written into its box and read again. */
class EveningTest {

    private static final int PLACES = 250;

    private static Evening byChance(Random random) {
        var evening = Evening.fresh(1 + random.nextInt(20));
        for (var i = 0; i < random.nextInt(40); i++) {
            var role = Role.values()[random.nextInt(2)];
            var wish = Wish.values()[random.nextInt(2)];
            var until = Instant.ofEpochSecond(1 + random.nextLong(1L << 35));
            evening = switch (random.nextInt(8)) {
                case 0 -> evening.at(random.nextInt(PLACES));
                case 1 -> evening.ready(role, Optional.of(Instant.ofEpochMilli(random.nextLong(1L << 45))));
                case 2 -> evening.ready(role, Optional.empty());
                case 3 -> evening.until(role, until);
                case 4 -> i > 20 ? evening.until(until) : evening;
                default -> evening.wish(role, random.nextInt(PLACES), wish);
            };
        }
        return random.nextBoolean() ? evening.stop() : evening;
    }

    @Test
    void whatever_was_written_is_read() {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++) {
            var evening = byChance(random);
            assertThat(Evening.read(evening.write())).isEqualTo(evening);
        }
    }

    @Test
    void the_fullest_fits_into_its_box() {
        var fullest = Evening.fresh(Integer.MAX_VALUE)
                .until(Instant.MAX)
                .at(Integer.MAX_VALUE)
                .stop();
        for (var role : Role.values()) {
            fullest = fullest.ready(role, Optional.of(Instant.ofEpochMilli(Long.MAX_VALUE)));
            for (var place = 0; place < PLACES; place++) {
                fullest = fullest.wish(role, place, Wish.values()[place % 2]);
            }
        }
        assertThat(fullest.write()).hasSizeLessThan(Vault.MOST);
    }

    @Test
    void what_an_earlier_version_wrote_is_over() {
        var written = "3 7 false\n- 7 -\n- - -".getBytes(StandardCharsets.US_ASCII);
        assertThat(Evening.read(written).asOf(Instant.ofEpochSecond(1))).isEqualTo(Evening.fresh(3));
    }

    @Test
    void it_prints_nothing_of_itself() {
        assertThat(Evening.fresh(3).wish(Role.ONE, 7, Wish.KEEP)).hasToString("[redacted]");
    }
}
