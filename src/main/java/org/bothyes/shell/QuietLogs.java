// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Below INFO, frameworks print whole requests, forms and rows. No setting lets them: whatever level anybody asks for,
 * only our own rooms may say more, and they have nothing of the kind to say. Nor is anybody's address said at any level.
 */
public final class QuietLogs extends TurboFilter implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final String OURS = "org.bothyes";
    /** Vaadin goes on with the address of whoever sent it. */
    private static final String WRONG_TOKEN = "Invalid security key";

    /** Once logging is set up and before anything is there to be logged. */
    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent begun) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(QuietLogs.class::isInstance)) {
            start();
            context.getTurboFilterList().add(0, this); // before any that lets something through
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] params, Throwable thrown) {
        if (format != null && format.startsWith(WRONG_TOKEN)) {
            return FilterReply.DENY;
        }
        return level.isGreaterOrEqual(Level.INFO) || logger.getName().startsWith(OURS)
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }
}
