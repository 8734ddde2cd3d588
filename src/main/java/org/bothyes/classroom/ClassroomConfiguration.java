// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import java.nio.file.Path;
import org.bothyes.pack.PackLibrary;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room is made of, all of it read before the first visitor comes. */
@Configuration(proxyBeanMethods = false)
class ClassroomConfiguration {

    @Bean
    Lessons lessons(PackLibrary packs, @Value("${both-yes.lessons}") String extra) {
        return Lessons.load(packs, extra.isBlank() ? null : Path.of(extra));
    }
}
