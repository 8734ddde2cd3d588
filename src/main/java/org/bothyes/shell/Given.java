// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.bothyes.pack.PackLibrary;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every room is given from outside: packs, clock and randomness. */
@Configuration(proxyBeanMethods = false)
class Given {

    @Bean
    PackLibrary packLibrary(@Value("${both-yes.packs}") String extra) {
        return PackLibrary.load(extra.isBlank() ? null : Path.of(extra));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
