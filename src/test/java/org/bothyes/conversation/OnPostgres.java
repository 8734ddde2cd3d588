// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every application that a test starts a database of its own in a real PostgreSQL, where the run asks for that. It
 * is asked for once more for all that carries the tag {@code database} (pom.xml), so that both databases are held to the
 * same sentences.
 */
public final class OnPostgres implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** The tag of what is tried on both databases. */
    static final String TAG = "database";

    private static @Nullable EmbeddedPostgres server;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var settings = event.getEnvironment();
        if (Boolean.getBoolean("both-yes.on-postgres")) {
            Map<String, Object> database =
                    Map.of("spring.datasource.url", newDatabase(), "spring.datasource.username", "postgres");
            settings.getPropertySources().addFirst(new MapPropertySource("a database of its own", database));
        }
    }

    private static synchronized String newDatabase() {
        try {
            var running = server == null ? EmbeddedPostgres.start() : server;
            server = running;
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = running.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return running.getJdbcUrl("postgres", name);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
