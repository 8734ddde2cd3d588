// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.util.List;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Ahead;
import org.bothyes.shell.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;

/** What this room is made of, all of it read and written before the first visitor comes. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    @Bean
    Guide guide() {
        return Guide.load();
    }

    @Bean
    Operator operator(@Value("${both-yes.operator}") String name, @Value("${both-yes.contact}") String contact) {
        return Operator.of(name, contact);
    }

    @Bean
    List<HelpLine> helpLines(@Value("${both-yes.help}") String file) {
        return HelpLines.read(file);
    }

    @Bean
    Shelf shelf(
            ITemplateEngine templates,
            Texts texts,
            Guide guide,
            PackLibrary packs,
            Operator operator,
            Ahead ahead,
            List<HelpLine> helpLines,
            @Value("${both-yes.rooms:true}") boolean rooms) {
        return new Shelf(templates, texts, guide, packs, operator, helpLines, ahead.addresses(), rooms);
    }
}
