// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A line before the pool of connections. The pool waits a few seconds and then holds the database to be away; where a
 * thousand come at once it is not away, they only have to wait for their turn.
 */
final class Turns extends DelegatingDataSource {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Semaphore free;

    Turns(HikariDataSource pool) {
        super(pool);
        this.free = new Semaphore(pool.getMaximumPoolSize(), true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        await();
        try {
            return handingOn(super.getConnection());
        } catch (SQLException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private void await() throws SQLException {
        try {
            if (!free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("too many wait for the database");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(e);
        }
    }

    /** The same connection, but whoever comes next has their turn once it is closed. */
    private Connection handingOn(Connection connection) {
        var closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Turns.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("close") && closed.compareAndSet(false, true)) {
                            free.release();
                        }
                    }
                });
    }
}
