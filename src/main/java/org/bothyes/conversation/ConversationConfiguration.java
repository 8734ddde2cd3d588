// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.storage.Databases;
import org.bothyes.vault.InstanceKey;
import org.bothyes.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What this room is given from outside: the vault, and hints between nodes; and whether each pack fits its boxes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(Terms.class)
class ConversationConfiguration {

    ConversationConfiguration(PackLibrary packs) {
        packs.packs().forEach(ConversationConfiguration::checkFits);
    }

    /** Every box has one size, so the fullest sheet of every pack has to fit, with room for what goes with it. */
    private static void checkFits(Pack pack) {
        var most = Vault.MOST - Draft.MOST_BESIDE_SHEET;
        if (Sheet.fullest(pack).write().length > most) {
            throw new IllegalStateException("The pack " + pack.id() + " is too large: a full sheet takes more than "
                    + most + " bytes. Shorten its ids or take questions out.");
        }
    }

    @Bean
    Vault vault(InstanceKey key, SecureRandom random) {
        return new Vault(key, random);
    }

    @Bean
    Hints hints(DataSource database, JdbcTemplate jdbc) throws SQLException {
        return Databases.isH2(database) ? conversation -> {} : Listener.hints(jdbc);
    }

    /** Not lazy, even where all else is: nobody asks for it. */
    @Bean
    @Lazy(false)
    Listener listener(DataSource database, Bell bell, @Value("${both-yes.looks-every}") Duration looksEvery)
            throws SQLException {
        return new Listener(database.unwrap(HikariDataSource.class), bell, looksEvery);
    }
}
