// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.provider.sql.DatabaseProduct;
import org.bothyes.vault.InstanceKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What depends on which database it is, and on where its files lie. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    InstanceKey instanceKey(
            JdbcClient jdbc,
            SecureRandom random,
            @Value("${BOTH_YES_DATA:./data}") Path data,
            @Value("${both-yes.key}") String file) {
        return new Installation(jdbc, random).key(InstanceKey.place(data, file));
    }

    @Bean
    Erasures erasures(
            InstanceKey key, @Value("${both-yes.backups}") String folder, @Value("${BOTH_YES_DATA:./data}") Path data) {
        return new Erasures(key, folder.isBlank() ? null : Path.of(folder).resolve(Erasures.FILE), data);
    }

    /** H2 does not wait for the disk on commit; PostgreSQL does by itself. */
    @Bean
    Durability durability(DataSource database, JdbcClient jdbc) throws SQLException {
        return Databases.isH2(database) ? () -> jdbc.sql("checkpoint sync").update() : () -> {};
    }

    /** It is told which database that is: if it had to ask and the database was away, it would know of no way to lock. */
    @Bean
    LockProvider locks(JdbcTemplate jdbc, DataSource database) throws SQLException {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withDatabaseProduct(Databases.isH2(database) ? DatabaseProduct.H2 : DatabaseProduct.POSTGRES_SQL)
                .withLockedByValue("a node")
                .usingDbTime()
                .build());
    }

    @Bean
    Reserve reserve(DataSource database, @Value("${BOTH_YES_DATA:./data}") Path data) throws SQLException {
        return new Reserve(database, Databases.isH2(database) ? data.resolve("reserve") : null);
    }
}
