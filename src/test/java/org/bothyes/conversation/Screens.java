// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Knows the screen that was made last, so that a test can have something said to it. */
final class Screens implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;

    private final transient AtomicReference<UI> newest = new AtomicReference<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class Known {
        @Bean
        Screens screens() {
            return new Screens();
        }
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> newest.set(init.getUI()));
    }

    UI newest() {
        return newest.get();
    }
}
