// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.LoadDependenciesOnStartup;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/**
 * The page that Vaadin's rooms are shown in. Its title is the same everywhere: a title is seen over a shoulder. The few
 * components come with the first load: by room they would cost another round trip, and Vaadin keeps a bundle it has built
 * before when a room is new that uses no new component, which would then never be loaded there.
 */
@LoadDependenciesOnStartup
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
public class Shell implements AppShellConfigurator {

    private static final long serialVersionUID = 1;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.setPageTitle("Both Yes");
        settings.addMetaTag("robots", "noindex");
    }
}
