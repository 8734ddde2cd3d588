// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A box opens with all of what it was closed with, and with nothing less and nothing else. */
class VaultTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pin PIN = Pin.typed("271828");
    private static final UUID CONVERSATION = new UUID(1, 2);
    private static final Label LABEL = new Label("draft", CONVERSATION, 1, "ONE", "guide");
    private static final byte[] SAID = "mirror NO".getBytes(UTF_8);

    private final Secret secret = Secret.random(RANDOM);
    private final Vault vault;
    private final Vault elsewhere;
    private final Vault.Made ann;
    private final Vault.Made bob;

    VaultTest(@TempDir Path folder) throws IOException {
        vault = new Vault(InstanceKey.create(folder.resolve("ours"), RANDOM), RANDOM);
        elsewhere = new Vault(InstanceKey.create(folder.resolve("another"), RANDOM), RANDOM);
        ann = vault.make(secret, PIN, keys("ONE"));
        bob = vault.make(Secret.random(RANDOM), "acorn river", keys("TWO"));
    }

    private static Label keys(String role) {
        return new Label("keys", CONVERSATION, 0, role, "guide");
    }

    @BeforeEach
    void what_is_right_opens() {
        assertThat(vault.unlock(secret, PIN, keys("ONE"), ann.wrapped()).write())
                .isEqualTo(ann.keys().write());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 256, 1000, Vault.MOST - 1, Vault.MOST})
    void every_box_has_one_size_and_gives_back_what_was_put_in(int size) {
        var content = new byte[size];
        RANDOM.nextBytes(content);
        var own = vault.close(ann.keys(), LABEL, content);
        var between = vault.closeBetween(ann.keys(), bob.pub(), LABEL, content);
        assertThat(own).hasSize(4096);
        assertThat(between).hasSize(4096);
        assertThat(vault.open(ann.keys(), LABEL, own)).isEqualTo(content);
        assertThat(vault.openBetween(ann.keys(), bob.pub(), LABEL, between)).isEqualTo(content);
    }

    @Test
    void what_is_too_large_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.close(ann.keys(), LABEL, new byte[Vault.MOST + 1]))
                .withMessage("too much for a box");
    }

    @Test
    void what_one_closes_between_the_two_the_other_opens() {
        var box = vault.closeBetween(ann.keys(), bob.pub(), LABEL, SAID);
        assertThat(vault.openBetween(bob.keys(), ann.pub(), LABEL, box)).isEqualTo(SAID);
    }

    @Test
    void the_same_content_never_looks_the_same() {
        assertThat(vault.close(ann.keys(), LABEL, SAID)).isNotEqualTo(vault.close(ann.keys(), LABEL, SAID));
    }

    @Test
    void a_box_shows_nothing_of_its_content() {
        var box = vault.close(ann.keys(), LABEL, SAID);
        assertThat(new String(box, UTF_8)).doesNotContain("mirror", "NO\0");
    }

    @Test
    void keys_come_back_only_with_instance_key_secret_pin_conversation_and_role() {
        var own = keys("ONE");
        staysShut(() -> elsewhere.unlock(secret, PIN, own, ann.wrapped()));
        staysShut(() -> vault.unlock(Secret.random(RANDOM), PIN, own, ann.wrapped()));
        staysShut(() -> vault.unlock(secret, Pin.typed("271829"), own, ann.wrapped()));
        staysShut(() -> vault.unlock(secret, Pin.typed(""), own, ann.wrapped()));
        staysShut(() -> vault.unlock(secret, PIN, keys("TWO"), ann.wrapped()));
        staysShut(() -> vault.unlock(secret, PIN, own, bob.wrapped()));
        staysShut(() -> vault.unlock(secret, PIN, own, null));
        staysShut(() -> vault.unlock(secret, "271828", own, ann.wrapped()));
        for (var other : otherThan(own)) {
            staysShut(() -> vault.unlock(secret, PIN, other, ann.wrapped()));
        }
    }

    @Test
    void an_invitation_opens_only_with_both_token_and_words() {
        var token = Secret.random(RANDOM);
        var label = new Label("invitation", CONVERSATION, 0, "TWO", "guide");
        var made = vault.make(token, "acorn river", label);
        assertThat(vault.unlock(token, "acorn river", label, made.wrapped()).write())
                .isEqualTo(made.keys().write());
        staysShut(() -> vault.unlock(token, "acorn rivers", label, made.wrapped()));
        staysShut(() -> vault.unlock(token, "", label, made.wrapped()));
        staysShut(() -> vault.unlock(Secret.random(RANDOM), "acorn river", label, made.wrapped()));
        staysShut(() -> elsewhere.unlock(token, "acorn river", label, made.wrapped()));
    }

    @Test
    void a_draft_opens_only_for_its_owner_and_in_its_own_place() {
        var box = vault.close(ann.keys(), LABEL, SAID);
        staysShut(() -> vault.open(bob.keys(), LABEL, box));
        staysShut(() -> vault.openBetween(ann.keys(), bob.pub(), LABEL, box));
        for (var other : otherThan(LABEL)) {
            staysShut(() -> vault.open(ann.keys(), other, box));
        }
    }

    @Test
    void what_lies_between_the_two_opens_for_nobody_else_and_only_in_its_own_place() {
        var box = vault.closeBetween(ann.keys(), bob.pub(), LABEL, SAID);
        var eve = vault.make(Secret.random(RANDOM), "eve", keys("ONE"));
        staysShut(() -> vault.openBetween(eve.keys(), bob.pub(), LABEL, box));
        staysShut(() -> vault.openBetween(ann.keys(), eve.pub(), LABEL, box));
        staysShut(() -> elsewhere.openBetween(ann.keys(), bob.pub(), LABEL, box));
        staysShut(() -> vault.openBetween(ann.keys(), new byte[32], LABEL, box));
        for (var other : otherThan(LABEL)) {
            staysShut(() -> vault.openBetween(ann.keys(), bob.pub(), other, box));
        }
    }

    /** The same label with each one thing changed. */
    private static List<Label> otherThan(Label label) {
        return List.of(
                new Label("other", label.conversation(), label.round(), label.role(), label.pack()),
                new Label(label.table(), new UUID(1, 3), label.round(), label.role(), label.pack()),
                new Label(label.table(), label.conversation(), label.round() + 1, label.role(), label.pack()),
                new Label(label.table(), label.conversation(), label.round(), "both", label.pack()),
                new Label(label.table(), label.conversation(), label.round(), label.role(), "other"),
                new Label(label.table() + label.role(), label.conversation(), label.round(), "", label.pack()));
    }

    @Test
    void a_box_damaged_anywhere_stays_shut() {
        var box = vault.close(ann.keys(), LABEL, SAID);
        Stream.of(new byte[0], new byte[1], Arrays.copyOf(box, 28), Arrays.copyOf(box, 4095), Arrays.copyOf(box, 4097))
                .forEach(damaged -> staysShut(() -> vault.open(ann.keys(), LABEL, damaged)));
        for (var at : new int[] {0, 1, 12, 13, 14, 2000, 4079, 4080, 4095}) {
            var damaged = box.clone();
            damaged[at] ^= 1;
            staysShut(() -> vault.open(ann.keys(), LABEL, damaged));
        }
    }

    @Test
    void what_this_installation_closes_for_itself_no_other_opens_and_no_other_purpose() {
        var box = vault.closeHere("cookie/v1", SAID);
        assertThat(vault.openHere("cookie/v1", box)).isEqualTo(SAID);
        staysShut(() -> vault.openHere("cookie/v2", box));
        staysShut(() -> elsewhere.openHere("cookie/v1", box));
    }

    @Test
    void a_row_is_found_by_a_value_that_needs_the_instance_key() {
        assertThat(vault.lookup(secret)).hasSize(32).isEqualTo(vault.lookup(secret));
        assertThat(List.of(elsewhere.lookup(secret), vault.invitation(secret), vault.lookup(Secret.random(RANDOM))))
                .doesNotContain(vault.lookup(secret));
    }

    @Test
    void nothing_of_a_key_prints() {
        assertThat(List.of(ann, ann.keys(), secret, PIN))
                .allSatisfy(held -> assertThat(held).hasToString("[redacted]"));
    }

    /** One and the same error, which says nothing of the reason: not by its text, nor by a cause or a trace. */
    private static void staysShut(Callable<?> opening) {
        assertThatExceptionOfType(Unopened.class)
                .isThrownBy(opening::call)
                .withMessage("this cannot be opened")
                .withNoCause()
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }
}
