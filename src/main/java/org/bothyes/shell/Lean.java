// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * How much memory is held for the line of every open page. A server talks to hundreds of pages that are silent nearly all
 * of the time; what libraries hold ready for each by themselves is 110 KB, more than the page itself takes.
 */
@Component
class Lean implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Bytes. What is longer goes in pieces. */
    private static final String PIECE = "2048";
    /** Bytes, of which each socket has six; nothing of ours that comes in by one is longer. */
    private static final String SOCKET_PIECE = "1024";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", SOCKET_PIECE);
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", PIECE);
            connector.setProperty("socket.appWriteBufSize", PIECE);
        });
    }
}
