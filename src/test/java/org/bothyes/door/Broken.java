// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A page that fails with whatever it was sent in its message, as a careless one would. */
@TestConfiguration(proxyBeanMethods = false)
public class Broken {

    @Bean
    RouterFunction<ServerResponse> brokenPage() {
        return RouterFunctions.route()
                .GET("/broken", request -> {
                    throw new IllegalStateException(
                            "cannot handle " + request.param("value").orElse(""));
                })
                .build();
    }
}
