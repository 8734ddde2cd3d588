// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.bothyes.vault.Busy;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A door that failed: a kind page, nothing changed, and in the log the class of the fault, a reference, and no more. */
@ControllerAdvice
class KindPages {

    private final Faults faults;

    KindPages(Faults faults) {
        this.faults = faults;
    }

    /** The database is away; it may well be back in a moment. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView away(RuntimeException fault) {
        return page(fault, HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** So many come in at once that the next would only wait: nothing was tried and nothing changed. */
    @ExceptionHandler(Busy.class)
    ModelAndView busy() {
        return new ModelAndView("error", HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** A form that is none: far too large, or not to be decoded. */
    @ExceptionHandler(InvalidParameterException.class)
    void mangled(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** What a page itself says it can't give, such as one that does not exist. */
    @ExceptionHandler(ResponseStatusException.class)
    void refused(ResponseStatusException refusal, HttpServletResponse response) throws IOException {
        response.sendError(refusal.getStatusCode().value());
    }

    @ExceptionHandler(RuntimeException.class)
    ModelAndView broken(RuntimeException fault) {
        return page(fault, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private ModelAndView page(RuntimeException fault, HttpStatus status) {
        return new ModelAndView("error", status).addObject("reference", faults.note("A door failed", fault));
    }
}
