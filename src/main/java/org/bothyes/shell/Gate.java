package org.bothyes.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
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
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Gate extends OncePerRequestFilter {

    private static final String ROOMS = "/c/";
    /** Vaadin answers these itself: "session expired". */
    private static final Set<String> ANSWERED_BY_VAADIN = Set.of("uidl", "heartbeat");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isRoom(request) || request.getSession(false) != null || mayPass(request)) {
            chain.doFilter(request, response);
        } else if ("GET".equals(request.getMethod()) && !isInternal(request)) {
            response.sendRedirect("/return");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isRoom(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith(ROOMS) || path.equals("/c");
    }

    private static boolean isInternal(HttpServletRequest request) {
        return request.getParameter("v-r") != null || request.getRequestURI().startsWith(ROOMS + "VAADIN/");
    }

    private static boolean mayPass(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith(ROOMS + "VAADIN/build/")
                || path.startsWith(ROOMS + "VAADIN/static/")
                || path.endsWith(".css")
                || ANSWERED_BY_VAADIN.contains(String.valueOf(request.getParameter("v-r")));
    }
}
