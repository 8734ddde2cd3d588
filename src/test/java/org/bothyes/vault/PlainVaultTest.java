package org.bothyes.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainVaultTest {

    private final Vault vault = new PlainVault();
    private final Keys keys = vault.unlock(Secret.random(new SecureRandom()));
    private final Label label = new Label("draft", new UUID(1, 2), 1, "ONE");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 256, 1000, 4092, 4093})
    void every_box_has_one_size_and_gives_back_what_was_put_in(int size) {
        var content = new byte[size];
        new SecureRandom().nextBytes(content);
        var box = vault.close(keys, label, content);
        assertThat(box).hasSize(4096);
        assertThat(vault.open(keys, label, box)).isEqualTo(content);
    }

    @Test
    void what_is_too_large_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.close(keys, label, new byte[4094]))
                .withMessage("too much for a box");
    }

    @Test
    void a_damaged_box_is_refused_and_its_content_not_repeated() {
        var box = vault.close(keys, label, "mirror NO".getBytes(UTF_8));
        refuses(Arrays.copyOf(box, 4095));
        refuses(Arrays.copyOf(box, 4097));
        refuses(new byte[0]);
        refuses(with(box, 0, 1));
        refuses(with(box, 1, 0x80));
        refuses(with(box, 1, 0x7f));
    }

    private static byte[] with(byte[] box, int at, int value) {
        var damaged = box.clone();
        damaged[at] = (byte) value;
        return damaged;
    }

    private void refuses(byte[] box) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.open(keys, label, box))
                .withMessage("not a box of ours");
    }
}
