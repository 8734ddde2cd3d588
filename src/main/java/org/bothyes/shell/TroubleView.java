package org.bothyes.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A room that could not be shown: says so kindly, loses nothing, and offers to try again. */
@Route("trouble")
@PageTitle("Both Yes")
class TroubleView extends Main implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(TroubleView.class);

    TroubleView(Texts texts) {
        addClassName("alone");
        var again = new Anchor("/c/", texts.get("error.again"));
        again.addClassName("go");
        again.getElement().setAttribute("router-ignore", true);
        add(new H1(texts.get("error.title")), new Paragraph(texts.get("error.lead")), again);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("A page could not be shown: {}", Faults.classes(parameter.getException()));
        return 500;
    }
}
