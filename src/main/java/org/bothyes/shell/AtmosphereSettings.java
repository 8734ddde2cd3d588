// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.vaadin.flow.spring.SpringServlet;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.stereotype.Component;

/** What Atmosphere is told, by which Vaadin speaks through the socket of an open page. It reads it from Vaadin's servlet. */
@Component
class AtmosphereSettings implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ServletRegistrationBean<?> servlet && servlet.getServlet() instanceof SpringServlet) {
            servlet.addInitParameter(ApplicationConfig.BROADCASTER_CLASS, DirectBroadcaster.class.getName());
            // A page that is being left may ask for news once more, which makes no session: only doors do.
            servlet.addInitParameter(ApplicationConfig.PROPERTY_SESSION_CREATE, "false");
            // It makes two buffers for each socket and never uses them.
            servlet.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, "1");
        }
        return bean;
    }
}
