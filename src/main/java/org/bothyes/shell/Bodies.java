// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nothing that people send here is large, so nothing large is read: at most {@link #MOST} bytes. Browsers say before how
 * many come; of what comes in chunks, so much is read before anybody acts on it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Bodies extends OncePerRequestFilter {

    /** The most that a request may carry, in bytes. A form is bounded by the container, to the same. */
    static final int MOST = 64 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
        } else {
            measure(request, response, chain);
        }
    }

    /** A form is taken apart by the container while it comes; anything else is read here and handed on. */
    private static void measure(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            request.getParameterMap();
            body = request.getInputStream().readNBytes(MOST + 1);
        } catch (InvalidParameterException e) {
            response.sendError(e.getErrorCode());
            return;
        }
        if (body.length > MOST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(new Measured(request, body), response);
        }
    }

    /** A request whose body is here already. */
    private static final class Measured extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        Measured(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new Bytes(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }

        @Override
        public BufferedReader getReader() {
            // Spring has it that every request is read so, whatever it says itself.
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("it is all here: just read");
        }
    }
}
