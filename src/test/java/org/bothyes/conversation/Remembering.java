// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.security.SecureRandom;
import org.bothyes.vault.InstanceKey;
import org.bothyes.vault.RememberingVault;
import org.bothyes.vault.Vault;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** With chance that is wound back again and again: what was stretched once is known. */
@TestConfiguration(proxyBeanMethods = false)
class Remembering {

    @Bean
    @Primary
    Vault rememberingVault(InstanceKey key, SecureRandom random) {
        return RememberingVault.of(key, random);
    }
}
