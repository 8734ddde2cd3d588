// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Where a proxy speaks TLS for us, the name of the session's cookie binds it to this host and to TLS (RFC 6265bis), so
 * that no neighbour of the same domain can plant one. Without TLS a browser would refuse a cookie of that name.
 */
@Component
class HostCookie implements ServletContextInitializer {

    private final boolean behindTls;

    /** @param forwarded asked for here, at the start: a condition on the class would be settled when the jar is built */
    HostCookie(@Value("${server.forward-headers-strategy}") String forwarded) {
        this.behindTls = forwarded.equals("native");
    }

    @Override
    public void onStartup(ServletContext context) {
        if (!behindTls) {
            return;
        }
        var cookie = context.getSessionCookieConfig();
        cookie.setName("__Host-both-yes-session");
        cookie.setSecure(true);
        cookie.setPath("/");
    }
}
