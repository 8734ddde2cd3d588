// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The gate before {@code /c/}. Sessions are born at the doors and nowhere else, so a request for a room without one is
 * sent to the door for coming back, and one that wants to change something is refused. Without this, a link from
 * another site would make Vaadin replace the session of an open tab.
 */
@Component
@ConditionalOnProperty(name = "both-yes.rooms", matchIfMissing = true)
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Gate extends OncePerRequestFilter {

    private static final String ROOMS = "/c/";
    /** Vaadin answers these itself: "session expired". */
    private static final Set<String> ANSWERED_BY_VAADIN = Set.of("uidl", "heartbeat");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Address.isRoom(request)) {
            chain.doFilter(request, response);
        } else if (request.getSession(false) != null || mayPass(request)) {
            pass(new NoNewSession(request), response, chain);
        } else if (isPage(request)) {
            response.sendRedirect("/return");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /**
     * Who has a session, a file, or what Vaadin answers itself. None of these makes a session: not even where leaving ends
     * the one there was while the page it leaves still speaks.
     */
    private static void pass(NoNewSession request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!request.asked) {
                throw e;
            }
            if (isPage(request) && !mayPass(request)) {
                response.sendRedirect("/return");
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && !isInternal(request);
    }

    private static final class NoNewSession extends HttpServletRequestWrapper {

        private boolean asked;

        NoNewSession(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public HttpSession getSession(boolean create) {
            var session = super.getSession(false);
            if (session == null && create) {
                asked = true;
                throw new IllegalStateException("sessions are born at the doors");
            }
            return session;
        }
    }

    private static boolean isInternal(HttpServletRequest request) {
        return request.getParameter("v-r") != null || Address.of(request).startsWith(ROOMS + "VAADIN/");
    }

    private static boolean mayPass(HttpServletRequest request) {
        var path = Address.of(request);
        return path.startsWith(ROOMS + "VAADIN/build/")
                || path.startsWith(ROOMS + "VAADIN/static/")
                || path.endsWith(".css")
                || ANSWERED_BY_VAADIN.contains(String.valueOf(request.getParameter("v-r")));
    }
}
