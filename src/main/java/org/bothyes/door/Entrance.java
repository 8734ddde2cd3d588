// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import org.bothyes.conversation.AutoLock;
import org.bothyes.conversation.Conversations.Welcome;
import org.bothyes.conversation.Partner;
import org.bothyes.conversation.Tabs;
import org.bothyes.vault.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Behind every door: the session is born or gets another id, and the tab gets its handle. */
@Component
class Entrance {

    private final ReturnCookie cookie;
    private final AutoLock autoLock;
    private final SecureRandom random;
    private final Clock clock;

    Entrance(ReturnCookie cookie, AutoLock autoLock, SecureRandom random, Clock clock) {
        this.cookie = cookie;
        this.autoLock = autoLock;
        this.clock = clock;
        this.random = random;
    }

    /** Leads somebody new to their code. */
    ModelAndView welcome(Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
        cookie.remember(welcome.partner().role(), welcome.code(), request, response);
        return enter(welcome.partner(), welcome.code(), request);
    }

    /** Leads somebody who comes back to where they were. */
    ModelAndView back(Partner partner, Secret code, HttpServletRequest request, HttpServletResponse response) {
        cookie.remember(partner.role(), code, request, response);
        return enter(partner, null, request);
    }

    /** Gives the tab a handle; another tab of this browser keeps its own. */
    private ModelAndView enter(Partner partner, @Nullable Secret code, HttpServletRequest request) {
        var tabs = tabs(request);
        return new ModelAndView("enter")
                .addObject("handle", tabs.open(partner, code, random, clock.instant()))
                .addObject("to", code == null ? "/c/" : "/c/code");
    }

    /** Those of this browser, in a session that is new or gets another id. */
    private Tabs tabs(HttpServletRequest request) {
        try {
            var session = request.getSession(false);
            var known = session == null ? null : (Tabs) session.getAttribute(Tabs.ATTRIBUTE);
            if (known != null) {
                request.changeSessionId();
                return known;
            }
        } catch (IllegalStateException over) {
            // Leaving came in between and has ended that session: who comes back at once begins another.
        }
        var tabs = autoLock.newBrowser();
        var session = request.getSession(true);
        if (!session.isNew()) {
            request.changeSessionId();
        }
        session.setAttribute(Tabs.ATTRIBUTE, tabs);
        return tabs;
    }
}
