// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import java.io.Reader;
import org.atmosphere.cpr.AtmosphereResource;

/**
 * A socket is for telling a page what is new. What the page says comes by requests, whose size is known, so who says
 * something by the socket is no page of ours and is hung up on. Vaadin would gather it piece by piece, however long.
 */
final class OneWay extends AtmospherePushConnection {

    private static final long serialVersionUID = 1;

    private OneWay(UI ui) {
        super(ui);
    }

    @Override
    public FragmentedMessage getOrCreateFragmentedMessage(AtmosphereResource from) {
        disconnect();
        return new Unheard();
    }

    /** A message that never comes to its end, and of which nothing is kept. */
    private static final class Unheard extends FragmentedMessage {

        private static final long serialVersionUID = 1;

        @Override
        public boolean append(Reader piece) {
            return false;
        }
    }

    /** Vaadin asks for it as a service, by META-INF/services. */
    public static final class Factory implements PushConnectionFactory {

        private static final long serialVersionUID = 1;

        @Override
        public PushConnection apply(UI ui) {
            return new OneWay(ui);
        }
    }
}
