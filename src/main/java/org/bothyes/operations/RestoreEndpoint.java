// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.nio.file.Path;
import java.sql.SQLException;
import org.bothyes.shell.Texts;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** Brings a backup back for {@code bin/restore}. */
@Component
@WebEndpoint(id = "restore")
class RestoreEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreEndpoint.class);

    private final Restore restore;
    private final Token token;
    private final Texts texts;

    RestoreEndpoint(Restore restore, Token token, Texts texts) {
        this.restore = restore;
        this.token = token;
        this.texts = texts;
    }

    /** @param replace "yes" where what is there may go */
    @WriteOperation(produces = "text/plain;charset=UTF-8")
    WebEndpointResponse<String> bringBack(String word, String file, @Nullable String replace) {
        if (!token.is(word)) {
            return new WebEndpointResponse<>(texts.get("operator.refused"), 403);
        }
        try {
            return answer(restore.from(Path.of(file), "yes".equals(replace)));
        } catch (SQLException | FlywayException e) {
            LOG.error("No backup was brought back: {}", e.getClass().getName());
            return new WebEndpointResponse<>(texts.get("operator.restore.failed"), 500);
        }
    }

    private WebEndpointResponse<String> answer(Restore.Outcome outcome) {
        return switch (outcome) {
            case Restore.Outcome.Back(var conversations, var erased) ->
                new WebEndpointResponse<>(texts.get("operator.restore.back", conversations, erased));
            case Restore.Outcome.Unseen() -> no("operator.restore.unseen");
            case Restore.Outcome.Unreadable() -> no("operator.restore.unreadable");
            case Restore.Outcome.OtherKey() -> no("operator.restore.other-key");
            case Restore.Outcome.NoNotes() -> no("operator.restore.no-notes");
            case Restore.Outcome.Later() -> no("operator.restore.later");
            case Restore.Outcome.NotEmpty(var conversations) ->
                new WebEndpointResponse<>(texts.get("operator.restore.not-empty", conversations), 409);
        };
    }

    private WebEndpointResponse<String> no(String key) {
        return new WebEndpointResponse<>(texts.get(key), 409);
    }
}
