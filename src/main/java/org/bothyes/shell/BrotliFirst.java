// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Of a file's packed siblings Spring sends the one that a browser names first, and all of them name gzip before brotli,
 * which is a sixth smaller: so who knows brotli names it first here.
 */
@Component
class BrotliFirst extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var unpacks = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return unpacks == null || !unpacks.matches("(?i).*\\bbr\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Named(request), response);
    }

    private static final class Named extends HttpServletRequestWrapper {

        Named(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            var header = super.getHeader(name);
            return header != null && name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING) ? "br, " + header : header;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING)
                    ? Collections.enumeration(Collections.singletonList(getHeader(name)))
                    : super.getHeaders(name);
        }
    }
}
