// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.ServletContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Where a proxy speaks TLS for us, the name of the session's cookie binds it to this host and to TLS (RFC 6265bis), so
 * that no neighbour of the same domain can plant one. Without TLS a browser would refuse a cookie of that name.
 */
@Component
@ConditionalOnProperty(name = "server.forward-headers-strategy", havingValue = "native")
class HostCookie implements ServletContextInitializer {

    @Override
    public void onStartup(ServletContext context) {
        var cookie = context.getSessionCookieConfig();
        cookie.setName("__Host-both-yes-session");
        cookie.setSecure(true);
        cookie.setPath("/");
    }
}
