// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time and chance in a test's hands. */
@TestConfiguration(proxyBeanMethods = false)
public class Fixture {

    @Bean
    @Primary
    Clock tickingClock() {
        return new TickingClock();
    }

    @Bean
    @Primary
    SecureRandom seededRandom() {
        return new SeededRandom();
    }
}
