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
        if (request.getSession(false) == null) {
            request.getSession(true).setAttribute(Tabs.ATTRIBUTE, autoLock.newBrowser());
        } else {
            request.changeSessionId();
        }
        var tabs = (Tabs) request.getSession().getAttribute(Tabs.ATTRIBUTE);
        return new ModelAndView("enter")
                .addObject("handle", tabs.open(partner, code, random, clock.instant()))
                .addObject("to", code == null ? "/c/" : "/c/code");
    }
}
