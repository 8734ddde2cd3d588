// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        var fault = event.getThrowable();
        if (DisconnectedClientHelper.isClientDisconnectedException(fault)
                || (isOver(VaadinSession.getCurrent()) && comesOfIt(fault))) {
            return; // a phone that hung up, or that has left in another request: neither has met a fault
        }
        var reference = faults.note("A page failed", fault);
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

    /** What asks a session that has ended is refused, and what Vaadin had of it is gone. */
    private static boolean comesOfIt(Throwable fault) {
        return fault instanceof IllegalStateException || fault instanceof NullPointerException;
    }

    /** Whether the session has ended in another request while this was on its way. */
    private static boolean isOver(@Nullable VaadinSession session) {
        try {
            return session != null
                    && Optional.ofNullable(session.getSession())
                            .map(WrappedSession::getCreationTime)
                            .isEmpty();
        } catch (IllegalStateException ended) {
            return true;
        }
    }
}
