// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/** The primitives are what the RFCs say they are. */
class PrimitivesTest {

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void hkdf_is_that_of_rfc_5869_test_case_1() {
        assertThat(Hkdf.derive(
                        hex("000102030405060708090a0b0c"), hex("0b".repeat(22)), hex("f0f1f2f3f4f5f6f7f8f9"), 42))
                .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    @Test
    void hkdf_in_two_steps_is_that_of_rfc_5869_test_case_1() {
        var extracted = Hkdf.extract(hex("000102030405060708090a0b0c"), hex("0b".repeat(22)));
        assertThat(extracted).isEqualTo(hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
        assertThat(Hkdf.expand(extracted, hex("f0f1f2f3f4f5f6f7f8f9")))
                .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"));
    }

    @Test
    void hkdf_without_a_salt_is_that_of_rfc_5869_test_case_3() {
        assertThat(Hkdf.derive(new byte[0], hex("0b".repeat(22)), new byte[0], 42))
                .isEqualTo(hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
    }

    @Test
    void x25519_is_that_of_rfc_7748_section_6_1() {
        var alice = X25519.key(hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
        var bob = X25519.key(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
        var both = hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        assertThat(X25519.agree(alice, hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")))
                .isEqualTo(both);
        assertThat(X25519.agree(bob, hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")))
                .isEqualTo(both);
    }

    @Test
    void the_public_half_is_written_as_the_rfc_writes_it() {
        var base = hex("0900000000000000000000000000000000000000000000000000000000000000");
        for (var i = 0; i < 50; i++) {
            var pair = X25519.pair(new SecureRandom());
            assertThat(X25519.publicBytes(pair)).isEqualTo(X25519.agree(pair.getPrivate(), base));
            assertThat(X25519.key(X25519.bytes(pair.getPrivate()))).isEqualTo(pair.getPrivate());
        }
    }

    /** Points of a low order would make every shared secret zero, known to everybody. */
    @Test
    void a_key_that_gives_nothing_in_common_is_refused() {
        var own = X25519.pair(new SecureRandom()).getPrivate();
        for (var point : new String[] {
            "00".repeat(32),
            "01" + "00".repeat(31),
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        }) {
            assertThatExceptionOfType(Unopened.class).isThrownBy(() -> X25519.agree(own, hex(point)));
        }
    }

    @Test
    void argon2id_is_that_of_rfc_9106_section_5_3() {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(hex("02".repeat(16)))
                .withSecret(hex("03".repeat(8)))
                .withAdditional(hex("04".repeat(12)))
                .build();
        assertThat(Stretching.argon2id(parameters, hex("01".repeat(32))))
                .isEqualTo(hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
    }
}
