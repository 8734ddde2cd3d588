// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {

    @ParameterizedTest
    @ValueSource(strings = {"271828", "  271828 ", "112233", "100000", "correct horse", "zehn Äpfel", "aaaaaaaaaab"})
    void six_digits_or_ten_characters_can_be_chosen(String typed) {
        assertThat(Pin.fault(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "27182", "abc123", "nine char", "        27182        "})
    void what_is_too_short_is_told(String typed) {
        assertThat(Pin.fault(typed)).contains(Pin.Fault.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "999999", "123456", "654321", "0123456789", "aaaaaaaaaa", "abcdefghij"})
    void what_anybody_would_try_first_is_told(String typed) {
        assertThat(Pin.fault(typed)).contains(Pin.Fault.TOO_EASY);
    }

    @Test
    void what_is_far_too_long_is_told_and_not_kept() {
        assertThat(Pin.fault("ab".repeat(65))).contains(Pin.Fault.TOO_LONG);
        assertThat(Pin.fault("ab".repeat(100_000))).isPresent();
        assertThat(Pin.fault("ab".repeat(64))).isEmpty();
    }

    @Test
    void the_way_a_keyboard_writes_a_letter_makes_no_difference() {
        assertThat(Pin.typed("a\u0308pfel im garten").bytes())
                .isEqualTo(Pin.typed(" \u00e4pfel im garten").bytes());
        assertThat(Pin.typed("\uff12\uff17\uff11\uff18\uff12\uff18").bytes())
                .isEqualTo(Pin.typed("271828").bytes());
        assertThat(Pin.typed("Apfel im garten").bytes())
                .isNotEqualTo(Pin.typed("apfel im garten").bytes());
    }
}
