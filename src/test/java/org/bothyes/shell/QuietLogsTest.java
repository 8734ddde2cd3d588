// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.door.Site.form;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever level somebody sets, no log says what was sent; and the search would find it. */
@Served
class QuietLogsTest {

    private static final String MARK = "marked-value";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Logger> quiet = context.getLoggerList().stream()
            .filter(logger -> logger != root && logger.getLevel() != null)
            .toList();
    private final List<Level> levels = quiet.stream().map(Logger::getLevel).toList();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @LocalServerPort
    int port;

    @BeforeEach
    void everything_is_asked_for() {
        root.setLevel(Level.TRACE);
        quiet.forEach(logger -> logger.setLevel(Level.TRACE));
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void as_it_was() {
        root.detachAppender(log);
        for (var i = 0; i < quiet.size(); i++) {
            quiet.get(i).setLevel(levels.get(i));
        }
        root.setLevel(before);
    }

    private List<String> said() {
        var site = new Site(port);
        site.post("/start", "pack=guide" + Site.CHOSEN);
        site.post("/return", form("code", MARK, "pin", MARK));
        site.post("/join", form("code", MARK, "words", MARK) + Site.CHOSEN);
        site.get("/c/ready?x=" + MARK, "X-Marked", MARK, "Cookie", "both-yes=" + MARK);
        site.get("/" + MARK);
        return List.copyOf(log.list).stream()
                .filter(event -> event.getFormattedMessage().contains(MARK)
                        || event.getFormattedMessage().contains("271828"))
                .map(ILoggingEvent::getLoggerName)
                .distinct()
                .toList();
    }

    @Test
    void no_logger_says_what_was_sent_at_any_level() {
        assertThat(said()).isEmpty();
    }

    @Test
    void without_the_filter_some_do() {
        var filters = List.copyOf(context.getTurboFilterList());
        context.getTurboFilterList().clear();
        try {
            assertThat(said()).isNotEmpty();
        } finally {
            context.getTurboFilterList().addAll(filters);
        }
    }

    /** Sends a message with a wrong token into a room, and hands back whatever tells an address. */
    private List<String> addresses() {
        var site = new Site(port);
        var handle = Site.handle(site.post("/start", "pack=guide" + Site.CHOSEN));
        site.get("/c/?v-r=init&location=ready&query=&v-wn=" + handle + "&v-sh=844&v-sw=390&v-wh=844&v-ww=390&v-bh=844"
                + "&v-bw=390&v-tzo=0&v-dstd=0&v-rtzo=0&v-dston=false&v-tzid=UTC&v-td=false&v-pr=1");
        site.send(
                "POST",
                "/c/?v-r=uidl&v-uiId=0",
                "{\"csrfToken\":\"wrong\",\"rpc\":[],\"syncId\":0,\"clientId\":0}",
                "Origin",
                site.origin(),
                "Content-Type",
                "application/json");
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(said -> said.matches("(?s).*(127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|\\b::1\\b).*"))
                .toList();
    }

    @Test
    void no_logger_says_from_where_a_message_with_a_wrong_token_came() {
        assertThat(addresses()).isEmpty();
    }

    @Test
    void without_the_filter_one_does() {
        var filters = List.copyOf(context.getTurboFilterList());
        context.getTurboFilterList().clear();
        try {
            assertThat(addresses()).isNotEmpty();
        } finally {
            context.getTurboFilterList().addAll(filters);
        }
    }
}
