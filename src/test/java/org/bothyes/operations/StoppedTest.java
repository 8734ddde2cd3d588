// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bothyes.Application;
import org.bothyes.door.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** A server that is stopped while it serves somebody, and whose log a machine reads. */
@ExtendWith(OutputCaptureExtension.class)
class StoppedTest {

    @TempDir
    private Path folder;

    /** A page that takes as long as a test wants. */
    @Configuration(proxyBeanMethods = false)
    static class Slow {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);

        @Bean
        RouterFunction<ServerResponse> slowPage() {
            return RouterFunctions.route()
                    .GET("/slow", request -> {
                        asked.countDown();
                        goesOn.await();
                        return ServerResponse.ok().body("served");
                    })
                    .build();
        }
    }

    @Test
    void whoever_is_being_served_is_served_to_the_end_and_each_line_of_the_log_is_json(CapturedOutput said)
            throws Exception {
        // A log is set up once in a JVM, and another test may have left its server open here, which did that.
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
        var app = new SpringApplicationBuilder(Application.class, Slow.class)
                .run(
                        "--BOTH_YES_DATA=" + folder.resolve("data"),
                        "--BOTH_YES_LOGS=ecs",
                        "--server.port=0",
                        "--vaadin.productionMode=true");
        var slow = app.getBean(Slow.class);
        var site = new Site(app.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        var answer = CompletableFuture.supplyAsync(() -> site.get("/slow"));
        slow.asked.await();
        LoggerFactory.getLogger("org.bothyes.said").warn("something to say");
        var stopped = CompletableFuture.runAsync(app::close);
        // It has begun to stop once nobody new is let in, and the one from before is still there.
        while (isOpen(site)) {
            Thread.onSpinWait();
        }
        assertThat(answer).isNotDone();
        assertThat(stopped).isNotDone();
        slow.goesOn.countDown();
        assertThat(answer.get().body()).isEqualTo("served");
        stopped.get();

        var line = said.getOut()
                .lines()
                .filter(words -> words.contains("something to say"))
                .findFirst()
                .orElseThrow();
        var read = JsonMapper.shared().readTree(line);
        assertThat(read.get("message").asString()).isEqualTo("something to say");
        assertThat(read.get("log").get("level").asString()).isEqualTo("WARN");
    }

    private static boolean isOpen(Site site) {
        try {
            return site.get("/robots.txt").statusCode() == 200;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
