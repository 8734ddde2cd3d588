// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.vaadin.flow.spring.SpringServlet;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.DefaultBroadcaster;
import org.atmosphere.cpr.Deliver;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.stereotype.Component;

/**
 * Hands what a page is told straight to that page's own queue, which is written by a thread of its own as before.
 *
 * <p>Atmosphere's own broadcaster lays it into one queue for all pages first. Whoever reads that one goes home when there
 * was nothing for a tenth of a second, and what is laid there in that moment lies until somebody is told something else:
 * on a quiet server "you have both finished" may not arrive at all.
 *
 * @see <a href="https://github.com/Atmosphere/atmosphere/issues/1822">Atmosphere 1822</a>
 */
public final class DirectBroadcaster extends DefaultBroadcaster {

    @Override
    protected void dispatchMessages(Deliver said) {
        push(said);
    }

    /** Atmosphere makes broadcasters by the name of their class. */
    @Component
    static class Chosen implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof ServletRegistrationBean<?> servlet && servlet.getServlet() instanceof SpringServlet) {
                servlet.addInitParameter(ApplicationConfig.BROADCASTER_CLASS, DirectBroadcaster.class.getName());
            }
            return bean;
        }
    }
}
