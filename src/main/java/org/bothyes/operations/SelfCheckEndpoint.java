// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.shell.Texts;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The operator's page: each thing that has to be right, green or one sentence to mend it. The same in lines of text. */
@Component
@WebEndpoint(id = "selfcheck")
class SelfCheckEndpoint {

    private static final int SOMETHING_TO_MEND = 503;

    private final FromOutside outside;
    private final FromInside inside;
    private final ITemplateEngine templates;
    private final Texts texts;
    /** In the page itself, since this port serves no files. */
    private final String style;

    SelfCheckEndpoint(FromOutside outside, FromInside inside, ITemplateEngine templates, Texts texts)
            throws IOException {
        this.style = new ClassPathResource("static/tokens.css").getContentAsString(UTF_8);
        this.outside = outside;
        this.inside = inside;
        this.templates = templates;
        this.texts = texts;
    }

    /** One line of the page. */
    record Line(boolean good, String text) {}

    @ReadOperation(produces = "text/html;charset=UTF-8")
    WebEndpointResponse<String> page() throws InterruptedException {
        var lines = lines();
        var shown = Map.<String, Object>of("lines", lines, "style", style);
        var page = templates.process("selfcheck", new Context(Locale.ENGLISH, shown));
        return new WebEndpointResponse<>(page, status(lines));
    }

    /** @param as what kind of answer; whatever is asked for comes as text */
    @ReadOperation(produces = "text/plain;charset=UTF-8")
    WebEndpointResponse<String> text(@Selector String as) throws InterruptedException {
        var lines = lines();
        return new WebEndpointResponse<>(
                lines.stream()
                        .map(line -> texts.get(line.good() ? "operator.good" : "operator.mend", line.text()))
                        .collect(Collectors.joining("\n", "", "\n")),
                status(lines));
    }

    private List<Line> lines() throws InterruptedException {
        return Stream.concat(outside.look().stream(), inside.look().stream())
                .map(found -> new Line(
                        found.isGood(), texts.get(found.key(), found.values().toArray())))
                .toList();
    }

    private static int status(List<Line> lines) {
        return lines.stream().allMatch(Line::good) ? 200 : SOMETHING_TO_MEND;
    }
}
