// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Hears what other nodes on the same PostgreSQL have rung the {@link Bell} for. A hint is only a hint: none is waited for
 * longer than {@code looksEvery}, then the node looks by itself. So it does where the line to the database was cut, where
 * a pool between the two swallows hints, and, as soon as the database is back, for all that it has missed.
 *
 * <p>It has a connection of its own, since listening takes one for good.
 */
final class Listener implements SmartLifecycle {

    /** Its channel in the database. What is said on it is the id of a conversation, which is random, and nothing else. */
    static final String CHANNEL = "both_yes_bell";

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    /** Nanoseconds, before a line that was cut is made anew. */
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final HikariDataSource database;
    private final Bell bell;
    private final Duration looksEvery;
    private volatile @Nullable Thread running;
    private volatile @Nullable Connection line;

    Listener(HikariDataSource database, Bell bell, Duration looksEvery) {
        this.database = database;
        this.bell = bell;
        this.looksEvery = looksEvery;
    }

    /** Gives a hint that goes out with the commit. It makes commits wait for each other, so it is for few things. */
    static Hints hints(JdbcTemplate jdbc) {
        return conversation -> jdbc.query(
                "select pg_notify(?, ?)",
                row -> {
                    // nothing comes back
                },
                CHANNEL,
                conversation.toString());
    }

    /** H2 has one node alone. */
    @Override
    public void start() {
        if (database.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            var thread = Thread.ofPlatform().name("listener").daemon().unstarted(this::listen);
            running = thread; // before it looks whether it is running
            thread.start();
        }
    }

    @Override
    public void stop() {
        var thread = running;
        running = null;
        cut();
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private void listen() {
        var isHearing = true;
        while (isRunning()) {
            try (var own = DriverManager.getConnection(database.getJdbcUrl(), asThePool());
                    var statement = own.createStatement()) {
                line = own;
                while (isRunning()) {
                    statement.execute("listen " + CHANNEL); // again: only who speaks notices that nobody is there
                    isHearing = true;
                    hear(own.unwrap(PGConnection.class));
                }
            } catch (SQLException | RuntimeException e) {
                if (isHearing && isRunning()) {
                    LOG.warn("Other nodes can't be heard now: {}", e.getClass().getName());
                }
                isHearing = false;
                LockSupport.parkNanos(PAUSE);
                if (isRunning()) { // who was told to stop is interrupted, and would break a connection of the pool
                    look();
                }
            }
        }
    }

    /** As whom, and with the patience, with which the pool connects. */
    private Properties asThePool() {
        var properties = new Properties();
        properties.putAll(database.getDataSourceProperties());
        properties.setProperty("user", database.getUsername());
        properties.setProperty("password", Objects.requireNonNullElse(database.getPassword(), ""));
        return properties;
    }

    /** Looks at all that it may have missed, and hears until it looks again. */
    private void hear(PGConnection from) throws SQLException {
        bell.lookAtAll();
        var until = System.nanoTime() + looksEvery.toNanos();
        for (var left = millis(until); left > 0 && isRunning(); left = millis(until)) {
            var hints = from.getNotifications(left);
            if (hints != null && hints.length > 0) {
                bell.look(Stream.of(hints)
                        .map(PGNotification::getParameter)
                        .flatMap(Listener::id)
                        .collect(Collectors.toSet()));
            }
        }
    }

    private static int millis(long until) {
        return (int) Duration.ofNanos(until - System.nanoTime()).toMillis();
    }

    /** Anybody who may use the database may say something there. */
    private static Stream<UUID> id(String said) {
        try {
            return Stream.of(UUID.fromString(said));
        } catch (IllegalArgumentException e) {
            return Stream.of();
        }
    }

    /** Where only the own line is cut, what is stored can still be seen. */
    private void look() {
        try {
            bell.lookAtAll();
        } catch (DataAccessException e) {
            LOG.debug("Nor can be looked: {}", e.getClass().getName());
        }
    }

    private void cut() {
        try {
            var now = line;
            if (now != null) {
                now.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("It was gone already: {}", e.getClass().getName());
        }
    }
}
