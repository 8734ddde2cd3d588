// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static final String ONE = "01234 56789 ABCDE FGHJK MNPQRS";

    /** Bits as a test wants them. */
    private static Secret of(int... bytes) {
        return Secret.random(new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bits) {
                for (var i = 0; i < bits.length; i++) {
                    bits[i] = (byte) bytes[i % bytes.length];
                }
            }
        });
    }

    @Test
    void a_code_has_26_characters_in_five_groups() {
        var code = Secret.random(new SecureRandom()).code();
        assertThat(code.replace(" ", "")).hasSize(26).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
        assertThat(code).matches("(\\w{5} ){4}\\w{6}");
    }

    @Test
    void a_code_is_crockfords_base_32() {
        assertThat(of(0xff).code()).isEqualTo("7ZZZZ ZZZZZ ZZZZZ ZZZZZ ZZZZZZ");
        assertThat(of(0).code()).isEqualTo("00000 00000 00000 00000 000000");
        assertThat(of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 33).code()).endsWith("000011");
    }

    @Test
    void every_code_reads_back_to_the_same_secret() {
        var random = new SecureRandom();
        IntStream.range(0, 1000).forEach(i -> {
            var secret = Secret.random(random);
            var back = Secret.parse(secret.code()).orElseThrow();
            assertThat(back.code()).isEqualTo(secret.code());
            assertThat(back.derive("x/v1")).isEqualTo(secret.derive("x/v1"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01234 56789 abcde fghjk mnpqrs",
                "0123456789ABCDEFGHJKMNPQRS",
                "  01234-56789-ABCDE\tFGHJK-MNPQRS\n",
                "O1234 56789 ABCDE FGHJK MNPQRS",
                "oi234 56789 ABCDE FGHJK MNPQRS",
                "0L234 56789 ABCDE FGHJK MNPQRS",
                "0l234 56789 ABCDE FGHJK MNPQRS"
            })
    void a_code_may_be_typed_as_people_type(String typed) {
        assertThat(Secret.parse(typed).orElseThrow().code()).isEqualTo(ONE);
    }

    @Test
    void the_machines_language_does_not_matter() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(Secret.parse("0i234 56789 abcde fghjk mnpqrs")
                            .orElseThrow()
                            .code())
                    .isEqualTo(ONE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01234 56789 ABCDE FGHJK MNPQR",
                "01234 56789 ABCDE FGHJK MNPQRST",
                "01234 56789 ABCDE FGHJK MNPQRU",
                "81234 56789 ABCDE FGHJK MNPQRS",
                "Z1234 56789 ABCDE FGHJK MNPQRS",
                "0123é 56789 ABCDE FGHJK MNPQRS",
                "0123\u0664 56789 ABCDE FGHJK MNPQRS"
            })
    void what_is_no_code_is_refused(String typed) {
        assertThat(Secret.parse(typed)).isEmpty();
    }

    @Test
    void ten_kilobytes_are_refused_even_if_a_code_is_hidden_in_them() {
        assertThat(Secret.parse(ONE + " ".repeat(10_000))).isEmpty();
        assertThat(Secret.parse("0".repeat(10_000))).isEmpty();
    }

    @Test
    void what_is_derived_differs_by_purpose_and_by_secret() {
        var secret = of(1, 2, 3);
        assertThat(secret.derive("pin-salt/v1"))
                .hasSize(32)
                .isEqualTo(of(1, 2, 3).derive("pin-salt/v1"))
                .isNotEqualTo(secret.derive("pin-salt/v2"))
                .isNotEqualTo(of(1, 2, 4).derive("pin-salt/v1"));
    }

    /** RFC 5869 by hand: extract with a salt of zeros, then one block of expand. */
    @Test
    void what_is_derived_is_hkdf_of_rfc_5869() throws Exception {
        var bits = new byte[16];
        Arrays.fill(bits, (byte) 0x0b);
        var extracted = hmac(new byte[32], bits);
        var block = new ByteArrayOutputStream();
        block.write("pin-salt/v1".getBytes(UTF_8));
        block.write(1);
        assertThat(of(0x0b).derive("pin-salt/v1")).isEqualTo(hmac(extracted, block.toByteArray()));
    }

    private static byte[] hmac(byte[] key, byte[] data) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    @Test
    void a_secret_never_prints() {
        var secret = of(7);
        assertThat(secret).hasToString("[redacted]");
    }
}
