// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.web.util.DisconnectedClientHelper;

/** Something broke where nobody foresaw it: says so kindly, with the reference that the log has. */
class KindErrors implements ErrorHandler {

    private static final long serialVersionUID = 1;

    private final transient Faults faults;

    KindErrors(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void error(ErrorEvent event) {
        if (DisconnectedClientHelper.isClientDisconnectedException(event.getThrowable())) {
            return; // a phone that hung up asks again when it is back, and has met no fault
        }
        var reference = faults.note("A page failed", event.getThrowable());
        var request = VaadinRequest.getCurrent();
        if (request != null) {
            request.setAttribute(Faults.REFERENCE, reference);
        }
        var ui = UI.getCurrent();
        if (ui != null) {
            ComponentUtil.setData(ui, Faults.REFERENCE, reference);
            ui.navigate("trouble");
        }
    }
}
