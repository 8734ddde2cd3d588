// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import org.bothyes.conversation.Conversations;
import org.bothyes.conversation.Unlocking;
import org.bothyes.shell.Bearer;
import org.bothyes.vault.Secret;
import org.bothyes.vault.Vault;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What comes to a door with a code that this server gave out. A code that it doesn't know, or no more, is nobody's. */
@Component
class GivenCodes implements Bearer {

    private final ReturnCookie cookie;
    private final Unlocking unlocking;
    private final Conversations conversations;
    private final Vault vault;

    GivenCodes(ReturnCookie cookie, Unlocking unlocking, Conversations conversations, Vault vault) {
        this.cookie = cookie;
        this.unlocking = unlocking;
        this.conversations = conversations;
        this.vault = vault;
    }

    @Override
    public Optional<String> of(HttpServletRequest request) {
        try {
            return known(request);
        } catch (DataAccessException | TransactionException away) {
            return Optional.empty(); // the door itself will say so
        }
    }

    private Optional<String> known(HttpServletRequest request) {
        return switch (request.getServletPath()) {
            case "/unlock" ->
                cookie.codes(request).values().stream().map(this::whose).reduce(String::concat);
            case "/return" -> typed(request).filter(unlocking::knows).map(this::whose);
            case "/invitation", "/join" ->
                typed(request).filter(conversations::invites).map(this::whose);
            default -> Optional.empty();
        };
    }

    private static Optional<Secret> typed(HttpServletRequest request) {
        return Secret.parse(JoinForm.atMost(request.getParameter("code")));
    }

    private String whose(Secret code) {
        return HexFormat.of().formatHex(vault.lookup(code));
    }
}
