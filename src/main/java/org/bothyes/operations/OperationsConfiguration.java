// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room needs from outside, and what it has measured. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    FromOutside fromOutside(@Value("${both-yes.address}") String address, Arrivals arrivals, Clock clock) {
        var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        return new FromOutside(address.replaceFirst("/$", ""), client, arrivals, clock);
    }

    @Bean
    MeterBinder ourMeters(FromInside inside) {
        return meters -> {
            Gauge.builder("both.yes.disk.free", inside, FromInside::free)
                    .baseUnit("bytes")
                    .register(meters);
            Gauge.builder("both.yes.backup.age", inside, OperationsConfiguration::age)
                    .baseUnit("seconds")
                    .register(meters);
        };
    }

    /** Not a number where there is none, so that a rule about its age can be told from one that is young. */
    private static double age(FromInside inside) {
        try {
            return inside.age().map(age -> (double) age.toSeconds()).orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
