package org.bothyes.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something broke where nobody foresaw it: says so kindly, and logs the class of the fault, never its text. */
class KindErrors implements ErrorHandler {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(KindErrors.class);

    @Override
    public void error(ErrorEvent event) {
        LOG.error("A page failed: {}", Faults.classes(event.getThrowable()));
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.navigate("trouble");
        }
    }
}
