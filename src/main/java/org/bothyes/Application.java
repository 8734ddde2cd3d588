// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application, or the classroom alone, and does nothing else. */
@SpringBootApplication
public class Application {
    public static void main(String[] args) {
        var application = List.of(args).contains("--classroom")
                ? Classroom.application()
                : new SpringApplication(Application.class);
        application.run(args);
    }
}
