// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.io.IOException;
import java.sql.SQLException;
import org.bothyes.shell.Texts;
import org.bothyes.storage.Erasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** Makes a backup for {@code bin/backup}, and says where it is and that the key is not in it. */
@Component
@WebEndpoint(id = "backup")
class BackupEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(BackupEndpoint.class);

    private final Backups backups;
    private final Token token;
    private final Texts texts;

    BackupEndpoint(Backups backups, Token token, Texts texts) {
        this.backups = backups;
        this.token = token;
        this.texts = texts;
    }

    @WriteOperation(produces = "text/plain;charset=UTF-8")
    WebEndpointResponse<String> make(String word) {
        if (!token.is(word)) {
            return new WebEndpointResponse<>(texts.get("operator.refused"), 403);
        }
        if (!backups.areMade()) {
            return new WebEndpointResponse<>(texts.get("operator.backup.nowhere"), 409);
        }
        try {
            var made = backups.make();
            return new WebEndpointResponse<>(
                    texts.get("operator.backup.made", String.valueOf(made.file()), made.conversations()));
        } catch (Erasures.Missing e) {
            return new WebEndpointResponse<>(texts.get("operator.backup.no-notes"), 409);
        } catch (IOException | SQLException e) {
            LOG.error("No backup was made: {}", e.getClass().getName());
            return new WebEndpointResponse<>(texts.get("operator.backup.failed"), 500);
        }
    }
}
