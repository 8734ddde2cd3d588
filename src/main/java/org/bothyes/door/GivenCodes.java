// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
        return switch (request.getServletPath()) {
            case "/unlock" ->
                cookie.codes(request).values().stream()
                        .map(this::whose)
                        .reduce(String::concat)
                        .map("cookie "::concat);
            case "/return" ->
                typed(request).filter(code -> isSo(() -> unlocking.knows(code))).map(this::whose);
            default -> Optional.empty();
        };
    }

    @Override
    public boolean isInvited(HttpServletRequest request) {
        return switch (request.getServletPath()) {
            case "/invitation", "/join" ->
                typed(request)
                        .filter(token -> isSo(() -> conversations.invites(token)))
                        .isPresent();
            default -> false;
        };
    }

    private static boolean isSo(BooleanSupplier known) {
        try {
            return known.getAsBoolean();
        } catch (DataAccessException | TransactionException away) {
            return false; // the door itself will say so
        }
    }

    private static Optional<Secret> typed(HttpServletRequest request) {
        return Secret.parse(JoinForm.atMost(request.getParameter("code")));
    }

    private String whose(Secret code) {
        return HexFormat.of().formatHex(vault.lookup(code));
    }
}
