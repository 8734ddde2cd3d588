// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * Where the logs are to have a format that there is not, they stay plain until {@link Settings} has said so: logs are set
 * up before it, and would fail with pages of stack trace.
 */
final class PlainLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var settings = event.getEnvironment();
        var logs = Setting.BOTH_YES_LOGS;
        if (!logs.mayBe(settings.getProperty(logs.name(), "").strip())) {
            settings.getPropertySources()
                    .addFirst(new MapPropertySource("plain logs", Map.of("logging.structured.format.console", "")));
        }
    }
}
